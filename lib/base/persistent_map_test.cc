// SPDX-License-Identifier: Apache-2.0
#include "lib/base/persistent_map.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <vector>

namespace compendium::base {
namespace {

struct Mix {
  uint64_t operator()(int key) const {
    return static_cast<uint64_t>(key) * 0x9e3779b97f4a7c15u;
  }
};
using Map = PersistentMap<int, int, Mix>;

std::map<int, int> ContentsOf(const Map& map) {
  std::map<int, int> contents;
  map.ForEach([&](int key, int value) { contents[key] = value; });
  return contents;
}

TEST(PersistentMap, AgreesWithStdMapUnderRandomChanges) {
  std::mt19937 random(42);
  Map map;
  std::map<int, int> expected;

  for (int i = 0; i < 5000; ++i) {
    const int key = static_cast<int>(random() % 300);
    if (random() % 3 == 0) {
      map.Erase(key);
      expected.erase(key);
    } else {
      map.Set(key, i);
      expected[key] = i;
    }
    ASSERT_EQ(map.size(), expected.size());
  }

  EXPECT_EQ(ContentsOf(map), expected);
}

TEST(PersistentMap, EarlierCopyStaysAsItWas) {
  Map map;
  map.Set(1, 10);
  const Map earlier = map;

  map.Set(1, 11);
  map.Set(2, 20);
  map.Erase(1);

  EXPECT_EQ(ContentsOf(earlier), (std::map<int, int>{{1, 10}}));
  EXPECT_EQ(ContentsOf(map), (std::map<int, int>{{2, 20}}));
}

TEST(PersistentMap, WalkFromStartsAtTheKeyAndStopsWhenTold) {
  Map map;
  for (int key : {1, 3, 5, 7, 9}) map.Set(key, key);
  std::vector<int> seen;

  map.ForEachFrom(4, [&](int key, int) {
    seen.push_back(key);
    return key < 7;
  });

  EXPECT_EQ(seen, (std::vector<int>{5, 7}));
}

TEST(PersistentMap, EraseOfAMissingKeyChangesNothing) {
  Map map;
  map.Set(1, 10);

  map.Erase(2);

  EXPECT_EQ(map.size(), 1u);
}

}  // namespace
}  // namespace compendium::base
