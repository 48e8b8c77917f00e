// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "compendium/registry/v1/participant.pb.h"
#include "compendium/reporting/v1/participation.pb.h"

namespace compendium::reporting {

// The capacities in which one participant is listed.
using ParticipantRoles = std::set<registry::v1::ParticipantRole>;

// Counts one participant: once for its kind, and once for each of its
// capacities. Numbers that this release does not know count as not said.
void CountParticipant(registry::v1::ParticipantKind kind,
                      const ParticipantRoles& roles,
                      v1::ParticipationCounts& counts);

}  // namespace compendium::reporting
