// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/meeting_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

MeetingsFound Find(absl::string_view text, QuestionTopic topic,
                   absl::string_view mechanism = "North Sea Forum (NSF)") {
  const MechanismNames names = ParseMechanismNames(mechanism);
  const AnswerText answer(text);
  return FindMeetings(answer, MeetingSource{"2", topic, names, 2019});
}

// "title | edtf | city/country" of each mention.
std::vector<std::string> Meetings(
    absl::string_view text, QuestionTopic topic = QuestionTopic::kMeetings) {
  std::vector<std::string> shown;
  for (const MeetingMention& mention : Find(text, topic).mentions) {
    shown.push_back(absl::StrCat(mention.title, " | ", mention.edtf, " | ",
                                 mention.city, "/", mention.country_code));
  }
  return shown;
}

TEST(FindMeetings, EntryWithTrailingDate) {
  EXPECT_THAT(Meetings("• Forum on Sails, Oslo, Norway, 6-7 May 2018"),
              ElementsAre("Forum on Sails | 2018-05-06/2018-05-07 | Oslo/NOR"));
  EXPECT_THAT(Meetings("Workshop on sails (Oslo, Norway, May 6, 2018)"),
              ElementsAre("Workshop on sails | 2018-05-06 | Oslo/NOR"));
  EXPECT_THAT(Meetings("1 Workshop on “sails” (May 6 2018 Oslo, Norway)"),
              ElementsAre("Workshop on “sails” | 2018-05-06 | Oslo/NOR"));
}

TEST(FindMeetings, EntriesRunTogetherInOneLine) {
  EXPECT_THAT(Meetings("Third Meeting of Captains, Oslo, Norway, 2 May Senior "
                       "Officials Meeting, Riga, Latvia, 3 June"),
              ElementsAre("Third Meeting of Captains | 2019-05-02 | Oslo/NOR",
                          "Senior Officials Meeting | 2019-06-03 | Riga/LVA"));
}

TEST(FindMeetings, EntryWithLeadingDate) {
  EXPECT_THAT(
      Meetings("• 5-6 June: Captains’ Meeting, Riga, Latvia: draft of the "
               "charter; 2nd reading\n• 20 June: 3rd Conference, Oslo: vote"),
      ElementsAre("Captains’ Meeting | 2019-06-05/2019-06-06 | Riga/LVA",
                  "3rd Conference | 2019-06-20 | Oslo/NOR"));
}

TEST(FindMeetings, CalendarHeadingGivesTheYearAndTheMonth) {
  EXPECT_THAT(
      Meetings("December 2018\n8 – 9 Dec, Peru (tbc): Board meeting\nSRP ABC\n"
               "(tbc), Oslo Training of sailors\nJanuary 2020\nPeru: Screening "
               "of a film\nNote ABC"),
      ElementsAre("Board meeting | 2018-12-08/2018-12-09 | /PER",
                  "Training of sailors | 2018-12? | Oslo/NOR",
                  "Screening of a film | 2020-01 | /PER"));
}

TEST(FindMeetings, SentencesInProse) {
  EXPECT_THAT(
      Meetings("In early 2019, the chair organized an informal meeting with "
               "ports, aimed at trust. The First Technical Meeting of the NSF "
               "was held in mid-2019 (on June 7). The aim of that meeting was "
               "to prepare the 5th annual meeting that will be held in Lima, "
               "Peru on 3-4 November."),
      ElementsAre("informal meeting with ports | 2019~ | /",
                  "First Technical Meeting of the NSF | 2019-06-07 | /",
                  "5th annual meeting | 2019-11-03/2019-11-04 | Lima/PER"));
}

TEST(FindMeetings, LaterSentenceDatesTheMeetingBefore) {
  EXPECT_THAT(
      Meetings("One officials meeting of both ministries was held. They "
               "agreed. The meeting took place on March 4, 2018 in "
               "Lima, with many guests."),
      ElementsAre("officials meeting of both ministries | 2018-03-04 | "
                  "Lima/PER"));
}

