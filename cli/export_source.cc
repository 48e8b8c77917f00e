// SPDX-License-Identifier: Apache-2.0
#include "cli/export_source.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/import/import_source.h"
#include "cli/input_file.h"
#include "cli/list_pages.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

absl::StatusOr<ExportRecords> ReadFromFile(const ExportSelection& selection) {
  ASSIGN_OR_RETURN(const ImportSource source,
                   ReadInputFile({.path = selection.file,
                                  .round = selection.round,
                                  .format = "",
                                  .unconfined = selection.unconfined}));
  ExportRecords records;
  for (const v1::Record& record : source.records) {
    if (record.has_round()) records.round = record.round();
    if (record.has_mechanism())
      records.mechanisms.push_back(record.mechanism());
  }
  records.questionnaires = QuestionnairesOf(source);
  return records;
}

absl::StatusOr<ExportRecords> ReadFromRegistry(const ExportSelection& selection,
                                               const Client& client) {
  ExportRecords records;
  v1::GetRoundRequest get_round;
  get_round.set_name(FullRoundName(selection.round));
  get_round.set_read_revision(selection.revision);
  ASSIGN_OR_RETURN(v1::GetRoundResponse round,
                   client.Call(&RegistryStub::GetRound, get_round));
  records.round.Swap(round.mutable_round());
  records.revision = round.revision();

  // What follows is read as of the same revision: one document, one state.
  v1::ListMechanismsRequest list_mechanisms;
  list_mechanisms.set_read_revision(records.revision);
  // A profile that was deleted since still names its questionnaire.
  list_mechanisms.set_show_deleted(true);
  ASSIGN_OR_RETURN(
      const v1::ListMechanismsResponse mechanisms,
      ListPages(client, &RegistryStub::ListMechanisms, list_mechanisms));
  records.mechanisms.assign(mechanisms.mechanisms().begin(),
                            mechanisms.mechanisms().end());

  v1::ListQuestionnairesRequest list_questionnaires;
  list_questionnaires.set_parent("mechanisms/-");
  list_questionnaires.set_round(records.round.name());
  list_questionnaires.set_read_revision(records.revision);
  ASSIGN_OR_RETURN(const v1::ListQuestionnairesResponse questionnaires,
                   ListPages(client, &RegistryStub::ListQuestionnaires,
                             list_questionnaires));
  records.questionnaires.assign(questionnaires.questionnaires().begin(),
                                questionnaires.questionnaires().end());
  return records;
}

}  // namespace

absl::StatusOr<ExportRecords> ReadExportRecords(
    const ExportSelection& selection, const Client& client) {
  ASSIGN_OR_RETURN(ExportRecords records,
                   selection.file.empty() ? ReadFromRegistry(selection, client)
                                          : ReadFromFile(selection));
  const std::string mechanism = FullMechanismName(selection.mechanism);
  if (!mechanism.empty()) {
    std::vector<v1::Questionnaire> wanted;
    for (v1::Questionnaire& questionnaire : records.questionnaires)
      if (absl::StartsWith(questionnaire.name(), absl::StrCat(mechanism, "/")))
        wanted.push_back(std::move(questionnaire));
    records.questionnaires = std::move(wanted);
  }
  if (records.questionnaires.empty()) {
    return absl::NotFoundError(absl::StrCat(
        records.round.name(), ": got no questionnaire",
        mechanism.empty() ? "" : " of ", mechanism, ", want one to export"));
  }
  return records;
}

absl::StatusOr<PublishedRound> Publish(const ExportRecords& records) {
  ASSIGN_OR_RETURN(PublishedRound published,
                   MakePublishedRound(records.round, records.mechanisms,
                                      records.questionnaires));
  published.revision = records.revision;
  return published;
}

}  // namespace compendium
