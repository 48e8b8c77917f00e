// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/meeting_title.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

int LikenessOf(absl::string_view a, absl::string_view b) {
  const int likeness = Likeness(ReadTitle(a), ReadTitle(b));
  EXPECT_EQ(likeness, Likeness(ReadTitle(b), ReadTitle(a)));
  return likeness;
}

TEST(MeetingTitle, WordsAreFoldedAndSorted) {
  const TitleWords words =
      ReadTitle("The 2nd Séminar on “Border–Management” (XVI) of 2016, AFRICA");

  EXPECT_THAT(words.telling, ElementsAre("africa", "border", "management"));
  EXPECT_THAT(words.common, ElementsAre("seminar"));
  EXPECT_THAT(words.numbers, ElementsAre(2, 16));
}

TEST(MeetingTitle, EmptyTitleHasNoWords) {
  const TitleWords words = ReadTitle(" – ");

  EXPECT_THAT(words.telling, IsEmpty());
  EXPECT_EQ(LikenessOf("", ""), 0);
}

TEST(MeetingTitle, BytesThatAreNotTextDoNoHarm) {
  EXPECT_THAT(ReadTitle("\xC2").telling, ElementsAre("\xC2"));
  EXPECT_THAT(ReadTitle("a \xE2\x80").telling, ElementsAre("\xE2\x80"));
}

TEST(MeetingTitle, ShorterNameOfOneForumIsTheSame) {
  EXPECT_EQ(LikenessOf("Intra-Regional Forum for Migration in Africa",
                       "Senior Officials Meeting - 2nd Intra-Regional Forum on "
                       "Migration in Africa"),
            kSame);
}

TEST(MeetingTitle, OneTellingWordSufficesForAWholeTitleOnly) {
  EXPECT_EQ(LikenessOf("Bali Process Ministerial Conference",
                       "Sixth Ministerial Conference of the Bali Process"),
            kSame);
  EXPECT_EQ(LikenessOf("Bali Process Ministerial Conference",
                       "Workshop on data in Bali, Ministerial opening"),
            0);
}

TEST(MeetingTitle, CommonWordsAloneNeverSuffice) {
  EXPECT_EQ(LikenessOf("Senior Officials Meeting", "Senior Officials Meeting"),
            0);
}

TEST(MeetingTitle, DifferentNumbersAreDifferentMeetings) {
  EXPECT_EQ(LikenessOf("8th Silk Routes Partnership Meeting",
                       "9th Silk Routes Partnership Meeting"),
            0);
  EXPECT_EQ(LikenessOf("Eighth Silk Routes Partnership Meeting",
                       "VIII Silk Routes Partnership Meeting"),
            kSame);
}

TEST(MeetingTitle, MeetingsOfOneMechanismOnOneDayAreNotAlike) {
  EXPECT_EQ(
      LikenessOf("8th SR Working Group Meeting", "Advisory Board meeting"), 0);
  EXPECT_EQ(LikenessOf("Skills and Qualification Recognition",
                       "Promoting Ethical Recruitment"),
            0);
}

TEST(MeetingTitle, StrongLikenessWantsTheWholeShorterTitle) {
  const TitleWords whole = ReadTitle("Forum on Border Management in Africa");
  const TitleWords part = ReadTitle("Border Management Africa");
  const TitleWords other = ReadTitle("Border Management Forum Zambia");

  EXPECT_TRUE(AreStronglyAlike(whole, part));
  EXPECT_FALSE(AreStronglyAlike(whole, other));
  EXPECT_GT(Likeness(whole, other), 0);
}

TEST(MeetingTitle, NumberOfOneTitleHoldsForTheOthers) {
  const Titles eighth = {ReadTitle("8th meeting"),
                         ReadTitle("Silk Routes Partnership")};
  const Titles ninth = {ReadTitle("9th Silk Routes Partnership Meeting")};
  const Titles any = {ReadTitle("Silk Routes Partnership Meeting")};

  EXPECT_EQ(Likeness(eighth, ninth, false), 0);
  EXPECT_EQ(Likeness(eighth, any, false), kSame);
  EXPECT_EQ(Likeness(any, ninth, true), kSame);
}

}  // namespace
}  // namespace compendium::reporting
