// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_linker.h"

#include <gtest/gtest.h>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

MeetingMention Mention(absl::string_view question, const std::string& title,
                       const std::string& edtf,
                       v1::MeetingLevel level = v1::MEETING_LEVEL_OTHER,
                       absl::string_view city = "") {
  MeetingMention mention;
  mention.question_id = question;
  mention.title = title;
  mention.edtf = edtf;
  const auto date = EdtfDate::Parse(edtf);
  if (date.ok()) mention.days = DaysOf(*date);
  mention.detail = edtf.size() <= 4   ? DateDetail::kYear
                   : edtf.size() <= 7 ? DateDetail::kMonth
                                      : DateDetail::kDay;
  mention.level = level;
  mention.city = city;
  mention.place_as_written = city;
  return mention;
}

bool Linked(MeetingMention one, MeetingMention other) {
  std::vector<MeetingMention> mentions = {one, other};
  LinkEvents(mentions);
  EXPECT_EQ(mentions[0].event_key.empty(), mentions[1].event_key.empty());
  return !mentions[0].event_key.empty() &&
         mentions[0].event_key == mentions[1].event_key;
}

constexpr auto kSom = v1::MEETING_LEVEL_SENIOR_OFFICIALS;
constexpr auto kMinisterial = v1::MEETING_LEVEL_MINISTERIAL;
constexpr auto kWorkshop = v1::MEETING_LEVEL_WORKSHOP_TRAINING;

TEST(LinkEvents, OverlappingDaysOfOneHighLevelAreOneEvent) {
  EXPECT_TRUE(Linked(Mention("1", "SOM", "2016-11-14/2016-11-15", kSom),
                     Mention("2A", "Eleventh Meeting of Senior Officials",
                             "2016-11-15/2016-11-16", kSom)));
  EXPECT_FALSE(Linked(Mention("1", "SOM", "2016-11-14", kSom),
                      Mention("2B", "Conference", "2016-11-15", kMinisterial)));
}

TEST(LinkEvents, OtherLevelsNeedAlikeTitles) {
  EXPECT_TRUE(Linked(Mention("1", "Workshop on ports", "2016-05", kWorkshop),
                     Mention("2", "Regional workshop on ports for captains",
                             "2016-05-03", kWorkshop)));
  EXPECT_FALSE(
      Linked(Mention("1", "Workshop on ports", "2016-05", kWorkshop),
             Mention("2", "Workshop: ships", "2016-05-03", kWorkshop)));
}

TEST(LinkEvents, PlacesAndNumbersSpeakAgainst) {
  EXPECT_FALSE(Linked(Mention("1", "Forum", "2016-05-03", kSom, "Lima"),
                      Mention("2", "Forum", "2016-05-03", kSom, "Oslo")));
  EXPECT_FALSE(Linked(Mention("1", "2nd Forum", "2016"),
                      Mention("2", "3rd Forum", "2016")));
  EXPECT_TRUE(Linked(Mention("1", "XI Forum on Ports", "2016"),
                     Mention("2", "Eleventh Forum on Ports", "2016-05-03")));
}

TEST(LinkEvents, YearAloneNeedsTheTitle) {
  EXPECT_TRUE(
      Linked(Mention("1", "3rd SOM", "2016", kSom),
             Mention("2A", "3rd Senior Officials Meeting of the Process “On”",
                     "2016-09-19", kSom)));
  EXPECT_FALSE(Linked(Mention("1", "meeting", "2016"),
                      Mention("2", "meeting of captains", "2016-05-03")));
  EXPECT_FALSE(Linked(Mention("1", "3rd Forum on Ports", "2015"),
                      Mention("2", "3rd Forum on Ports", "2016-05-03")));
}

TEST(LinkEvents, MonthsAndYearsThatTouchAreApart) {
  EXPECT_FALSE(Linked(Mention("1", "SOM", "2016-05", kSom),
                      Mention("2A", "Senior officials", "2016-06", kSom)));
  EXPECT_FALSE(Linked(Mention("1", "3rd Forum on Ports", "2016"),
                      Mention("3", "3rd Forum on Ports", "2017")));
  EXPECT_FALSE(Linked(Mention("1", "SOM", "2016-05-31", kSom),
                      Mention("2A", "Senior officials", "2016-06", kSom)));
  EXPECT_TRUE(Linked(Mention("1", "SOM", "2016-05-31", kSom),
                     Mention("2A", "Senior officials", "2016-06-01", kSom)));
}

TEST(LinkEvents, OneQuestionTellsOfAnEventOnce) {
  EXPECT_FALSE(Linked(Mention("1", "Forum on ports", "2016-05-03"),
                      Mention("1", "Forum on ports", "2016-05-03")));
}

TEST(LinkEvents, BestPairJoinsFirst) {
  std::vector<MeetingMention> mentions = {
      Mention("1", "Concluding Workshop on Port Profiles", "2016", kWorkshop),
      Mention("2", "P5 Concluding Workshop on Illegal Port", "2016", kWorkshop),
      Mention("2", "Concluding Workshop on Port Profiles", "2016", kWorkshop)};

  LinkEvents(mentions);

  EXPECT_TRUE(mentions[1].event_key.empty());
  EXPECT_EQ(mentions[0].event_key, mentions[2].event_key);
}

