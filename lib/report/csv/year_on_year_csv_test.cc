// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/year_on_year_csv.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

TEST(YearOnYearCsv, EachMovementIsARow) {
  reporting::v1::YearOnYear answer;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        round: "rounds/2017"
        base_round: "rounds/2016"
        framework: "sdg"
        mechanisms {
          mechanism: "mechanisms/igc"
          display_name: "IGC"
          movement: MOVEMENT_DISAPPEARED
          node_count: 1
        }
        claims {
          mechanism: "mechanisms/midsa"
          movement: MOVEMENT_CHANGED
          change: CLAIM_CHANGE_TO_TARGETS
          base_nodes {
            code: "8"
            strength: CLAIM_STRENGTH_EXPLICIT
            claims { evidence { quote: "goal 8" } }
          }
          nodes { code: "8.7" strength: CLAIM_STRENGTH_EXPLICIT }
          nodes { code: "8.8" strength: CLAIM_STRENGTH_POSSIBLE }
        }
        participants {
          mechanism: "mechanisms/midsa"
          name: "Kenya"
          movement: MOVEMENT_APPEARED
          entries { role: PARTICIPANT_ROLE_MEMBER }
        }
        meetings {
          mechanism: "mechanisms/midsa"
          level: MEETING_LEVEL_EXPERT
          base_count: 2
          count: 3
        }
      )pb",
      &answer));

  EXPECT_EQ(
      YearOnYearCsv(answer, 12),
      "about,mechanism,movement,change,subject,base_value,value,base_quotes,"
      "quotes,base_round,round,framework,computed_at_revision\r\n"
      "mechanism,igc,disappeared,,IGC,1 nodes; 0 participants; 0 events,,,,"
      "2016,2017,sdg,12\r\n"
      "claim,midsa,changed,to targets,,8 explicit,8.7 explicit; 8.8 possible,"
      "goal 8,,2016,2017,sdg,12\r\n"
      "participant,midsa,appeared,,Kenya,,member,,,2016,2017,sdg,12\r\n"
      "meetings,midsa,,,expert,2,3,,,2016,2017,sdg,12\r\n");
}

}  // namespace
}  // namespace compendium
