// SPDX-License-Identifier: Apache-2.0
#include "cli/text/calendar_text.h"

#include <string>

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;

reporting::v1::Calendar FromText(const std::string& text) {
  reporting::v1::Calendar calendar;
  CHECK(google::protobuf::TextFormat::ParseFromString(text, &calendar));
  return calendar;
}

const char kCalendar[] = R"pb(
  events {
    title: "Senior officials' meeting of the process on protection"
    date { edtf: "2016-11-14/2016-11-15" }
    city: "Bangkok"
    country_code: "THA"
    level: MEETING_LEVEL_SENIOR_OFFICIALS
    status: MEETING_STATUS_PLANNED
    mechanisms: "mechanisms/bali-process"
    disagreements: DISAGREEMENT_DATE
    sources {
      questionnaire: "mechanisms/bali-process/questionnaires/2016"
      meeting {
        date { edtf: "2016-11-14/2016-11-15" }
        evidence { question_id: "1" }
      }
    }
    sources {
      questionnaire: "mechanisms/bali-process/questionnaires/2016"
      meeting {
        date { edtf: "2016-11-15/2016-11-16" }
        evidence { question_id: "2A" }
      }
    }
  }
  events {
    title: "Expert meeting"
    date { as_written: "until further notice" }
    mechanisms: "mechanisms/midsa"
  })pb";

TEST(CalendarText, EventsStandInATable) {
  const std::string text = CalendarText(FromText(kCalendar), {}, 80);

  EXPECT_EQ(
      text,
      "Date            Place     Meeting                           Kind        "
      "Told by\n"
      "──────────────  ────────  ────────────────────────────────  ──────────  "
      "───────\n"
      "14–15 Nov 2016  Bangkok,  Senior officials' meeting of the  senior      "
      "Bali\n"
      "                Thailand  process on protection             officials,\n"
      "                                                            planned\n"
      "    ! date: 14–15 Nov 2016 (Bali\u00a01); 15–16 Nov 2016 "
      "(Bali\u00a02A)\n"
      "until further             Expert meeting                                "
      "MIDSA\n"
      "notice\n"
      "\n"
      "2 events: 1 told more than once, 1 about which the sources differ (!), "
      "1 "
      "without\n"
      "a date.\n");
}

TEST(CalendarText, AnEventThatCountsSeveralSaysHowMany) {
  const std::string text = CalendarText(
      FromText("events { title: 'Working group meetings' count: 12 }"),
      ShortNames(), 80);

  EXPECT_THAT(text, HasSubstr("(12\u00a0meetings)"));
}

TEST(CalendarText, NoLineIsWiderThanAsked) {
  const std::string text = CalendarText(FromText(kCalendar), {}, 80);

  for (absl::string_view line : absl::StrSplit(text, '\n'))
    EXPECT_LE(DisplayWidth(line), 80u) << line;
}

}  // namespace
}  // namespace compendium
