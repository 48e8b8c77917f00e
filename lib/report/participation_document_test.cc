// SPDX-License-Identifier: Apache-2.0
#include "lib/report/participation_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/report/report_test.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(ParticipationDocument, ParticipantsLeadToTheLists) {
  const Document document = DocumentOf(ContentOf(R"pb(
    spec { kind: REPORT_KIND_PARTICIPATION }
    participation {
      participants {
        country_code: "SWZ"
        name: "Eswatini"
        kind: PARTICIPANT_KIND_STATE
        region { code: "002" name: "Africa" }
        names_as_written: "Swaziland"
        entries {
          mechanism: "mechanisms/midsa"
          round: "rounds/2016"
          role: PARTICIPANT_ROLE_MEMBER
          as_written: "Swaziland"
          participant_index: 4
          origin: ORIGIN_EXTRACTED
        }
        entries {
          mechanism: "mechanisms/rcm"
          round: "rounds/2016"
          role: PARTICIPANT_ROLE_OBSERVER
          as_written: "Swaziland"
        }
      }
      mechanisms {
        mechanism: "mechanisms/midsa"
        display_name: "MIDSA in full"
        round: "rounds/2016"
        counts { participant_count: 1 state_count: 1 member_count: 1 }
      }
      rounds { round: "rounds/2016" }
      counts { participant_count: 1 state_count: 1 member_count: 1 }
    })pb"));

  EXPECT_THAT(RowsOf(document, "participants-table"),
              ElementsAre("SWZ|Eswatini (Swaziland)|State|Africa|"
                          "MIDSA; RCM (observer)|1, 2"));
  EXPECT_THAT(RowsOf(document, "mechanisms-table"),
              ElementsAre("MIDSA in full|2016|1|1\u00A0State|1\u00A0member"));
  EXPECT_THAT(RowsOf(document, "evidence-table")[0],
              "1|Swaziland|participants|mechanisms/midsa/questionnaires/2016|"
              "entry 5|extracted");
}

TEST(ParticipationDocument, NobodyIsSaidInASentence) {
  const Document document = DocumentOf(
      ContentOf("spec { kind: REPORT_KIND_PARTICIPATION } participation {}"));

  EXPECT_THAT(ProseOf(document, "summary"), HasSubstr("No participants."));
}

}  // namespace
}  // namespace compendium
