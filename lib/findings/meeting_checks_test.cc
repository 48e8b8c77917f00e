// SPDX-License-Identifier: Apache-2.0
// The checks of meetings and of dates in answers' texts.
#include "gmock/gmock.h"
#include "lib/findings/check_test.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// A mention whose evidence is a line of its own in question `question`.
struct Mention {
  std::string question;
  std::string title;
  std::string edtf;
  std::string event_key;
  v1::MeetingStatus status = v1::MEETING_STATUS_UNSPECIFIED;
  bool year_inferred = false;
};

v1::Questionnaire QuestionnaireWith(const std::vector<Mention>& mentions) {
  v1::Questionnaire questionnaire;
  questionnaire.set_name("mechanisms/port-forum/questionnaires/2016");
  for (const char* const id : {"1", "2", "2A", "2B"}) {
    v1::Answer& answer = *questionnaire.add_answers();
    answer.set_question_id(id);
    answer.set_state(v1::ANSWER_STATE_ANSWERED);
  }
  for (const Mention& mention : mentions) {
    v1::Meeting& meeting = *questionnaire.add_meetings();
    meeting.set_title(mention.title);
    meeting.set_event_key(mention.event_key);
    meeting.set_status(mention.status);
    meeting.set_level(v1::MEETING_LEVEL_EXPERT);
    meeting.mutable_date()->set_edtf(mention.edtf);
    meeting.mutable_date()->set_as_written(mention.edtf);
    meeting.mutable_date()->set_year_inferred(mention.year_inferred);
    v1::Evidence& evidence = *meeting.mutable_evidence();
    evidence.set_question_id(mention.question);
    for (v1::Answer& answer : *questionnaire.mutable_answers()) {
      if (answer.question_id() != mention.question) continue;
      const std::string line = absl::StrCat(mention.title, " ", mention.edtf);
      evidence.set_begin_byte(static_cast<int32_t>(answer.text().size()));
      evidence.set_quote(line);
      answer.mutable_text()->append(line);
      evidence.set_end_byte(static_cast<int32_t>(answer.text().size()));
      answer.mutable_text()->append("\n");
    }
  }
  return questionnaire;
}

TEST(EventDates, MentionsOfOneEventOnOtherDays) {
  const auto found = FindingsOf(
      "event-dates",
      QuestionnaireWith(
          {{"1", "SOM", "2016-03-14/2016-03-15", "som"},
           {"2A", "Senior meeting", "2016-03-15/2016-03-16", "som"}}));

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(QuotesOf(found[0]),
              ElementsAre("1: SOM 2016-03-14/2016-03-15",
                          "2A: Senior meeting 2016-03-15/2016-03-16"));
}

TEST(EventDates, ADayWithinAMonthOrAConferenceAgrees) {
  for (const auto& [one, other] : {std::pair("2016-03", "2016-03-15"),
                                   {"2016", "2016-03-15"},
                                   {"2016-03-14/2016-03-16", "2016-03-15"},
                                   {"", "2016-03-15"},
                                   {"2016-03-15?", "2016-03-15"}}) {
    EXPECT_THAT(FindingsOf("event-dates",
                           QuestionnaireWith({{"1", "SOM", one, "som"},
                                              {"2A", "SOM", other, "som"}})),
                IsEmpty())
        << one << " " << other;
  }
}

TEST(EventDates, OneNumberInTwoAnswersFarApart) {
  const auto found = [](const char* title, const char* other) {
    return FindingsOf("event-dates",
                      QuestionnaireWith({{"2", title, "2016-03-04", ""},
                                         {"2A", other, "2016-09-04", ""}}));
  };

  EXPECT_THAT(found("5th Steering Committee", "Fifth steering committee"),
              SizeIs(1));
  EXPECT_THAT(found("5th Steering Committee", "6th Steering Committee"),
              IsEmpty());
  EXPECT_THAT(found("5th Steering Committee", "5th Harbour Workshop"),
              IsEmpty());
  EXPECT_THAT(found("Steering Committee", "Steering Committee"), IsEmpty());
}

TEST(EventStatus, HeldInOneAnswerAndAheadInAnother) {
  const auto found = [](const char* edtf) {
    return FindingsOf(
        "event-status",
        QuestionnaireWith(
            {{"1", "SOM", edtf, "som", v1::MEETING_STATUS_PLANNED},
             {"2A", "SOM", "2016-05-04", "som", v1::MEETING_STATUS_HELD}}));
  };

  EXPECT_THAT(found("2016-05-04"), SizeIs(1));
  EXPECT_THAT(found("2016"), IsEmpty());
}

