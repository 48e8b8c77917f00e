// SPDX-License-Identifier: Apache-2.0
#include "lib/document/phrase_set.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(PhraseSet, FindsPhrasesInsideEachOtherAndInsideWords) {
  PhraseSet set;
  const size_t meeting = set.Add("meeting");
  const size_t meet = set.Add("meet");
  const size_t held = set.Add("meetings held");
  const size_t tin = set.Add("tin");
  set.Build();

  const PhraseSet::Found found = set.Find("two meetings were");

  EXPECT_TRUE(found[meeting]);
  EXPECT_TRUE(found[meet]);
  EXPECT_TRUE(found[tin]);
  EXPECT_FALSE(found[held]);
}

TEST(PhraseSet, GoesOnWhereAPhraseIsLeft) {
  PhraseSet set;
  const size_t first = set.Add("abcd");
  const size_t second = set.Add("bce");
  set.Build();

  EXPECT_TRUE(set.Find("abce")[second]);
  EXPECT_FALSE(set.Find("abce")[first]);
  EXPECT_TRUE(set.Find("ab abcd")[first]);
  EXPECT_TRUE(set.Find("").none());
}

TEST(PhraseSet, OnePhraseHasOneNumber) {
  PhraseSet set;

  EXPECT_EQ(set.Add("fee"), set.Add("fee"));
  EXPECT_NE(set.Add("fee"), set.Add("crew"));
}

}  // namespace
}  // namespace compendium
