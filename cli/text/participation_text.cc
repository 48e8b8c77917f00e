// SPDX-License-Identifier: Apache-2.0
#include "cli/text/participation_text.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/text/text_table.h"
#include "lib/words/counted.h"
#include "lib/words/display_width.h"
#include "lib/words/enum_word.h"
#include "lib/words/participation_words.h"
#include "lib/words/record_id.h"

namespace compendium {
namespace {

using ::compendium::reporting::v1::MechanismParticipation;
using ::compendium::reporting::v1::ParticipantParticipation;
using ::compendium::reporting::v1::Participation;
using ::compendium::reporting::v1::ParticipationCounts;
using ::compendium::reporting::v1::ParticipationEntry;

constexpr absl::string_view kNoBreakSpace = "\xC2\xA0";

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
                  ParticipantKindsWords(mechanism.counts()),
                  ParticipantRolesWords(mechanism.counts())});
  return table.ToString(width);
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
    table.AddRow({participant.country_code(), ParticipantNameWords(participant),
                  FinestRegion(participant),
                  EntriesWords(participant, names, with_round)});
  return table.ToString(width);
}

}  // namespace

std::string ParticipationText(const Participation& participation,
                              const ShortNames& names, size_t width) {
  const ParticipationCounts& counts = participation.counts();
  if (counts.participant_count() == 0) return "No participants.\n";
  const std::string footer = absl::StrCat(
      Counted(counts.participant_count(), "participant"), " (",
      ParticipantKindsWords(counts), "; ", ParticipantRolesWords(counts),
      ") in ", Counted(participation.mechanisms_size(), "questionnaire"),
      " of ", Counted(participation.rounds_size(), "round"), ".");
  return absl::StrCat(MechanismTable(participation, names, width), "\n",
                      ParticipantTable(participation, names, width), "\n",
                      Paragraph(footer, width));
}

}  // namespace compendium
