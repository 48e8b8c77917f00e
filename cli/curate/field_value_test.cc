// SPDX-License-Identifier: Apache-2.0
#include "cli/curate/field_value.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(SetField, TakesEveryKindOfValue) {
  v1::Meeting meeting;

  EXPECT_TRUE(SetField("title=Forum = talks", meeting).ok());
  EXPECT_TRUE(SetField("level=senior officials", meeting).ok());
  EXPECT_TRUE(SetField("status=MEETING_STATUS_HELD", meeting).ok());
  EXPECT_TRUE(SetField("event_count=12", meeting).ok());
  EXPECT_TRUE(SetField("place_uncertain=yes", meeting).ok());

  EXPECT_EQ(meeting.title(), "Forum = talks");
  EXPECT_EQ(meeting.level(), v1::MEETING_LEVEL_SENIOR_OFFICIALS);
  EXPECT_EQ(meeting.status(), v1::MEETING_STATUS_HELD);
  EXPECT_EQ(meeting.event_count(), 12);
  EXPECT_TRUE(meeting.place_uncertain());
}

TEST(SetField, DateKeepsWhatTheSourceWrote) {
  v1::Meeting meeting;
  meeting.mutable_date()->set_as_written("3 May");
  meeting.mutable_date()->set_year_inferred(true);
  meeting.mutable_date()->set_earliest_day("2016-05-03");

  EXPECT_TRUE(SetField("date=2015-05-03", meeting).ok());

  EXPECT_EQ(meeting.date().edtf(), "2015-05-03");
  EXPECT_EQ(meeting.date().as_written(), "3 May");
  EXPECT_FALSE(meeting.date().year_inferred());
  EXPECT_EQ(meeting.date().earliest_day(), "");
}

TEST(SetField, ListsHaveCommas) {
  v1::FocusArea area;

  EXPECT_TRUE(SetField("themes=return, border.control", area).ok());

  EXPECT_THAT(area.themes(), ElementsAre("return", "border.control"));
}

TEST(SetField, AnEmptyValueClears) {
  v1::Meeting meeting;
  meeting.set_city("Lima");
  meeting.mutable_date()->set_edtf("2016");

  EXPECT_TRUE(SetField("city=", meeting).ok());
  EXPECT_TRUE(SetField("date=", meeting).ok());

  EXPECT_EQ(meeting.ByteSizeLong(), 0u);
}

TEST(SetField, SaysWhatThereIs) {
  v1::Meeting meeting;
  const auto message = [&](const char* assignment) {
    return std::string(SetField(assignment, meeting).message());
  };

  EXPECT_THAT(message("colour=red"), HasSubstr("got colour, want FIELD=VALUE"));
  EXPECT_THAT(message("colour=red"), HasSubstr("title, date, city"));
  EXPECT_THAT(message("title"), HasSubstr("want FIELD=VALUE"));
  EXPECT_THAT(message(""), HasSubstr("got nothing"));
  EXPECT_THAT(message("id=m-1"), HasSubstr("want FIELD=VALUE"));
  EXPECT_THAT(message("origin=curated"), HasSubstr("want FIELD=VALUE"));
  EXPECT_THAT(message("level=royal"), HasSubstr("one of senior officials"));
  EXPECT_THAT(message("event_count=many"), HasSubstr("a whole number"));
  EXPECT_THAT(message("place_uncertain=so"), HasSubstr("yes or no"));
}

TEST(FieldNames, AreThoseThatPeopleSet) {
  const std::string names = FieldNames(*v1::Claim::descriptor());

  EXPECT_EQ(names, "framework, code, strength");
}

TEST(EnumNumber, KnowsBothSpellings) {
  const auto& type = *v1::AnswerState_descriptor();

  EXPECT_EQ(EnumNumber(type, "nothing to report"),
            v1::ANSWER_STATE_NOTHING_TO_REPORT);
  EXPECT_EQ(EnumNumber(type, "Nothing-To-Report"),
            v1::ANSWER_STATE_NOTHING_TO_REPORT);
  EXPECT_EQ(EnumNumber(type, "ANSWER_STATE_BLANK"), v1::ANSWER_STATE_BLANK);
  EXPECT_EQ(EnumNumber(type, "unspecified"), -1);
  EXPECT_EQ(EnumNumber(type, ""), -1);
  EXPECT_THAT(EnumWords(type), Not(HasSubstr("unspecified")));
}

}  // namespace
}  // namespace compendium
