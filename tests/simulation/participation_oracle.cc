// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/participation_oracle.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/domain/country.h"

namespace compendium::tests {
namespace {

namespace registry_v1 = compendium::registry::v1;
namespace reporting_v1 = compendium::reporting::v1;

// "KEN" before "~sadc".
std::string IdentityOf(const registry_v1::Participant& participant) {
  for (const SomeParticipant& some : kSomeParticipants)
    if (some.as_written == participant.as_written() &&
        some.country_code == participant.country_code())
      return some.country_code.empty() ? absl::StrCat("~", some.name_key)
                                       : std::string(some.country_code);
  return "not one of kSomeParticipants";
}

struct Listed {
  std::string identity, mechanism, round;
  int index = 0;
  registry_v1::Participant participant;
};

std::vector<Listed> AllListed(const Records& records,
                              const ParticipationFilter& filter) {
  std::vector<Listed> all;
  for (const auto& [name, record] : records) {
    if (!record.has_questionnaire()) continue;
    const std::vector<std::string> parts = absl::StrSplit(name, '/');
    const std::string mechanism = absl::StrCat("mechanisms/", parts[1]);
    const std::string round = absl::StrCat("rounds/", parts[3]);
    if (records.count(mechanism) == 0 || records.count(round) == 0) continue;
    if (!filter.round.empty() && filter.round != round) continue;
    if (!filter.mechanism.empty() && filter.mechanism != mechanism) continue;
    const auto& list = record.questionnaire().participants();
    for (int i = 0; i < list.size(); ++i) {
      if (filter.role != 0 && filter.role != list[i].role()) continue;
      if (!filter.country_code.empty() &&
          filter.country_code != list[i].country_code())
        continue;
      all.push_back({IdentityOf(list[i]), mechanism, round, i, list[i]});
    }
  }
  std::sort(all.begin(), all.end(), [](const Listed& a, const Listed& b) {
    return std::tie(a.identity, a.mechanism, a.round, a.index) <
           std::tie(b.identity, b.mechanism, b.round, b.index);
  });
  return all;
}

void SetRegion(const Region& region, reporting_v1::GeographicRegion* told) {
  told->set_code(std::string(region.code));
  told->set_name(std::string(region.name));
}

reporting_v1::ParticipantParticipation Describe(
    const std::vector<Listed>& own) {
  reporting_v1::ParticipantParticipation told;
  std::set<std::string> names, mechanisms, rounds;
  for (const Listed& listed : own) {
    const auto& participant = listed.participant;
    if (names.insert(participant.as_written()).second)
      told.add_names_as_written(participant.as_written());
    mechanisms.insert(listed.mechanism);
    rounds.insert(listed.round);
    auto& entry = *told.add_entries();
    entry.set_mechanism(listed.mechanism);
    entry.set_round(listed.round);
    entry.set_role(participant.role());
    entry.set_kind(participant.kind());
    entry.set_as_written(participant.as_written());
    entry.set_participant_index(listed.index);
    entry.set_origin(participant.origin());
    if (told.kind() == 0) told.set_kind(participant.kind());
  }
  told.set_name(told.names_as_written(0));
  told.set_mechanism_count(static_cast<int>(mechanisms.size()));
  told.set_round_count(static_cast<int>(rounds.size()));
  told.set_country_code(own[0].participant.country_code());
  if (told.country_code().empty()) return told;
  const CountryCode country = *CountryCode::Parse(told.country_code());
  told.set_name(std::string(country.name()));
  told.set_kind(told.country_code() == "HKG"
                    ? registry_v1::PARTICIPANT_KIND_TERRITORY
                    : registry_v1::PARTICIPANT_KIND_STATE);
  SetRegion(country.region(), told.mutable_region());
  SetRegion(country.subregion(), told.mutable_subregion());
  if (!country.intermediate().code.empty())
    SetRegion(country.intermediate(), told.mutable_intermediate_region());
  return told;
}

// The different participants of some mentions.
reporting_v1::ParticipationCounts CountsOf(
    const std::vector<Listed>& all,
    const std::map<std::string, reporting_v1::ParticipantParticipation>& told) {
  std::set<std::string> everybody;
  std::set<std::pair<std::string, int>> roles;
  for (const Listed& listed : all) {
    everybody.insert(listed.identity);
    roles.emplace(listed.identity, listed.participant.role());
  }
  const auto of_kind = [&](registry_v1::ParticipantKind kind) {
    return static_cast<int>(std::count_if(
        everybody.begin(), everybody.end(),
        [&](const auto& id) { return told.at(id).kind() == kind; }));
  };
  const auto in_role = [&](registry_v1::ParticipantRole role) {
    return static_cast<int>(
        std::count_if(roles.begin(), roles.end(),
                      [&](const auto& pair) { return pair.second == role; }));
  };
  reporting_v1::ParticipationCounts counts;
  counts.set_participant_count(static_cast<int>(everybody.size()));
  counts.set_state_count(of_kind(registry_v1::PARTICIPANT_KIND_STATE));
  counts.set_territory_count(of_kind(registry_v1::PARTICIPANT_KIND_TERRITORY));
  counts.set_organisation_count(
      of_kind(registry_v1::PARTICIPANT_KIND_ORGANISATION));
  counts.set_other_entity_count(
      of_kind(registry_v1::PARTICIPANT_KIND_OTHER_ENTITY));
  counts.set_unknown_kind_count(
      of_kind(registry_v1::PARTICIPANT_KIND_UNSPECIFIED));
  counts.set_member_count(in_role(registry_v1::PARTICIPANT_ROLE_MEMBER));
  counts.set_observer_count(in_role(registry_v1::PARTICIPANT_ROLE_OBSERVER));
  counts.set_partner_count(in_role(registry_v1::PARTICIPANT_ROLE_PARTNER));
  counts.set_unknown_role_count(
      in_role(registry_v1::PARTICIPANT_ROLE_UNSPECIFIED));
  return counts;
}

}  // namespace

reporting_v1::Participation ExpectedParticipation(
    const Records& records, const ParticipationFilter& filter) {
  const std::vector<Listed> all = AllListed(records, filter);
  std::map<std::string, std::vector<Listed>> by_participant, by_round;
  std::map<std::pair<std::string, std::string>, std::vector<Listed>> by_place;
  for (const Listed& listed : all) {
    by_participant[listed.identity].push_back(listed);
    by_place[{listed.mechanism, listed.round}].push_back(listed);
    by_round[listed.round].push_back(listed);
  }
  reporting_v1::Participation participation;
  std::map<std::string, reporting_v1::ParticipantParticipation> told;
  for (const auto& [identity, own] : by_participant)
    *participation.add_participants() = told[identity] = Describe(own);
  std::map<std::string, int> mechanism_counts;
  for (const auto& [place, own] : by_place) {
    auto& mechanism = *participation.add_mechanisms();
    mechanism.set_mechanism(place.first);
    mechanism.set_display_name(
        records.at(place.first).mechanism().display_name());
    mechanism.set_round(place.second);
    std::set<std::string> seen;
    for (const Listed& listed : own) {
      if (!seen.insert(listed.identity).second) continue;
      const auto& one = told[listed.identity];
      if (one.country_code().empty()) {
        mechanism.add_other_names(one.name());
      } else {
        mechanism.add_country_codes(one.country_code());
      }
    }
    *mechanism.mutable_counts() = CountsOf(own, told);
    ++mechanism_counts[place.second];
  }
  for (const auto& [name, own] : by_round) {
    auto& round = *participation.add_rounds();
    round.set_round(name);
    round.set_mechanism_count(mechanism_counts[name]);
    *round.mutable_counts() = CountsOf(own, told);
  }
  if (!all.empty()) *participation.mutable_counts() = CountsOf(all, told);
  return participation;
}

}  // namespace compendium::tests
