// SPDX-License-Identifier: Apache-2.0
// Participants in words for people.
#pragma once

#include <string>

#include "compendium/reporting/v1/participation.pb.h"

namespace compendium {

// "42 States, 3 territories"; empty for none.
std::string ParticipantKindsWords(
    const reporting::v1::ParticipationCounts& counts);

// "45 members, 1 observer"; empty for none.
std::string ParticipantRolesWords(
    const reporting::v1::ParticipationCounts& counts);

// Its name, and what the sources call it: "Eswatini (Swaziland)".
std::string ParticipantNameWords(
    const reporting::v1::ParticipantParticipation& participant);

// The finest region that is known; empty for none.
std::string FinestRegion(
    const reporting::v1::ParticipantParticipation& participant);

}  // namespace compendium