TEST(FindMeetings, MonthAloneDatesTheTitleAboveUnlessDaysFollow) {
  EXPECT_THAT(Meetings("Forum on ports\nMay 2018\nForum on ships\nJune 2018"),
              ElementsAre("Forum on ports | 2018-05 | /",
                          "Forum on ships | 2018-06 | /"));
}

TEST(FindMeetings, DayThatDoesNotExistIsNoDate) {
  EXPECT_THAT(Meetings("• Forum on ports, Lima, 30 February 2018"), IsEmpty());
  EXPECT_THAT(Meetings("Forum on ports\n30 February 2018"),
              ElementsAre("Forum on ports | 2019 | /"));
}

TEST(FindMeetings, OneNameForSeveralDays) {
  EXPECT_THAT(
      Meetings("The Steering Group met in Oslo on 3 May and in Riga on 7 June "
               "2018."),
      ElementsAre("Steering Group | 2018-05-03 | Oslo/NOR",
                  "Steering Group | 2018-06-07 | Riga/LVA"));
}

TEST(FindMeetings, TitlePlaceAndDateOnThreeLines) {
  EXPECT_THAT(Meetings("Captains’ Meeting\nLima, Peru\n10-11 May 2018"),
              ElementsAre("Captains’ Meeting | 2018-05-10/2018-05-11 | "
                          "Lima/PER"));
}

TEST(FindMeetings, DateLineDatesTheTitleAbove) {
  EXPECT_THAT(
      Meetings(
          "1. Roundtable on ports\n• Theme: Better forums in Peru\n• Lima, "
          "Peru – 3 – 5 March, 2018\n2. Forum on Ports\n• 6 – 8 Sept.; "
          "Accra, Ghana"),
      ElementsAre("Roundtable on ports | 2018-03-03/2018-03-05 | Lima/PER",
                  "Forum on Ports | 2018-09-06/2018-09-08 | Accra/GHA"));
}

TEST(FindMeetings, LabelledLinesAreOneMeeting) {
  EXPECT_THAT(
      Meetings("Title: The 4th Captains' Meeting\nTheme: \"Ports\"\nDate & "
               "Venue: 4 May 2018, Lima, Peru\nMain result:\n• none"),
      ElementsAre("4th Captains' Meeting | 2018-05-04 | Lima/PER"));
  EXPECT_THAT(
      Meetings("Theme: Ports and people\nDate: 4 – 6 May, 2018;\nVenue: "
               "Lima, Peru"),
      ElementsAre("Ports and people | 2018-05-04/2018-05-06 | "
                  "Lima/PER"));
}

TEST(FindMeetings, LabelsInOtherWords) {
  EXPECT_THAT(Meetings("Name of the meeting: 3rd Captains' Meeting\r\nTheme of "
                       "the meeting: Ports\r\nDates: 4.-5.05.2018\r\nPlace of "
                       "the event: Lima, Peru\r\n"),
              ElementsAre("3rd Captains' Meeting | 2018-05-04/2018-05-05 | "
                          "Lima/PER"));
  EXPECT_THAT(Meetings("Title: Captains' Forum\nDate and venue of the meeting: "
                       "le 4 mai 2018, Lima, Peru"),
              ElementsAre("Captains' Forum | 2018-05-04 | Lima/PER"));
}

TEST(FindMeetings, HeadingOfAListGivesPlaceAndContext) {
  EXPECT_THAT(
      Meetings("2. Expert meetings in Geneva\n• 5th Meeting (5 March 2018) on "
               "ports\n• 6th Meeting (6 May 2018)"),
      ElementsAre(
          "5th Meeting – Expert meetings in Geneva | 2018-03-05 | Geneva/CHE",
          "6th Meeting – Expert meetings in Geneva | 2018-05-06 | Geneva/CHE"));
}

