// SPDX-License-Identifier: Apache-2.0
#include "services/registry/record_cache.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>

#include "absl/strings/str_cat.h"

namespace compendium::registry {
namespace {

RecordVersion Version(const std::string& name, int64_t revision,
                      const std::string& value = "v") {
  RecordVersion version;
  version.name = name;
  version.head.revision = revision;
  version.value = value;
  return version;
}

void Keep(RecordCache& cache, const RecordVersion& version) {
  cache.Keep(version.name, version.head, version.value);
}

TEST(RecordCache, FindsWhatItKeeps) {
  RecordCache cache(1 << 20);
  Keep(cache, Version("a", 5, "x"));

  EXPECT_EQ(cache.Find("a", 5)->value, "x");
  EXPECT_EQ(cache.Find("a", 9)->head.revision, 5);
  EXPECT_FALSE(cache.Find("a", 4).has_value());
  EXPECT_FALSE(cache.Find("b", 5).has_value());
}

TEST(RecordCache, KeepsTheNewerVersion) {
  RecordCache cache(1 << 20);
  Keep(cache, Version("a", 5));
  Keep(cache, Version("a", 7, "long enough for memory of its own"));
  Keep(cache, Version("a", 6));

  EXPECT_EQ(cache.Find("a", 9)->head.revision, 7);
  EXPECT_EQ(cache.Find("a", 9)->value, "long enough for memory of its own");
}

TEST(RecordCache, DropsWhatWasUsedLongestAgo) {
  RecordCache cache(16 * 10'000);  // room for some nine in each of 16 shards
  for (int i = 0; i < 1000; ++i) {
    Keep(cache, Version(absl::StrCat("n", i), 1, std::string(700, 'x')));
    EXPECT_TRUE(cache.Find("n0", 1).has_value()) << i;
  }

  int kept = 0;
  for (int i = 0; i < 1000; ++i)
    kept += cache.Find(absl::StrCat("n", i), 1).has_value();
  EXPECT_GT(kept, 50);
  EXPECT_LE(kept, 16 * 10);
  EXPECT_TRUE(cache.Find("n999", 1).has_value());
}

TEST(RecordCache, DoesNotKeepWhatIsLargerThanItself) {
  RecordCache cache(16 * 100);
  Keep(cache, Version("a", 1, std::string(1000, 'x')));

  EXPECT_FALSE(cache.Find("a", 1).has_value());
}

TEST(RecordCache, DoesNotKeepWhatWasCountedOver) {
  RecordCache cache(1 << 20);
  const std::atomic<uint64_t> counter = 3;
  cache.KeepUnlessCounted(Version("a", 1), counter, 3);
  cache.KeepUnlessCounted(Version("b", 1), counter, 2);

  EXPECT_TRUE(cache.Find("a", 1).has_value());
  EXPECT_FALSE(cache.Find("b", 1).has_value());
}

}  // namespace
}  // namespace compendium::registry
