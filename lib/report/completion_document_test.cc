// SPDX-License-Identifier: Apache-2.0
#include "lib/report/completion_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/report/report_test.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

reporting::v1::ReportContent SomeContent() {
  return ContentOf(R"pb(
    spec { kind: REPORT_KIND_COMPLETION }
    completion {
      round: "rounds/2016"
      due_day: "2016-12-01"
      questions {
        question_id: "1"
        title: "Activities"
        in_form: true
        counts { answered_count: 1 no_questionnaire_count: 1 }
      }
      questions {
        question_id: "9Z"
        counts { not_applicable_count: 1 }
        silent_mechanisms: "mechanisms/midsa"
      }
      mechanisms {
        mechanism: "mechanisms/midsa"
        display_name: "MIDSA in full"
        has_questionnaire: true
        cells {
          question_id: "1"
          state: COMPLETION_STATE_ANSWERED
          state_origin: ORIGIN_EXTRACTED
        }
        cells {
          question_id: "9Z"
          state: COMPLETION_STATE_NOT_APPLICABLE
          text: "n. a."
        }
      }
      mechanisms {
        mechanism: "mechanisms/rcm"
        display_name: "RCM in full"
        cells { question_id: "1" state: COMPLETION_STATE_NO_QUESTIONNAIRE }
      }
      counts {
        answered_count: 1
        not_applicable_count: 1
        no_questionnaire_count: 1
      }
      questionnaire_count: 1
      absent_mechanisms: "mechanisms/rcm"
    })pb");
}

TEST(CompletionDocument, MarksLeadToTheirWords) {
  const Document document = DocumentOf(SomeContent());

  EXPECT_THAT(RowsOf(document, "matrix"),
              ElementsAre("MIDSA|yes|n/a", "RCM|·|"));
  EXPECT_THAT(RowsOf(document, "evidence-table"),
              ElementsAre("1|(answered)|1|mechanisms/midsa/questionnaires/2016|"
                          "the answer|extracted",
                          "2|n. a.|9Z|mechanisms/midsa/questionnaires/2016|"
                          "the answer|"));
}

TEST(CompletionDocument, StatesAreNotAddedUp) {
  const Document document = DocumentOf(SomeContent());

  EXPECT_THAT(ProseOf(document, "summary"),
              HasSubstr("1 of 2 mechanisms have a questionnaire, due on 1 Dec "
                        "2016. 3 cells: 1 answered, 1 not applicable, 1 no "
                        "questionnaire."));
  EXPECT_THAT(RowsOf(document, "questions-table"),
              ElementsAre("1|Activities|1|0|1", "9Z|(not in the form)|0|1|0",
                          "all||1|1|1"));
}

TEST(CompletionDocument, WhoHasNotAnsweredIsNamed) {
  const Document document = DocumentOf(SomeContent());

  EXPECT_THAT(ProseOf(document, "silent"),
              HasSubstr("Without a questionnaire: RCM."));
  EXPECT_THAT(RowsOf(document, "silent-table"), ElementsAre("9Z||MIDSA"));
}

}  // namespace
}  // namespace compendium
