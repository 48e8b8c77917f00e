// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/body_cache.h"

#include <gtest/gtest.h>

#include <string>

#include "services/reporting/plain/limits.h"

namespace compendium::reporting {
namespace {

FinishedBody Body(const std::string& tag, size_t size = 1000) {
  return {tag, http::ShareText(std::string(size, 'a'))};
}

// The tag of what is kept; empty for nothing.
std::string Kept(BodyCache& cache, const std::string& key) {
  const auto body = cache.Find(key);
  return body.has_value() ? body->tag : "";
}

TEST(BodyCache, KeepsTheLatestOfAKey) {
  BodyCache cache(kCachedBytesMax);
  EXPECT_EQ(Kept(cache, "a"), "");

  cache.Put("a", Body("1"));
  cache.Put("a", Body("2"));
  cache.Put("b", Body("3"));

  EXPECT_EQ(Kept(cache, "a"), "2");
  EXPECT_EQ(Kept(cache, "b"), "3");
}

TEST(BodyCache, WhatIsNotReadGoesFirst) {
  BodyCache cache(3 * (1000 + kCachedEntryBytes + 2));
  for (const char* key : {"a", "b", "c"}) cache.Put(key, Body(key));
  EXPECT_EQ(Kept(cache, "a"), "a");

  cache.Put("d", Body("d"));

  EXPECT_EQ(Kept(cache, "a"), "a");
  EXPECT_EQ(Kept(cache, "b"), "");
  EXPECT_EQ(Kept(cache, "c"), "c");
  EXPECT_EQ(Kept(cache, "d"), "d");
}

TEST(BodyCache, ManySmallOnesHaveALimit) {
  BodyCache cache(100 * kCachedEntryBytes);

  for (int i = 0; i < 1000; ++i) cache.Put(std::to_string(i), Body("x", 0));

  EXPECT_EQ(Kept(cache, "1"), "");
  EXPECT_EQ(Kept(cache, "899"), "");
  EXPECT_EQ(Kept(cache, "999"), "x");
}

TEST(BodyCache, OneThatIsTooLargeIsNotKept) {
  BodyCache cache(kCachedBytesMax);

  cache.Put("a", Body("a", kCachedBodyBytesMax + 1));
  cache.Put("b", Body("b", kCachedBodyBytesMax));

  EXPECT_EQ(Kept(cache, "a"), "");
  EXPECT_EQ(Kept(cache, "b"), "b");
}

}  // namespace
}  // namespace compendium::reporting
