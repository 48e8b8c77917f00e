// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/sdg_target.h"

#include <algorithm>
#include <map>
#include <vector>

#include "absl/strings/str_split.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

SdgCode Code(absl::string_view text) { return *SdgCode::Parse(text); }

TEST(SdgCode, AllAreSeventeenGoalsAndTheirTargets) {
  std::map<int, int> targets;
  int goals = 0;
  for (const SdgCode& code : SdgCode::All())
    ++(code.is_goal() ? goals : targets[code.goal()]);

  EXPECT_EQ(goals, 17);
  EXPECT_THAT(
      targets,
      testing::ElementsAre(
          testing::Pair(1, 7), testing::Pair(2, 8), testing::Pair(3, 13),
          testing::Pair(4, 10), testing::Pair(5, 9), testing::Pair(6, 8),
          testing::Pair(7, 5), testing::Pair(8, 12), testing::Pair(9, 8),
          testing::Pair(10, 10), testing::Pair(11, 10), testing::Pair(12, 11),
          testing::Pair(13, 5), testing::Pair(14, 10), testing::Pair(15, 12),
          testing::Pair(16, 12), testing::Pair(17, 19)));
}

TEST(SdgCode, TextOfEveryCodeIsReadBack) {
  for (const SdgCode& code : SdgCode::All()) {
    const auto again = SdgCode::Parse(code.ToString());
    ASSERT_TRUE(again.ok()) << code.ToString();
    EXPECT_EQ(*again, code);
    EXPECT_FALSE(code.title().empty()) << code.ToString();
  }
}

TEST(SdgCode, KindsAreCountedAsTheUnitedNationsDo) {
  std::map<SdgKind, int> count;
  for (const SdgCode& code : SdgCode::All()) ++count[code.kind()];

  EXPECT_EQ(count[SdgKind::kGoal], 17);
  EXPECT_EQ(count[SdgKind::kOutcome], 107);
  EXPECT_EQ(count[SdgKind::kMeansOfImplementation], 62);
  EXPECT_EQ(Code("17.18").kind(), SdgKind::kMeansOfImplementation);
}

TEST(SdgCode, LetterIsFoldedToLowerCase) {
  EXPECT_EQ(Code("10.C").ToString(), "10.c");
  EXPECT_EQ(Code("4.B"), Code("4.b"));
}

TEST(SdgCode, NumberIsNotADecimal) {
  EXPECT_NE(Code("8.1"), Code("8.10"));
  EXPECT_LT(Code("8.2"), Code("8.10"));
}

TEST(SdgCode, OrderIsGoalThenNumberThenLetter) {
  const std::vector<absl::string_view> want = {
      "1", "1.a", "8", "8.1", "8.2", "8.10", "8.a", "8.b", "9", "10", "10.7"};
  std::vector<SdgCode> codes;
  for (const auto text : want) codes.insert(codes.begin(), Code(text));

  std::sort(codes.begin(), codes.end());

  for (size_t i = 0; i < want.size(); ++i)
    EXPECT_EQ(codes[i].ToString(), want[i]);
}

TEST(SdgCode, GoalIsKnown) {
  EXPECT_EQ(Code("10.7").goal(), 10);
  EXPECT_FALSE(Code("10.7").is_goal());
  EXPECT_TRUE(Code("10").is_goal());
  EXPECT_EQ(Code("10.7").goal_code(), Code("10"));
}

TEST(SdgCode, GoalTitlesAreShort) {
  for (const SdgCode& code : SdgCode::All()) {
    const std::vector<absl::string_view> words =
        absl::StrSplit(code.title(), ' ');
    EXPECT_LE(words.size(), code.is_goal() ? 6u : 8u) << code.title();
  }
}

TEST(SdgCode, IriIsTheUnitedNations) {
  EXPECT_EQ(Code("10.7").Iri(), "http://metadata.un.org/sdg/10.7");
  EXPECT_EQ(Code("10").Iri(), "http://metadata.un.org/sdg/10");
}

// Found by codes_fuzz: 98 was taken for the ASCII code of "b".
TEST(SdgCode, NumberIsNotALetter) {
  EXPECT_FALSE(SdgCode::Parse("1.97").ok());
  EXPECT_FALSE(SdgCode::Parse("1.98").ok());
  EXPECT_FALSE(SdgCode::Parse("4.99").ok());
}

TEST(SdgCode, OtherTextIsRefused) {
  for (const absl::string_view text :
       {"",      "0",       "18",           "01",        "1.8",    "10.07",
        "10.8",  "10.d",    "10.",          ".7",        "10.7.1", " 10.7",
        "10.7 ", "Goal 10", "17.a",         "17.20",     "-1",     "+1",
        "10,7",  "10.77",   "999999999999", "4.\xc3\xa9"}) {
    const auto code = SdgCode::Parse(text);
    ASSERT_FALSE(code.ok()) << text;
    EXPECT_EQ(code.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(code.status().message()),
                testing::MatchesRegex("got \".*\", want .*"));
  }
}

}  // namespace
}  // namespace compendium