TEST(PlannedPast, OverWhenAnswersWereDue) {
  const auto questionnaire = QuestionnaireWith(
      {{"2", "Workshop", "2016-05-04", "", v1::MEETING_STATUS_PLANNED},
       {"2", "Seminar", "2016-11-04", "", v1::MEETING_STATUS_TENTATIVE},
       {"2", "Retreat", "2015-11-04", "", v1::MEETING_STATUS_HELD}});
  FindingOptions options = In2016();

  EXPECT_THAT(FindingsOf("planned-past", questionnaire, options), IsEmpty());

  options.due_day = "2016-10-01";
  const auto found = FindingsOf("planned-past", questionnaire, options);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].message(), HasSubstr("over on 2016-10-01"));
}

TEST(PlannedPast, WithoutDueDayTheRoundsYearDecides) {
  const auto questionnaire = QuestionnaireWith(
      {{"2", "Workshop", "2015-12", "", v1::MEETING_STATUS_PLANNED}});

  EXPECT_THAT(FindingsOf("planned-past", questionnaire), SizeIs(1));
  EXPECT_THAT(FindingsOf("planned-past", questionnaire, {}), IsEmpty());
}

TEST(HeldAhead, HeldInALaterYear) {
  EXPECT_THAT(
      FindingsOf(
          "held-ahead",
          QuestionnaireWith(
              {{"2", "Workshop", "2017-02-01", "", v1::MEETING_STATUS_HELD},
               {"2", "Retreat", "2016-12-01", "", v1::MEETING_STATUS_HELD}})),
      SizeIs(1));
}

TEST(UnclearYear, BetweenTwoYears) {
  const auto found = [](const char* before, const char* after) {
    Mention unclear{
        "2", "Forum", "2016-09-16", "", v1::MEETING_STATUS_UNSPECIFIED, true};
    return FindingsOf("unclear-year",
                      QuestionnaireWith({{"2", "Roundtable", before, ""},
                                         unclear,
                                         {"2", "Retreat", after, ""}}));
  };

  EXPECT_THAT(found("2015-03-23", "2016-05-04"), SizeIs(1));
  EXPECT_THAT(found("2016-03-23", "2016-05-04"), IsEmpty());
}

TEST(UndatedMeetings, AreOneFindingForEachAnswer) {
  const auto found = FindingsOf(
      "undated-meetings",
      QuestionnaireWith({{"2", "Workshop", "", ""},
                         {"2", "Seminar", "2016", ""},
                         {"2", "Retreat", "2016-05", ""},
                         {"2", "SOM", "", "som"},
                         {"2A", "SOM", "2016-06-01", "som"},
                         {"2B", "Summit", "", "", v1::MEETING_STATUS_POSTPONED},
                         {"2B", "Old summit", "2014", ""}}));

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].message(), HasSubstr("Question 2 names 2 meetings"));
  EXPECT_THAT(QuotesOf(found[0]),
              ElementsAre("2: Workshop ", "2: Seminar 2016"));
}

TEST(ImpossibleDate, DayThatNoCalendarHas) {
  const auto found = FindingsOf(
      "impossible-date",
      QuestionnaireOf({{"2", "Workshop in Riga, 31 November 2016"}}));

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(QuotesOf(found[0]), ElementsAre("2: 31 November 2016"));
  EXPECT_THAT(FindingsOf("impossible-date",
                         QuestionnaireOf({{"2", "Workshop, 29 Feb 2016"}})),
              IsEmpty());
}

TEST(StatedMeetings, OtherNumberThanListed) {
  const auto found = FindingsOf(
      "stated-meetings",
      QuestionnaireOf({{"2",
                        "3 meetings were held this year.\n- Workshop, Riga, "
                        "May 2016\n- Seminar, Oslo, June 2016"}}));

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].message(),
              HasSubstr("speaks of 3 meetings and lists 2"));
}

TEST(StatedMeetings, ListOfOtherThingsOrOfThatNumber) {
  for (const char* const text :
       {"2 meetings were held.\n- Workshop, Riga\n- Seminar, Oslo",
        "3 meetings were held.\n- They were short.\n- They were good.",
        "3 meetings were held.\nWorkshop, Riga\nSeminar, Oslo",
        "The working groups held meetings.\n- Workshop\n- Seminar"}) {
    EXPECT_THAT(FindingsOf("stated-meetings", QuestionnaireOf({{"2", text}})),
                IsEmpty())
        << text;
  }
}

}  // namespace
}  // namespace compendium
