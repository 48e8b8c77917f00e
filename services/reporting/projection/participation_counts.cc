// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/participation_counts.h"

namespace compendium::reporting {
namespace {

void CountKind(registry::v1::ParticipantKind kind,
               v1::ParticipationCounts& counts) {
  switch (kind) {
    case registry::v1::PARTICIPANT_KIND_STATE:
      return counts.set_state_count(counts.state_count() + 1);
    case registry::v1::PARTICIPANT_KIND_TERRITORY:
      return counts.set_territory_count(counts.territory_count() + 1);
    case registry::v1::PARTICIPANT_KIND_ORGANISATION:
      return counts.set_organisation_count(counts.organisation_count() + 1);
    case registry::v1::PARTICIPANT_KIND_OTHER_ENTITY:
      return counts.set_other_entity_count(counts.other_entity_count() + 1);
    default:
      return counts.set_unknown_kind_count(counts.unknown_kind_count() + 1);
  }
}

void CountRole(registry::v1::ParticipantRole role,
               v1::ParticipationCounts& counts) {
  switch (role) {
    case registry::v1::PARTICIPANT_ROLE_MEMBER:
      return counts.set_member_count(counts.member_count() + 1);
    case registry::v1::PARTICIPANT_ROLE_OBSERVER:
      return counts.set_observer_count(counts.observer_count() + 1);
    case registry::v1::PARTICIPANT_ROLE_PARTNER:
      return counts.set_partner_count(counts.partner_count() + 1);
    default:
      return counts.set_unknown_role_count(counts.unknown_role_count() + 1);
  }
}

}  // namespace

void CountParticipant(registry::v1::ParticipantKind kind,
                      const ParticipantRoles& roles,
                      v1::ParticipationCounts& counts) {
  counts.set_participant_count(counts.participant_count() + 1);
  CountKind(kind, counts);
  for (const registry::v1::ParticipantRole role : roles)
    CountRole(role, counts);
}

}  // namespace compendium::reporting
