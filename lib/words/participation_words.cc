// SPDX-License-Identifier: Apache-2.0
#include "lib/words/participation_words.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

constexpr absl::string_view kNoBreakSpace = "\xC2\xA0";

// A number with its noun, unless there are none.
struct Part {
  int count;
  absl::string_view one;
  absl::string_view many;
};

std::string JoinParts(const std::vector<Part>& parts) {
  std::vector<std::string> words;
  for (const auto& [count, one, many] : parts)
    if (count > 0)
      words.push_back(
          absl::StrCat(count, kNoBreakSpace, count == 1 ? one : many));
  return absl::StrJoin(words, ", ");
}

}  // namespace

std::string ParticipantKindsWords(const v1::ParticipationCounts& counts) {
  return JoinParts(
      {{counts.state_count(), "State", "States"},
       {counts.territory_count(), "territory", "territories"},
       {counts.organisation_count(), "organisation", "organisations"},
       {counts.other_entity_count(), "other", "others"},
       {counts.unknown_kind_count(), "unknown", "unknown"}});
}

std::string ParticipantRolesWords(const v1::ParticipationCounts& counts) {
  return JoinParts({{counts.member_count(), "member", "members"},
                    {counts.observer_count(), "observer", "observers"},
                    {counts.partner_count(), "partner", "partners"},
                    {counts.unknown_role_count(), "not said", "not said"}});
}

std::string ParticipantNameWords(
    const v1::ParticipantParticipation& participant) {
  std::vector<std::string> others;
  for (const std::string& name : participant.names_as_written())
    if (name != participant.name()) others.push_back(name);
  if (others.empty()) return participant.name();
  return absl::StrCat(participant.name(), " (", absl::StrJoin(others, "; "),
                      ")");
}

std::string FinestRegion(const v1::ParticipantParticipation& participant) {
  if (participant.has_intermediate_region())
    return participant.intermediate_region().name();
  return participant.has_subregion() ? participant.subregion().name()
                                     : participant.region().name();
}

}  // namespace compendium
