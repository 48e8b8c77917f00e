// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/phrase_index.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The stretches of `text` in which phrases were found.
std::vector<std::string> Found(const PhraseIndex& index,
                               absl::string_view text) {
  std::vector<std::string> found;
  for (const PhraseMatch& match : index.Find(text)) {
    found.emplace_back(text.substr(match.begin, match.end - match.begin));
  }
  return found;
}

PhraseIndex IndexOf(const std::vector<std::string>& phrases) {
  PhraseIndex index;
  for (const std::string& phrase : phrases) index.Add(phrase);
  return index;
}

TEST(PhraseIndex, CapitalsPluralsAndMarksMakeNoDifference) {
  const PhraseIndex index =
      IndexOf({"migrant right", "policy", "anti traffic"});

  EXPECT_THAT(Found(index, "Migrants’ Rights; POLICIES"),
              ElementsAre("Migrants’ Rights", "POLICIES"));
  EXPECT_THAT(Found(index, "a migrant's right"),
              ElementsAre("migrant's right"));
  EXPECT_THAT(Found(index, "(anti-traffic)"), ElementsAre("anti-traffic"));
}

TEST(PhraseIndex, LongestPhraseTakesItsWords) {
  const PhraseIndex index =
      IndexOf({"integration", "regional integration", "regional"});

  const auto matches = index.Find("regional integration, integration");

  ASSERT_EQ(matches.size(), 2u);
  EXPECT_EQ(matches[0].phrase, 1u);
  EXPECT_EQ(matches[1].phrase, 0u);
}

TEST(PhraseIndex, WordsAreWhole) {
  const PhraseIndex index = IndexOf({"data", "visa"});

  EXPECT_THAT(Found(index, "database, visage, metadata"), IsEmpty());
  EXPECT_THAT(Found(index, "visas"), ElementsAre("visas"));
}

TEST(PhraseIndex, WordsThatOnlyLookPluralKeepTheirS) {
  const PhraseIndex index = IndexOf({"statu", "acces", "status"});

  EXPECT_THAT(Found(index, "status access"), ElementsAre("status"));
}

TEST(PhraseIndex, EndOfSentenceAndLineEndAPhrase) {
  const PhraseIndex index = IndexOf({"labour migration"});

  EXPECT_THAT(Found(index, "labour. Migration"), IsEmpty());
  EXPECT_THAT(Found(index, "labour\nmigration"), IsEmpty());
  EXPECT_THAT(Found(index, "labour (migration)"),
              ElementsAre("labour (migration"));
}

TEST(PhraseIndex, BytesThatAreNoTextAreSurvived) {
  const PhraseIndex index = IndexOf({"a b"});

  EXPECT_THAT(Found(index,
                    "a\xC2\xA0"
                    "b"),
              ElementsAre("a\xC2\xA0"
                          "b"));
  EXPECT_THAT(Found(index, "a\xE2"), IsEmpty());
  EXPECT_THAT(Found(index, ""), IsEmpty());
}

TEST(PhraseIndexDeathTest, PhraseTwiceOrWithoutWordStopsTheProgram) {
  EXPECT_DEATH(IndexOf({"a b", "A  b"}), "CHECK failed");
  EXPECT_DEATH(IndexOf({" - "}), "CHECK failed");
  EXPECT_DEATH(IndexOf({"1 2 3 4 5 6 7 8 9"}), "CHECK failed");
}

}  // namespace
}  // namespace compendium
