// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/participant_movements.h"

#include <set>
#include <utility>
namespace compendium::reporting {
namespace {

std::set<int> RolesOf(const v1::ParticipantMovement& listed) {
  std::set<int> roles;
  for (const v1::ParticipationEntry& entry : listed.entries())
    roles.insert(entry.role());
  return roles;
}

}  // namespace

ParticipantsByMechanism ReadParticipants(
    const v1::Participation& participation) {
  ParticipantsByMechanism participants;
  for (const v1::ParticipantParticipation& told :
       participation.participants()) {
    for (const v1::ParticipationEntry& entry : told.entries()) {
      registry::v1::Participant named;
      named.set_country_code(told.country_code());
      named.set_as_written(told.name());
      v1::ParticipantMovement& listed =
          participants[entry.mechanism()][KeyOf(named)];
      listed.set_mechanism(entry.mechanism());
      listed.set_country_code(told.country_code());
      listed.set_name(told.name());
      listed.set_kind(told.kind());
      *listed.add_entries() = entry;
    }
  }
  return participants;
}

void AddParticipantMovements(const std::string& mechanism,
                             const ListedParticipants& base,
                             const ListedParticipants& now,
                             v1::YearOnYear& answer) {
  v1::YearOnYearCounts& counts = *answer.mutable_counts();
  std::set<ParticipantKey> keys;
  for (const auto& [key, listed] : base) keys.insert(key);
  for (const auto& [key, listed] : now) keys.insert(key);
  for (const ParticipantKey& key : keys) {
    const auto was = base.find(key);
    const auto is = now.find(key);
    v1::ParticipantMovement moved;
    if (is == now.end()) {
      moved = was->second;
      moved.set_movement(v1::MOVEMENT_DISAPPEARED);
      moved.mutable_base_entries()->Swap(moved.mutable_entries());
      counts.set_disappeared_participant_count(
          counts.disappeared_participant_count() + 1);
    } else if (was == base.end()) {
      moved = is->second;
      moved.set_movement(v1::MOVEMENT_APPEARED);
      counts.set_appeared_participant_count(
          counts.appeared_participant_count() + 1);
    } else if (RolesOf(was->second) != RolesOf(is->second)) {
      moved = is->second;
      moved.set_movement(v1::MOVEMENT_CHANGED);
      *moved.mutable_base_entries() = was->second.entries();
      counts.set_changed_participant_count(counts.changed_participant_count() +
                                           1);
    } else {
      counts.set_same_participant_count(counts.same_participant_count() + 1);
      continue;
    }
    moved.set_mechanism(mechanism);
    *answer.add_participants() = std::move(moved);
  }
}

}  // namespace compendium::reporting