TEST(FindMeetings, OnePhraseForSeveralMeetings) {
  EXPECT_THAT(
      Meetings("• Convening of the 4th SOM and 5th Conference (24-25 May "
               "2018, Lima)"),
      ElementsAre("4th SOM | 2018-05-24/2018-05-25 | Lima/PER",
                  "5th Conference | 2018-05-24/2018-05-25 | Lima/PER"));
  EXPECT_THAT(Meetings("• Expert missions to Peru and Chile"),
              ElementsAre("Expert missions to Peru and Chile (Peru) | 2019 | "
                          "/PER",
                          "Expert missions to Peru and Chile (Chile) | 2019 | "
                          "/CHL"));
  EXPECT_THAT(Meetings("• 2nd and 3rd Seminar on sails"),
              ElementsAre("2nd Seminar on sails | 2019 | /",
                          "3rd Seminar on sails | 2019 | /"));
  EXPECT_THAT(Meetings("• Training and Sailing Workshop on ports, 3 May"),
              ElementsAre("Training and Sailing Workshop on ports | 2019-05-03 "
                          "| /"));
}

TEST(FindMeetings, LevelsInOnePhraseAreMeetingsOfTheirOwn) {
  EXPECT_THAT(
      Meetings("• NSF yearly meetings (Experts and Ministerial) held on 3rd, "
               "4th, 5th May 2018 in Lima;"),
      ElementsAre(
          "NSF yearly meetings (Experts) | 2018-05-03/2018-05-05 | Lima/PER",
          "NSF yearly meetings (Ministerial) | 2018-05-03/2018-05-05 | "
          "Lima/PER"));
  EXPECT_THAT(Meetings("Expert and Ministerial Meetings, Lima, Peru, 3.-5. "
                       "June 2018\r\n"),
              ElementsAre("Expert Meetings | 2018-06-03/2018-06-05 | Lima/PER",
                          "Ministerial Meetings | 2018-06-03/2018-06-05 | "
                          "Lima/PER"));
}

TEST(FindMeetings, NumberOfMeetingsIsPartOfTheirName) {
  EXPECT_THAT(Meetings("Three meetings for each of the 5 crews (deck, sails)\n"
                       "Two workshops on ropes, and on sails"),
              ElementsAre("Three meetings for each of the 5 crews (deck, "
                          "sails) | 2019 | /",
                          "workshops on ropes | 2019 | /",
                          "workshops on sails | 2019 | /"));
}

TEST(FindMeetings, SmallGroupsAreWorkingGroupsUnlessTheQuestionTellsMore) {
  const auto level = [](absl::string_view text, QuestionTopic topic) {
    const auto found = Find(text, topic);
    return found.mentions.empty() ? registry::v1::MEETING_LEVEL_UNSPECIFIED
                                  : found.mentions[0].level;
  };
  const absl::string_view text = "• Meeting of the NSF Ad Hoc Group on tides";

  EXPECT_EQ(level(text, QuestionTopic::kMeetings),
            registry::v1::MEETING_LEVEL_WORKING_GROUP);
  EXPECT_EQ(level(text, QuestionTopic::kSeniorOfficials),
            registry::v1::MEETING_LEVEL_SENIOR_OFFICIALS);
}

TEST(FindMeetings, UndatedEntriesAndWhatWasOrganized) {
  EXPECT_THAT(
      Meetings(
          "• 6th Core Group meeting: agenda of the SOM\n• Decision to hold "
          "meetings\n• Organisation of Core Group meetings\n• Publication "
          "of the training manual"),
      ElementsAre("6th Core Group meeting | 2019 | /"));
  EXPECT_THAT(Meetings("In 2018 the NSF organized the 3rd SOM, a roundtable on "
                       "ports, and two workshops.",
                       QuestionTopic::kActivities),
              ElementsAre("3rd SOM | 2018 | /",
                          "roundtable on ports | 2018 | "
                          "/"));
}

TEST(FindMeetings, OtherDatesAreNoMeetings) {
  EXPECT_THAT(
      Meetings("The agenda adopted in September 2015 was discussed. The report "
               "will be issued by 5 May 2018. Project: 1 May 2018 – 30 June "
               "2019. Results of the UN 19th September meeting; the General "
               "Assembly Plenary Session (20 November 2015)."),
      IsEmpty());
}

