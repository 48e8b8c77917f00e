// SPDX-License-Identifier: Apache-2.0
#include "cli/text/participation_text.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;

reporting::v1::Participation Sample() {
  reporting::v1::Participation participation;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        participants {
          country_code: "SWZ"
          name: "Eswatini"
          region { code: "002" name: "Africa" }
          subregion { code: "202" name: "Sub-Saharan Africa" }
          intermediate_region { code: "018" name: "Southern Africa" }
          names_as_written: "Swaziland"
          entries {
            mechanism: "mechanisms/colombo-process"
            round: "rounds/2016"
            role: PARTICIPANT_ROLE_OBSERVER
          }
          entries {
            mechanism: "mechanisms/midsa"
            round: "rounds/2016"
            role: PARTICIPANT_ROLE_MEMBER
          }
        }
        participants {
          name: "Kosovo*"
          names_as_written: "Kosovo*"
          entries { mechanism: "mechanisms/midsa" round: "rounds/2016" }
        }
        mechanisms {
          mechanism: "mechanisms/colombo-process"
          round: "rounds/2016"
          counts { participant_count: 1 state_count: 1 observer_count: 1 }
        }
        mechanisms {
          mechanism: "mechanisms/midsa"
          round: "rounds/2016"
          counts {
            participant_count: 2
            state_count: 1
            other_entity_count: 1
            member_count: 1
            unknown_role_count: 1
          }
        }
        rounds { round: "rounds/2016" }
        counts {
          participant_count: 2
          state_count: 1
          other_entity_count: 1
          member_count: 1
          observer_count: 1
          unknown_role_count: 1
        })pb",
      &participation));
  return participation;
}

TEST(ParticipationText, MechanismsHaveTheirNumbers) {
  const std::string text = ParticipationText(Sample(), {}, 80);

  EXPECT_THAT(text,
              HasSubstr("MIDSA      2016              2  1\u00a0State, "
                        "1\u00a0other  1\u00a0member, 1\u00a0not said\n"));
}

TEST(ParticipationText, ParticipantsNameTheirMechanisms) {
  const std::string text = ParticipationText(Sample(), {}, 80);

  EXPECT_THAT(text, HasSubstr("SWZ   Eswatini (Swaziland)  Southern Africa  "
                              "Colombo\u00a0(observer), MIDSA\n"));
  EXPECT_THAT(text, HasSubstr("      Kosovo*"));
}

TEST(ParticipationText, SeveralRoundsAreToldApart) {
  reporting::v1::Participation participation = Sample();
  participation.add_rounds()->set_round("rounds/2018");
  auto& entry = *participation.mutable_participants(0)->add_entries();
  entry.set_mechanism("mechanisms/midsa");
  entry.set_round("rounds/2018");

  EXPECT_THAT(
      ParticipationText(participation, {}, 100),
      HasSubstr("Colombo\u00a02016\u00a0(observer); MIDSA\u00a02016, 2018\n"));
}

TEST(ParticipationText, FooterCountsEachOnce) {
  EXPECT_THAT(ParticipationText(Sample(), {}, 100),
              HasSubstr("2 participants (1\u00a0State, 1\u00a0other; "
                        "1\u00a0member, 1\u00a0observer, 1\u00a0not said)"));
  EXPECT_THAT(ParticipationText({}, {}, 80), "No participants.\n");
}

}  // namespace
}  // namespace compendium
