// SPDX-License-Identifier: Apache-2.0
#include "cli/import/import_source.h"

#include <map>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "cli/import/limits.h"
#include "cli/import/output_only.h"
#include "cli/import/round_file.h"
#include "lib/base/status_macros.h"
#include "lib/document/compendium_text.h"
#include "lib/domain/resource_name.h"
#include "lib/domain/round_year.h"
#include "lib/extract/extract_items.h"
#include "lib/extract/item_id.h"
#include "lib/extract/item_order.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::vector<int64_t> LineBegins(absl::string_view text) {
  std::vector<int64_t> begins = {0};
  for (size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') begins.push_back(static_cast<int64_t>(i) + 1);
  return begins;
}

void AddRound(v1::Round round, const RoundName& name, ImportSource& source) {
  ClearOutputOnly(round);
  round.set_name(name.ToString());
  if (round.title().empty()) round.set_title(absl::StrCat("Round ", name.id()));
  *source.records.emplace_back().mutable_round() = std::move(round);
}

void AddMechanism(v1::Mechanism mechanism, const MechanismName& name,
                  ImportSource& source) {
  ClearOutputOnly(mechanism);
  mechanism.set_name(name.ToString());
  *source.records.emplace_back().mutable_mechanism() = std::move(mechanism);
}

void AddQuestionnaire(v1::Questionnaire questionnaire,
                      const QuestionnaireName& name, ImportSource& source) {
  ClearOutputOnly(questionnaire);
  questionnaire.set_name(name.ToString());
  *source.records.emplace_back().mutable_questionnaire() =
      std::move(questionnaire);
}

// Gives items the ids and the order that the registry and an update would give
// them, so that the second import of a file finds what the first one wrote.
void CompleteItems(v1::Questionnaire& questionnaire) {
  FillItemIds(questionnaire);
  SortItems(questionnaire);
}

absl::StatusOr<ImportSource> ReadRoundFile(absl::string_view text,
                                           const RoundName& round,
                                           const ImportOptions& options) {
  ASSIGN_OR_RETURN(RoundFile file, ParseRoundFile(text, options.file_name));
  if (!file.round.name().empty() && file.round.name() != round.ToString())
    return absl::InvalidArgumentError(
        absl::StrCat(options.file_name, ":round.name: got ", file.round.name(),
                     ", want ", round.ToString()));
  ImportSource source;
  source.round_id = round.id();
  source.states_items = true;
  AddRound(std::move(file.round), round, source);
  std::map<std::string, v1::Questionnaire*> questionnaires;
  for (RoundFile::Questionnaire& entry : file.questionnaires)
    questionnaires[entry.mechanism_id] = &entry.questionnaire;
  for (RoundFile::Mechanism& entry : file.mechanisms) {
    ASSIGN_OR_RETURN(const MechanismName name, MechanismName::FromId(entry.id));
    AddMechanism(std::move(entry.mechanism), name, source);
    const auto found = questionnaires.find(entry.id);
    if (found == questionnaires.end()) continue;
    CompleteItems(*found->second);
    AddQuestionnaire(std::move(*found->second), {name, round}, source);
    questionnaires.erase(found);
  }
  // Those of mechanisms that the registry must know already.
  for (auto& [id, questionnaire] : questionnaires) {
    ASSIGN_OR_RETURN(const MechanismName name, MechanismName::FromId(id));
    CompleteItems(*questionnaire);
    AddQuestionnaire(std::move(*questionnaire), {name, round}, source);
  }
  return source;
}

absl::StatusOr<ImportSource> ReadCompendiumText(absl::string_view text,
                                                const RoundName& round,
                                                const ImportOptions& options) {
  ASSIGN_OR_RETURN(const int year, RoundYear(round.id()));
  ASSIGN_OR_RETURN(ParsedDocument parsed,
                   ParseCompendiumText(text, {.file_name = options.file_name,
                                              .round_id = round.id()}));
  ImportSource source;
  source.round_id = round.id();
  source.line_begins = LineBegins(text);
  v1::Round record;
  *record.mutable_form() = std::move(parsed.form);
  *record.add_documents() = std::move(parsed.document);
  AddRound(std::move(record), round, source);
  for (ParsedQuestionnaire& entry : parsed.questionnaires) {
    ASSIGN_OR_RETURN(const MechanismName name,
                     MechanismName::FromId(entry.mechanism_id));
    ExtractItems({.round_year = year}, entry.questionnaire);
    AddMechanism(std::move(entry.mechanism), name, source);
    AddQuestionnaire(std::move(entry.questionnaire), {name, round}, source);
  }
  return source;
}

}  // namespace

absl::StatusOr<ImportSource> ReadImportSource(absl::string_view text,
                                              const ImportOptions& options) {
  ASSIGN_OR_RETURN(const RoundName round, RoundName::FromId(options.round_id));
  absl::string_view json = text;
  absl::ConsumePrefix(&json, kByteOrderMark);
  return absl::StartsWith(absl::StripLeadingAsciiWhitespace(json), "{")
             ? ReadRoundFile(json, round, options)
             : ReadCompendiumText(text, round, options);
}

const std::string& RecordName(const v1::Record& record) {
  switch (record.kind_case()) {
    case v1::Record::kMechanism:
      return record.mechanism().name();
    case v1::Record::kRound:
      return record.round().name();
    case v1::Record::kQuestionnaire:
    case v1::Record::KIND_NOT_SET:
      break;
  }
  return record.questionnaire().name();
}

int64_t RecordRevision(const v1::Record& record) {
  if (record.has_mechanism()) return record.mechanism().revision();
  if (record.has_round()) return record.round().revision();
  return record.questionnaire().revision();
}

std::vector<v1::Questionnaire> QuestionnairesOf(const ImportSource& source) {
  std::vector<v1::Questionnaire> questionnaires;
  for (const v1::Record& record : source.records)
    if (record.has_questionnaire())
      questionnaires.push_back(record.questionnaire());
  return questionnaires;
}

ShortNames ShortNamesOf(const ImportSource& source) {
  ShortNames names;
  for (const v1::Record& record : source.records)
    if (record.has_mechanism()) names.Add(record.mechanism());
  return names;
}

}  // namespace compendium
