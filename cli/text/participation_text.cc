// SPDX-License-Identifier: Apache-2.0
#include "cli/text/participation_text.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/text/counted.h"
#include "cli/text/display_width.h"
#include "cli/text/enum_word.h"
#include "cli/text/record_id.h"
#include "cli/text/text_table.h"

namespace compendium {
namespace {

using ::compendium::reporting::v1::MechanismParticipation;
using ::compendium::reporting::v1::ParticipantParticipation;
using ::compendium::reporting::v1::Participation;
using ::compendium::reporting::v1::ParticipationCounts;
using ::compendium::reporting::v1::ParticipationEntry;

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

// "42 States, 3 territories".
std::string KindsWords(const ParticipationCounts& counts) {
  return JoinParts(
      {{counts.state_count(), "State", "States"},
       {counts.territory_count(), "territory", "territories"},
       {counts.organisation_count(), "organisation", "organisations"},
       {counts.other_entity_count(), "other", "others"},
       {counts.unknown_kind_count(), "unknown", "unknown"}});
}

// "45 members, 1 observer".
std::string RolesWords(const ParticipationCounts& counts) {
  return JoinParts({{counts.member_count(), "member", "members"},
                    {counts.observer_count(), "observer", "observers"},
                    {counts.partner_count(), "partner", "partners"},
                    {counts.unknown_role_count(), "not said", "not said"}});
}

std::string MechanismTable(const Participation& participation,
                           const ShortNames& names, size_t width) {
  TextTable table({{.title = "Mechanism"},
                   {.title = "Round"},
                   {.title = "Participants", .align_right = true},
                   {.title = "What they are"},
                   {.title = "As"}});
  for (const MechanismParticipation& mechanism : participation.mechanisms())
    table.AddRow({names.Of(mechanism.mechanism()),
                  std::string(RecordId(mechanism.round())),
                  absl::StrCat(mechanism.counts().participant_count()),
                  KindsWords(mechanism.counts()),
                  RolesWords(mechanism.counts())});
  return table.ToString(width);
}

// "Eswatini (Swaziland)".
std::string NameWords(const ParticipantParticipation& participant) {
  std::vector<std::string> others;
  for (const std::string& name : participant.names_as_written())
    if (name != participant.name()) others.push_back(name);
  if (others.empty()) return participant.name();
  return absl::StrCat(participant.name(), " (", absl::StrJoin(others, "; "),
                      ")");
}

// The finest region that is known.
std::string RegionWords(const ParticipantParticipation& participant) {
  if (participant.has_intermediate_region())
    return participant.intermediate_region().name();
  return participant.has_subregion() ? participant.subregion().name()
                                     : participant.region().name();
}

// "2016", or "(observer)", or both; empty for a member when rounds are not
// told apart.
std::string EntryWords(const ParticipationEntry& entry, bool with_round) {
  std::vector<std::string> words;
  if (with_round) words.emplace_back(RecordId(entry.round()));
  if (entry.role() == registry::v1::PARTICIPANT_ROLE_OBSERVER ||
      entry.role() == registry::v1::PARTICIPANT_ROLE_PARTNER)
    words.push_back(absl::StrCat("(", EnumWord(entry.role()), ")"));
  return absl::StrJoin(words, kNoBreakSpace);
}

// "COMESA 2015, 2016; MIDSA 2016 (observer)".
std::string EntriesWords(const ParticipantParticipation& participant,
                         const ShortNames& names, bool with_round) {
  std::string words;
  const ParticipationEntry* before = nullptr;
  for (const ParticipationEntry& entry : participant.entries()) {
    const std::string own = EntryWords(entry, with_round);
    if (before != nullptr && before->mechanism() == entry.mechanism()) {
      const bool same =
          before->round() == entry.round() && before->role() == entry.role();
      if (!same) absl::StrAppend(&words, ", ", own);
    } else {
      if (before != nullptr) absl::StrAppend(&words, with_round ? "; " : ", ");
      absl::StrAppend(&words, names.Of(entry.mechanism()));
      if (!own.empty()) absl::StrAppend(&words, kNoBreakSpace, own);
    }
    before = &entry;
  }
  return words;
}

std::string ParticipantTable(const Participation& participation,
                             const ShortNames& names, size_t width) {
  TextTable table({{.title = "Code", .unbroken = true},
                   {.title = "Participant", .least_width = 20},
                   {.title = "Region"},
                   {.title = "Takes part in", .least_width = 20}});
  const bool with_round = participation.rounds_size() > 1;
  for (const ParticipantParticipation& participant :
       participation.participants())
    table.AddRow({participant.country_code(), NameWords(participant),
                  RegionWords(participant),
                  EntriesWords(participant, names, with_round)});
  return table.ToString(width);
}

}  // namespace

std::string ParticipationText(const Participation& participation,
                              const ShortNames& names, size_t width) {
  const ParticipationCounts& counts = participation.counts();
  if (counts.participant_count() == 0) return "No participants.\n";
  const std::string footer =
      absl::StrCat(Counted(counts.participant_count(), "participant"), " (",
                   KindsWords(counts), "; ", RolesWords(counts), ") in ",
                   Counted(participation.mechanisms_size(), "questionnaire"),
                   " of ", Counted(participation.rounds_size(), "round"), ".");
  return absl::StrCat(MechanismTable(participation, names, width), "\n",
                      ParticipantTable(participation, names, width), "\n",
                      Paragraph(footer, width));
}

}  // namespace compendium
