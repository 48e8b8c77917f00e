// SPDX-License-Identifier: Apache-2.0
#include "lib/http/entity_tag.h"

#include <gtest/gtest.h>

#include <string>

namespace compendium::http {
namespace {

TEST(EntityTag, IsOfTheBytes) {
  EXPECT_EQ(EntityTagOf("a"), EntityTagOf("a"));
  EXPECT_NE(EntityTagOf("a"), EntityTagOf("b"));
  EXPECT_EQ(EntityTagOf("a").front(), '"');
  EXPECT_EQ(EntityTagOf("a").back(), '"');
}

TEST(EntityTag, IsFoundInLists) {
  for (const std::string list : {"*", "\"x\"", "W/\"x\"", "\"a\", \"x\"",
                                 "\"a,b\",W/\"x\" , \"c\"", " \"x\" "})
    EXPECT_TRUE(MatchesEntityTag(list, "\"x\"")) << list;
}

TEST(EntityTag, IsNotFoundElsewhere) {
  for (const std::string list : {"", "x", "\"y\"", "\"x", "\"a, \"x\"\"",
                                 "\"a\" \"x\"", "\"", "W/", "\"a\",*", "\"X\""})
    EXPECT_FALSE(MatchesEntityTag(list, "\"x\"")) << list;
}

TEST(EntityTag, IsKnownCompressedToo) {
  EXPECT_EQ(KnownEntityTag("\"x\"", "\"x\""), "\"x\"");
  EXPECT_EQ(KnownEntityTag("\"x-gzip\"", "\"x\""), "\"x-gzip\"");
  EXPECT_EQ(KnownEntityTag("\"y\"", "\"x\""), std::nullopt);
}

}  // namespace
}  // namespace compendium::http
