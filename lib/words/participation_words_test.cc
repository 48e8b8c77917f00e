// SPDX-License-Identifier: Apache-2.0
#include "lib/words/participation_words.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

namespace v1 = reporting::v1;

TEST(ParticipationWords, CountsHaveTheirNouns) {
  v1::ParticipationCounts counts;
  EXPECT_EQ(ParticipantKindsWords(counts), "");

  counts.set_state_count(2);
  counts.set_territory_count(1);
  counts.set_unknown_role_count(3);
  EXPECT_EQ(ParticipantKindsWords(counts),
            "2\xC2\xA0States, 1\xC2\xA0territory");
  EXPECT_EQ(ParticipantRolesWords(counts), "3\xC2\xA0not said");
}

TEST(ParticipationWords, TheNamesOfTheSourcesStay) {
  v1::ParticipantParticipation participant;
  participant.set_name("Eswatini");
  participant.add_names_as_written("Swaziland");
  participant.add_names_as_written("Eswatini");

  EXPECT_EQ(ParticipantNameWords(participant), "Eswatini (Swaziland)");
}

TEST(ParticipationWords, TheFinestRegionIsNamed) {
  v1::ParticipantParticipation participant;
  EXPECT_EQ(FinestRegion(participant), "");

  participant.mutable_region()->set_name("Africa");
  participant.mutable_subregion()->set_name("Sub-Saharan Africa");
  EXPECT_EQ(FinestRegion(participant), "Sub-Saharan Africa");
}

}  // namespace
}  // namespace compendium
