// SPDX-License-Identifier: Apache-2.0
#include "lib/report/calendar_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/report/report_test.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

reporting::v1::ReportContent SomeContent() {
  return ContentOf(R"pb(
    spec { kind: REPORT_KIND_CALENDAR }
    calendar {
      events {
        key: "a"
        title: "Eleventh meeting"
        date { edtf: "2016-11-14/2016-11-15" }
        city: "Colombo"
        country_code: "LKA"
        level: MEETING_LEVEL_SENIOR_OFFICIALS
        status: MEETING_STATUS_HELD
        mechanisms: "mechanisms/midsa"
        mechanisms: "mechanisms/rcm"
        count: 1
        disagreements: DISAGREEMENT_DATE
        sources {
          questionnaire: "mechanisms/midsa/questionnaires/2016"
          meeting {
            date { edtf: "2016-11-14/2016-11-15" }
            evidence { question_id: "2A" quote: "14-15 Nov" end_byte: 9 }
            origin: ORIGIN_EXTRACTED
          }
        }
        sources {
          questionnaire: "mechanisms/rcm/questionnaires/2016"
          meeting {
            date { edtf: "2016-11" }
            evidence { question_id: "1" quote: "November" end_byte: 8 }
            origin: ORIGIN_EXTRACTED
          }
        }
      }
      events {
        key: "b"
        title: "Training"
        date { edtf: "2016-12?" }
        country_code: "GBR"
        mechanisms: "mechanisms/rcm"
        count: 3
      }
      events {
        key: "c"
        title: "Forum"
        date { as_written: "sine die" }
        mechanisms: "mechanisms/rcm"
        count: 1
      }
    })pb");
}

TEST(CalendarDocument, EventsStandByHowMuchIsKnown) {
  const Document document = DocumentOf(SomeContent());

  EXPECT_THAT(RowsOf(document, "days-table"),
              ElementsAre("14–15 Nov 2016|Eleventh meeting|Colombo, Sri Lanka|"
                          "senior officials, held|MIDSA, RCM|1, 2"));
  EXPECT_THAT(RowsOf(document, "longer-table"),
              ElementsAre("Dec 2016 (uncertain)|Training (3\u00A0meetings)|"
                          "United Kingdom of Great Britain and Northern "
                          "Ireland||RCM|"));
  EXPECT_THAT(RowsOf(document, "undated-table"),
              ElementsAre("sine die|Forum|||RCM|"));
  EXPECT_THAT(ProseOf(document, "summary"),
              HasSubstr("3 events: 1 with known days, 1 of which only a month "
                        "or a longer time is known, 1 without a date. 1 is "
                        "told more than once; the sources of 1 differ."));
}

TEST(CalendarDocument, SourcesThatDifferAreTold) {
  const Document document = DocumentOf(SomeContent());

  EXPECT_THAT(RowsOf(document, "disagreements-table"),
              ElementsAre("Eleventh meeting|date: 14–15 Nov 2016 (MIDSA\u00A0"
                          "2A); Nov 2016 (RCM\u00A01)|1, 2"));
}

TEST(CalendarDocument, EmptyCalendarIsADocument) {
  const Document document =
      DocumentOf(ContentOf("spec { kind: REPORT_KIND_CALENDAR } calendar {}"));

  EXPECT_THAT(ProseOf(document, "summary"), HasSubstr("0 events"));
  EXPECT_THAT(RowsOf(document, "days-table"), IsEmpty());
  EXPECT_EQ(document.sections.size(), 2u);
}

}  // namespace
}  // namespace compendium
