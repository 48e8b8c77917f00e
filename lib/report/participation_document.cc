// SPDX-License-Identifier: Apache-2.0
#include "lib/report/participation_document.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/report/chart/participation_chart.h"
#include "lib/report/document_text.h"
#include "lib/words/counted.h"
#include "lib/words/enum_word.h"
#include "lib/words/participation_words.h"
#include "lib/words/record_id.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// "State", "other entity".
std::string KindOf(const v1::ParticipantParticipation& participant) {
  return participant.kind() == registry::v1::PARTICIPANT_KIND_STATE
             ? "State"
             : EnumWord(participant.kind());
}

// "COMESA 2016; MIDSA 2016 (observer)".
std::string EntriesWords(const v1::ParticipantParticipation& participant,
                         const ReportContext& context) {
  const bool with_round = context.content.participation().rounds_size() > 1;
  std::string words;
  for (const v1::ParticipationEntry& entry : participant.entries()) {
    if (!words.empty()) absl::StrAppend(&words, "; ");
    absl::StrAppend(&words, context.names.Of(entry.mechanism()));
    if (with_round) absl::StrAppend(&words, " ", RecordId(entry.round()));
    if (entry.role() == registry::v1::PARTICIPANT_ROLE_OBSERVER ||
        entry.role() == registry::v1::PARTICIPANT_ROLE_PARTNER)
      absl::StrAppend(&words, " (", EnumWord(entry.role()), ")");
  }
  return words;
}

std::vector<int> EntriesEvidence(
    const v1::ParticipantParticipation& participant, ReportContext& context) {
  std::vector<int> numbers;
  for (const v1::ParticipationEntry& entry : participant.entries())
    numbers.push_back(context.evidence.AddParticipant(
        absl::StrCat(entry.mechanism(), "/questionnaires/",
                     RecordId(entry.round())),
        entry.participant_index(), entry.as_written(), entry.origin()));
  return numbers;
}

}  // namespace

std::vector<DocumentBlock> ParticipationSummary(const ReportContext& context) {
  const v1::Participation& participation = context.content.participation();
  const v1::ParticipationCounts& counts = participation.counts();
  std::vector<DocumentBlock> blocks;
  if (counts.participant_count() == 0) {
    blocks.push_back(PlainParagraph("No participants."));
    return blocks;
  }
  blocks.push_back(PlainParagraph(absl::StrCat(
      Counted(counts.participant_count(), "participant"), ": ",
      ParticipantKindsWords(counts),
      ". Capacities: ", ParticipantRolesWords(counts), ". They are listed in ",
      Counted(participation.mechanisms_size(), "questionnaire"), " of ",
      Counted(participation.rounds_size(), "round"), ".")));
  blocks.push_back(NoteParagraph(
      "A participant counts once in each total, however often it is listed; "
      "one that is listed in two capacities counts in both. Its country code "
      "decides who it is: names are the current short names of the United "
      "Nations, and in parentheses stand those of the sources. Regions are "
      "those of the United Nations (M49). The designations imply no opinion "
      "on the status of any country or area."));
  return blocks;
}

DocumentTable MechanismTable(const ReportContext& context) {
  DocumentTable table{
      .id = "mechanisms-table",
      .caption = "Participants by mechanism",
      .columns = {{.title = "Mechanism", .width = 6},
                  {.title = "Round", .width = 2},
                  {.title = "Participants", .width = 2, .is_number = true},
                  {.title = "What they are", .width = 4},
                  {.title = "Capacity", .width = 4}}};
  for (const v1::MechanismParticipation& mechanism :
       context.content.participation().mechanisms())
    table.rows.push_back(
        {.cells = {TextCell(mechanism.display_name()),
                   TextCell(std::string(RecordId(mechanism.round()))),
                   NumberCell(mechanism.counts().participant_count()),
                   TextCell(ParticipantKindsWords(mechanism.counts())),
                   TextCell(ParticipantRolesWords(mechanism.counts()))}});
  return table;
}

DocumentTable ParticipantTable(ReportContext& context) {
  DocumentTable table{.id = "participants-table",
                      .caption = "Participants",
                      .columns = {{.title = "Code", .width = 3},
                                  {.title = "Participant", .width = 8},
                                  {.title = "What", .width = 4},
                                  {.title = "Region", .width = 6},
                                  {.title = "Takes part in", .width = 10},
                                  {.title = "Evidence", .width = 4}}};
  for (const v1::ParticipantParticipation& participant :
       context.content.participation().participants())
    table.rows.push_back(
        {.cells = {TextCell(participant.country_code()),
                   TextCell(ParticipantNameWords(participant)),
                   TextCell(KindOf(participant)),
                   TextCell(FinestRegion(participant)),
                   TextCell(EntriesWords(participant, context)),
                   EvidenceList::Cell(EntriesEvidence(participant, context))}});
  return table;
}

void AddParticipation(ReportContext& context, Document& document) {
  DocumentSection summary{.id = "summary",
                          .title = "At a glance",
                          .blocks = ParticipationSummary(context)};
  const bool is_empty = context.content.participation().participants().empty();
  if (!is_empty) summary.blocks.push_back(ParticipationChart(context));
  document.sections.push_back(std::move(summary));
  if (!is_empty) {
    document.sections.push_back({.id = "mechanisms",
                                 .title = "By mechanism",
                                 .blocks = {MechanismTable(context)}});
    document.sections.push_back({.id = "participants",
                                 .title = "By participant",
                                 .blocks = {ParticipantTable(context)}});
  }
  document.sections.push_back(context.evidence.ToSection());
}

}  // namespace compendium
