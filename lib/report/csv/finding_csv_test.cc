// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/finding_csv.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

TEST(FindingsCsv, EachFindingIsARow) {
  reporting::v1::Findings findings;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        round: "rounds/2016"
        rules_version: "1"
        findings {
          id: "stated-count-0123456789ab"
          check: "stated-count"
          severity: FINDING_SEVERITY_ERROR
          subject: "mechanisms/midsa/questionnaires/2016"
          message: "The text counts 4 goals, and 5 are listed."
          resolution: "Ask which are meant."
          evidence {
            questionnaire: "mechanisms/midsa/questionnaires/2016"
            evidence { question_id: "3A" quote: "4 out of 17" }
          }
        }
        findings {
          id: "round-event-dates-0123456789ab"
          check: "round-event-dates"
          severity: FINDING_SEVERITY_WARNING
          subject: "rounds/2016"
          message: "Two days."
          evidence {
            questionnaire: "mechanisms/midsa/questionnaires/2016"
            evidence { question_id: "2" quote: "4 May" }
          }
          evidence {
            questionnaire: "mechanisms/rcm/questionnaires/2016"
            evidence { question_id: "2" quote: "5 May" }
          }
          decision {
            verdict: VERDICT_DISMISSED
            author: "a.diallo"
            reason: "two days"
          }
        }
      )pb",
      &findings));

  EXPECT_EQ(FindingsCsv(findings, 12),
            "round,mechanism,id,check,severity,message,resolution,mechanisms,"
            "questions,quotes,verdict,decided_by,decision_reason,rules_version,"
            "computed_at_revision\r\n"
            "2016,midsa,stated-count-0123456789ab,stated-count,error,"
            "\"The text counts 4 goals, and 5 are listed.\","
            "Ask which are meant.,midsa,3A,4 out of 17,,,,1,12\r\n"
            "2016,,round-event-dates-0123456789ab,round-event-dates,warning,"
            "Two days.,,midsa; rcm,2,4 May; 5 May,dismissed,a.diallo,two days,"
            "1,12\r\n");
}

}  // namespace
}  // namespace compendium
