// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/completion_csv.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

TEST(CompletionCsv, EachCellIsARow) {
  reporting::v1::Completion completion;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        round: "rounds/2016"
        questions { question_id: "2A" title: "Meetings, senior" }
        questions { question_id: "9Z" }
        mechanisms {
          mechanism: "mechanisms/midsa"
          display_name: "MIDSA"
          cells {
            question_id: "2A"
            state: COMPLETION_STATE_NOT_APPLICABLE
            text: "- n. a."
            state_origin: ORIGIN_EXTRACTED
          }
          cells { question_id: "9Z" state: COMPLETION_STATE_BLANK }
        }
        mechanisms {
          mechanism: "mechanisms/igc"
          cells { question_id: "2A" state: COMPLETION_STATE_NO_QUESTIONNAIRE }
        })pb",
      &completion));

  EXPECT_EQ(CompletionCsv(completion, 12),
            "round,mechanism,mechanism_name,question,question_title,state,text,"
            "state_origin,computed_at_revision\r\n"
            "2016,midsa,MIDSA,2A,\"Meetings, senior\",not applicable,"
            "'- n. a.,extracted,12\r\n"
            "2016,midsa,MIDSA,9Z,,blank,,,12\r\n"
            "2016,igc,,2A,\"Meetings, senior\",no questionnaire,,,12\r\n");
}

}  // namespace
}  // namespace compendium
