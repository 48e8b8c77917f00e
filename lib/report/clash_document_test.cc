// SPDX-License-Identifier: Apache-2.0
#include "lib/report/clash_document.h"

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
    spec { kind: REPORT_KIND_CLASHES }
    clashes {
      clashes {
        certainty: CLASH_CERTAINTY_CERTAIN
        certain_days { first_day: "2016-11-15" last_day: "2016-11-15" }
        first {
          key: "a"
          title: "Forum"
          date { edtf: "2016-11-15" }
          mechanisms: "mechanisms/midsa"
        }
        second {
          key: "b"
          title: "Talks"
          date { edtf: "2016-11-15/2016-11-16" }
          mechanisms: "mechanisms/rcm"
        }
        states {
          country_code: "ZMB"
          first {
            questionnaire: "mechanisms/midsa/questionnaires/2016"
            participant_index: 2
            as_written: "Zambia"
          }
          second {
            questionnaire: "mechanisms/rcm/questionnaires/2016"
            participant_index: 0
            as_written: "ZAMBIA"
          }
        }
      }
      events {
        key: "a"
        sources {
          questionnaire: "mechanisms/midsa/questionnaires/2016"
          meeting { evidence { question_id: "1" quote: "15 Nov" } }
        }
      }
      events {
        key: "b"
        sources {
          questionnaire: "mechanisms/rcm/questionnaires/2016"
          meeting { evidence { question_id: "2" quote: "15-16 Nov" } }
        }
      }
      certain_count: 1
      compared_event_count: 2
      postponed_event_count: 1
    })pb");
}

TEST(ClashDocument, ClashesStandWithTheirEvents) {
  const Document document = DocumentOf(SomeContent());

  EXPECT_THAT(RowsOf(document, "certain-clashes"),
              ElementsAre("1|15 Nov 2016|Forum; 15 Nov 2016; MIDSA|"
                          "Talks; 15–16 Nov 2016; RCM|1 State: Zambia|1, 2"));
  EXPECT_THAT(RowsOf(document, "possible-clashes"), IsEmpty());
  EXPECT_THAT(ProseOf(document, "summary"),
              HasSubstr("Certain clashes: 1. Possible clashes: 0. 2 events "
                        "compared."));
}

TEST(ClashDocument, StatesLeadToTheListsThatNameThem) {
  const Document document = DocumentOf(SomeContent());

  EXPECT_THAT(RowsOf(document, "states-table"),
              ElementsAre("Zambia|1|0|1|3, 4"));
  EXPECT_THAT(RowsOf(document, "evidence-table")[2],
              "3|Zambia|participants|mechanisms/midsa/questionnaires/2016|"
              "entry 3|");
}

TEST(ClashDocument, WithoutClashesThereIsNoTable) {
  const Document document =
      DocumentOf(ContentOf("spec { kind: REPORT_KIND_CLASHES } clashes {}"));

  EXPECT_EQ(document.sections.size(), 2u);
}

}  // namespace
}  // namespace compendium