TEST(FindMeetings, ProjectsNeedAGatheringAndADay) {
  EXPECT_THAT(Meetings("Research was done in March. Launch of the guide for "
                       "captains, in Lima, Peru, 29 July, followed by "
                       "training. Duration: May 2018 to May 2019",
                       QuestionTopic::kProjects),
              ElementsAre("Launch of the guide for captains | 2019-07-29 | "
                          "Lima/PER"));
}

TEST(FindMeetings, PreparationOfANumberedMeetingAnnouncesIt) {
  const auto found = Find("- Preparing for the 4 th Forum of Ports in 2020\r\n",
                          QuestionTopic::kProjects);

  ASSERT_EQ(found.mentions.size(), 1u);
  EXPECT_EQ(found.mentions[0].title, "4 th Forum of Ports");
  EXPECT_EQ(found.mentions[0].edtf, "2020");
  EXPECT_EQ(found.mentions[0].status, registry::v1::MEETING_STATUS_PLANNED);
  for (const absl::string_view other :
       {"- Preparing for the Forum of Ports in 2020",
        "- Preparing for the 4th Forum of Ports",
        "- Preparing for the 4th Forum of Ports in 2017",
        "- Preparing for the 4th edition of the atlas in 2020",
        "- The 4th Forum of Ports in 2020 asked for a project"}) {
    EXPECT_THAT(Meetings(other, QuestionTopic::kProjects), IsEmpty()) << other;
  }
}

TEST(FindMeetings, WhatASentencePutsOffIsPostponed) {
  for (const absl::string_view text :
       {"The Ministerial Meeting has been postponed sine die.",
        "They talked. The Ministerial Meeting was cancelled.\r\n",
        "Ministerial Meeting: postponed until further notice"}) {
    const auto found = Find(text, QuestionTopic::kMeetings);

    ASSERT_EQ(found.mentions.size(), 1u) << text;
    EXPECT_EQ(found.mentions[0].title, "Ministerial Meeting");
    EXPECT_EQ(found.mentions[0].status, registry::v1::MEETING_STATUS_POSTPONED);
  }
  EXPECT_THAT(
      Meetings("The chair postponed the vote. The vote was postponed to "
               "a later meeting. Meetings were postponed."),
      IsEmpty());
}

TEST(FindMeetings, EditionsOfTheMechanismAreMeetings) {
  const auto found =
      Find("Progress was reported at the 2018 NSF. In 2018 NSF grew.",
           QuestionTopic::kActivities);

  ASSERT_EQ(found.mentions.size(), 1u);
  EXPECT_EQ(found.mentions[0].title, "2018 NSF");
  EXPECT_TRUE(found.mentions[0].is_edition);
  EXPECT_EQ(found.mentions[0].level,
            registry::v1::MEETING_LEVEL_SUMMIT_CONFERENCE);
}

TEST(FindMeetings, YearIsMarkedAsInferredUnlessWrittenBesideTheDate) {
  const auto found = Find("• Forum, Lima, 3 May 2018\n• Workshop, Lima, 4 June",
                          QuestionTopic::kMeetings);

  ASSERT_EQ(found.mentions.size(), 2u);
  EXPECT_FALSE(found.mentions[0].year_inferred);
  EXPECT_EQ(found.mentions[1].edtf, "2018-06-04");
  EXPECT_TRUE(found.mentions[1].year_inferred);
}

TEST(FindMeetings, EvidenceIsTheSentence) {
  const AnswerText answer(
      "A word. The forum of captains was held on 3 May. B.");
  const MechanismNames names = ParseMechanismNames("X");

  const auto found = FindMeetings(
      answer, MeetingSource{"2", QuestionTopic::kMeetings, names, 2019});

  ASSERT_EQ(found.mentions.size(), 1u);
  EXPECT_EQ(answer.text().substr(found.mentions[0].evidence_begin,
                                 found.mentions[0].evidence_end -
                                     found.mentions[0].evidence_begin),
            "The forum of captains was held on 3 May.");
}

