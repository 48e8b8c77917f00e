// SPDX-License-Identifier: Apache-2.0
#include "cli/text/year_on_year_text.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

namespace compendium {
namespace {

constexpr char kAnswer[] = R"pb(
  round: "rounds/2017"
  base_round: "rounds/2016"
  framework: "sdg"
  mechanisms {
    mechanism: "mechanisms/igc"
    movement: MOVEMENT_DISAPPEARED
    node_count: 1
    participant_count: 16
    event_count: 2
  }
  claims {
    mechanism: "mechanisms/midsa"
    movement: MOVEMENT_CHANGED
    change: CLAIM_CHANGE_TO_TARGETS
    base_nodes {
      code: "8"
      strength: CLAIM_STRENGTH_EXPLICIT
      claims {
        question_id: "2C"
        evidence { quote: "goal 8" }
      }
    }
    nodes { code: "8.7" strength: CLAIM_STRENGTH_EXPLICIT }
    nodes { code: "8.8" strength: CLAIM_STRENGTH_POSSIBLE }
  }
  claims {
    mechanism: "mechanisms/midsa"
    movement: MOVEMENT_APPEARED
    nodes { code: "10.7" strength: CLAIM_STRENGTH_EXPLICIT }
  }
  participants {
    mechanism: "mechanisms/midsa"
    name: "Kenya"
    movement: MOVEMENT_APPEARED
  }
  participants {
    mechanism: "mechanisms/midsa"
    name: "Türkiye"
    movement: MOVEMENT_CHANGED
    base_entries { role: PARTICIPANT_ROLE_OBSERVER }
    entries { role: PARTICIPANT_ROLE_MEMBER }
  }
  meetings {
    mechanism: "mechanisms/midsa"
    level: MEETING_LEVEL_MINISTERIAL
    base_count: 2
  }
  meetings { mechanism: "mechanisms/midsa" count: 1 }
  meetings {
    mechanism: "mechanisms/midsa"
    level: MEETING_LEVEL_EXPERT
    base_count: 3
    count: 3
  }
  counts {
    compared_mechanism_count: 1
    appeared_claim_count: 1
    changed_claim_count: 1
    same_claim_count: 4
    appeared_participant_count: 1
    changed_participant_count: 1
  }
)pb";

std::string TextOf(bool evidence) {
  reporting::v1::YearOnYear answer;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(kAnswer, &answer));
  return YearOnYearText(answer, {}, {.width = 80, .evidence = evidence});
}

TEST(YearOnYearText, SaysWhatBecameOfWhat) {
  EXPECT_EQ(TextOf(false),
            "Mechanism  2016  2017               Claim\n"
            "─────────  ────  ─────────────────  ──────────\n"
            "MIDSA      8     8.7, 8.8 possible  to targets\n"
            "MIDSA      –     10.7               appeared\n"
            "\n"
            "Mechanism  Newly listed  No longer listed  In another capacity\n"
            "─────────  ────────────  ────────────────  "
            "───────────────────────────\n"
            "MIDSA      Kenya                           Türkiye (observer → "
            "member)\n"
            "\n"
            "Mechanism  Meetings           2016  2017\n"
            "─────────  ─────────────────  ────  ────\n"
            "MIDSA      ministerial           2     0\n"
            "MIDSA      of no known level     0     1\n"
            "\n"
            "Only in 2016: IGC (1 node, 16 participants, 2 events)\n"
            "\n"
            "1 mechanism answered in rounds/2016 and rounds/2017. Claims: 1 "
            "new, 0 gone, 1\n"
            "changed, 4 the same. Participants: 1 new, 0 gone, 1 changed, 0 "
            "the same.\n");
}

TEST(YearOnYearText, EvidenceIsQuotedWithItsRound) {
  EXPECT_NE(TextOf(true).find("    2016 2C: “goal 8”\n"), std::string::npos);
}

}  // namespace
}  // namespace compendium