TEST(LinkEvents, EditionIsTheOnlyDatedEventOfItsYear) {
  MeetingMention edition = Mention("1", "2016 SEAC", "2016");
  edition.is_edition = true;
  std::vector<MeetingMention> mentions = {
      edition, Mention("2", "Officials’ meeting", "2016-05-03", kSom)};

  LinkEvents(mentions);

  EXPECT_EQ(mentions[0].event_key, mentions[1].event_key);
  EXPECT_EQ(mentions[0].level, kSom);
}

TEST(LinkEvents, ListedMeetingsTakeTheDatedOnesInTheirOrder) {
  std::vector<MeetingMention> mentions = {
      Mention("2", "regular yearly meeting", "2016", kSom),
      Mention("2", "extraordinary meeting", "2016", kSom),
      Mention("2A", "NSF extraordinary meeting", "2016-08", kSom),
      Mention("2A", "second NSF meeting", "2016-05", kSom)};
  mentions[0].listed = 1;
  mentions[1].listed = 2;
  mentions[0].listed_of = mentions[1].listed_of = 2;
  std::vector<MeetingMention> more = mentions;
  more.push_back(Mention("2A", "third NSF meeting", "2016-10", kSom));

  LinkEvents(mentions);
  LinkEvents(more);

  EXPECT_EQ(mentions[0].event_key, mentions[3].event_key);
  EXPECT_EQ(mentions[1].event_key, mentions[2].event_key);
  EXPECT_NE(mentions[0].event_key, mentions[1].event_key);
  EXPECT_EQ(mentions[3].match_percent, 60);
  EXPECT_TRUE(more[0].event_key.empty());
}

TEST(LinkEvents, KeysAreMadeFromTheFirstMentionAndDiffer) {
  std::vector<MeetingMention> mentions = {
      Mention("1", "Expert Missions!", "2016", v1::MEETING_LEVEL_EXPERT),
      Mention("1", "Expert Missions!", "2016", v1::MEETING_LEVEL_EXPERT),
      Mention("2", "Expert missions", "2016", v1::MEETING_LEVEL_EXPERT),
      Mention("2", "Expert missions", "2016", v1::MEETING_LEVEL_EXPERT)};
  mentions[0].country_code = mentions[2].country_code = "PER";
  mentions[1].country_code = mentions[3].country_code = "CHL";

  LinkEvents(mentions);

  EXPECT_EQ(mentions[0].event_key, "2016-expert-missions");
  EXPECT_EQ(mentions[1].event_key, "2016-expert-missions-2");
  EXPECT_EQ(mentions[2].event_key, mentions[0].event_key);
  EXPECT_EQ(mentions[3].event_key, mentions[1].event_key);
}

TEST(LinkEvents, LaterMentionSaysWhyAndHowSurely) {
  std::vector<MeetingMention> mentions = {
      Mention("1", "3rd Workshop on ports", "2016-05-03", kWorkshop, "Lima"),
      Mention("2", "Third workshop on ports", "2016-05-03", kWorkshop, "Lima"),
      Mention("2", "Forum", "2016-07-03")};

  LinkEvents(mentions);

  EXPECT_EQ(mentions[0].match_reason, "");
  EXPECT_EQ(mentions[0].match_percent, 0);
  EXPECT_EQ(mentions[1].match_reason,
            "same dates, same city, alike titles, same number in a series, "
            "same level");
  EXPECT_EQ(mentions[1].match_percent, 95);
  EXPECT_EQ(mentions[2].match_reason, "");
}

TEST(LinkEvents, LessAgreementIsLessSure) {
  std::vector<MeetingMention> mentions = {
      Mention("1", "SOM", "2016-11-14/2016-11-15", kSom),
      Mention("2A", "Tenth talks", "2016-11-15/2016-11-16", kSom)};

  LinkEvents(mentions);

  EXPECT_EQ(mentions[1].match_reason, "dates that meet, same level");
  EXPECT_EQ(mentions[1].match_percent, 55);
}

TEST(LinkEvents, EditionWithoutADaySaysSo) {
  std::vector<MeetingMention> mentions = {
      Mention("1", "2016 NSF", "2016"),
      Mention("2", "Gathering of skippers", "2016-05-03")};
  mentions[0].is_edition = true;

  LinkEvents(mentions);

  EXPECT_EQ(mentions[1].match_reason,
            "an edition, and the only dated event of its year");
  EXPECT_EQ(mentions[1].match_percent, 60);
}

TEST(LinkEvents, ManyAlikeAreJoinedInTheOrderOfTheText) {
  std::vector<MeetingMention> mentions;
  for (const char* const question : {"1", "2", "3"}) {
    for (int i = 0; i < 3; ++i) {
      mentions.push_back(Mention(question, "Workshop on ports", "2016"));
    }
  }

  LinkEvents(mentions);

  EXPECT_EQ(mentions[0].event_key, "2016-workshop-on-ports");
  EXPECT_EQ(mentions[1].event_key, "2016-workshop-on-ports-2");
  EXPECT_EQ(mentions[2].event_key, "2016-workshop-on-ports-3");
  for (size_t i = 3; i < mentions.size(); ++i) {
    EXPECT_EQ(mentions[i].event_key, mentions[i % 3].event_key) << i;
  }
}

}  // namespace
}  // namespace compendium