TEST(FindMeetings, CountsOfHeldMeetingsAreKept) {
  const auto found =
      Find("Two workshops were held in 2018. In 2018 it convened 3 SOMs.",
           QuestionTopic::kActivities);

  EXPECT_THAT(found.mentions, IsEmpty());
  ASSERT_EQ(found.counts.size(), 2u);
  EXPECT_EQ(found.counts[0].count, 2);
  EXPECT_EQ(found.counts[0].level,
            registry::v1::MEETING_LEVEL_WORKSHOP_TRAINING);
  EXPECT_EQ(found.counts[1].count, 3);
  EXPECT_EQ(found.counts[1].level,
            registry::v1::MEETING_LEVEL_SENIOR_OFFICIALS);
}

TEST(FindMeetings, CountedMeetingsToldByTheirPlaces) {
  const auto found = Find(
      "Two meetings were held in 2018 at Senior Officials Level. The "
      "first one was a regular yearly meeng, while the 2nd was an\u00a0"
      "extraordinary one held to prepare the Sea Summit.\r\n",
      QuestionTopic::kMeetings);

  ASSERT_EQ(found.mentions.size(), 2u);
  EXPECT_EQ(found.mentions[0].title, "regular yearly meeng");
  EXPECT_EQ(found.mentions[0].edtf, "2018");
  EXPECT_EQ(found.mentions[0].listed, 1);
  EXPECT_EQ(found.mentions[1].title, "extraordinary meeting");
  EXPECT_EQ(found.mentions[1].level,
            registry::v1::MEETING_LEVEL_SENIOR_OFFICIALS);
  EXPECT_EQ(found.mentions[1].status, registry::v1::MEETING_STATUS_HELD);
  EXPECT_THAT(Meetings("Two workshops were held. The first goal was a new "
                       "port. The third was a good one. The second was on "
                       "sails."),
              IsEmpty());
}

TEST(FindMeetings, PlaceToBeConfirmedIsMarked) {
  const auto uncertain = [](absl::string_view text) {
    const auto found = Find(text, QuestionTopic::kMeetings);
    return found.mentions.size() == 1 && found.mentions[0].place_uncertain;
  };

  EXPECT_TRUE(uncertain("8 – 9 Dec, Turkey (tbc): Meeting of captains"));
  EXPECT_TRUE(uncertain("Meeting of captains, 8 May 2019 (venue tbc)"));
  EXPECT_TRUE(uncertain("Meeting of captains, 8 May 2019, Lima, Peru (TBC)"));
  EXPECT_TRUE(
      uncertain("Meeting of captains, 8 May 2019; venue and host "
                "country to be confirmed"));
  EXPECT_FALSE(uncertain("Meeting of captains, Lima, Peru, 8 May 2019 (tbc)"));
  EXPECT_FALSE(uncertain("November (tbc): Meeting of captains, Lima"));
  EXPECT_FALSE(uncertain("Meeting of captains at the venue of Lima, 8 May"));
}

TEST(FindMeetings, NumbersOfMeetingsAreKept) {
  const auto counts = [](absl::string_view text) {
    std::vector<int> events;
    const auto found = Find(text, QuestionTopic::kMeetings);
    for (const auto& mention : found.mentions) {
      events.push_back(mention.event_count);
    }
    return events;
  };

  EXPECT_THAT(counts("Two meetings for each of the 6 working groups (ports, "
                     "sails)"),
              ElementsAre(12));
  EXPECT_THAT(counts("Three workshops"), ElementsAre(3));
  EXPECT_THAT(counts("Two workshops on sails, and on ropes"),
              ElementsAre(1, 1));
  EXPECT_THAT(counts("Workshop on 12 sails"), ElementsAre(1));
}

}  // namespace
}  // namespace compendium
