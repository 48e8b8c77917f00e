// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "compendium/reporting/v1/participation.pb.h"
#include "compendium/reporting/v1/year_on_year.pb.h"
#include "services/reporting/projection/participant_key.h"

namespace compendium::reporting {

// The participants that one mechanism lists in one round, by what they are
// known by.
using ListedParticipants = std::map<ParticipantKey, v1::ParticipantMovement>;

// The same by mechanisms/{mechanism}; each has its mentions as `entries`.
using ParticipantsByMechanism = std::map<std::string, ListedParticipants>;

// `participation` is of one round.
ParticipantsByMechanism ReadParticipants(
    const v1::Participation& participation);

// Adds what became of one mechanism's participants, and counts it.
void AddParticipantMovements(const std::string& mechanism,
                             const ListedParticipants& base,
                             const ListedParticipants& now,
                             v1::YearOnYear& answer);

}  // namespace compendium::reporting
