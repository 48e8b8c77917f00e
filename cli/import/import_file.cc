// SPDX-License-Identifier: Apache-2.0
#include "cli/import/import_file.h"

#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "cli/import/answer_merge.h"
#include "cli/import/limits.h"
#include "cli/import/output_only.h"
#include "cli/text/status_prefix.h"
#include "lib/base/clock.h"
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

std::vector<int64_t> LineBegins(absl::string_view text) {
  std::vector<int64_t> begins = {0};
  for (size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') begins.push_back(static_cast<int64_t>(i) + 1);
  return begins;
}

absl::Status AddRound(v1::Round round, ImportSource& source) {
  ASSIGN_OR_RETURN(const RoundName name, RoundName::FromId(source.round_id));
  ClearOutputOnly(round);
  round.set_name(name.ToString());
  if (round.title().empty()) round.set_title(absl::StrCat("Round ", name.id()));
  *source.records.emplace_back().mutable_round() = std::move(round);
  return absl::OkStatus();
}

absl::Status AddMechanism(v1::Mechanism mechanism, const std::string& id,
                          ImportSource& source) {
  ASSIGN_OR_RETURN(const MechanismName name, MechanismName::FromId(id));
  ClearOutputOnly(mechanism);
  mechanism.set_name(name.ToString());
  *source.records.emplace_back().mutable_mechanism() = std::move(mechanism);
  return absl::OkStatus();
}

absl::Status AddQuestionnaire(v1::Questionnaire questionnaire,
                              const std::string& mechanism_id,
                              ImportSource& source) {
  ASSIGN_OR_RETURN(const RoundName round, RoundName::FromId(source.round_id));
  ASSIGN_OR_RETURN(const MechanismName mechanism,
                   MechanismName::FromId(mechanism_id));
  ClearOutputOnly(questionnaire);
  questionnaire.set_name(QuestionnaireName(mechanism, round).ToString());
  *source.records.emplace_back().mutable_questionnaire() =
      std::move(questionnaire);
  return absl::OkStatus();
}

// Gives items the ids and the order that the registry and an update would give
// them, so that the second import of a file finds what the first one wrote.
void CompleteItems(v1::Questionnaire& questionnaire) {
  FillItemIds(questionnaire);
  SortItems(questionnaire);
}

RoundFileSyntax SyntaxOf(FileFormat format) {
  return format == FileFormat::kJson ? RoundFileSyntax::kJson
                                     : RoundFileSyntax::kTextproto;
}

// JSON and text format know no byte order mark.
void DropByteOrderMark(std::string& text) {
  if (text.rfind("\xEF\xBB\xBF", 0) == 0) text.erase(0, 3);
}

}  // namespace

absl::StatusOr<std::unique_ptr<ImportFile>> ImportFile::Open(
    std::string bytes, const ImportOptions& options) {
  RETURN_IF_ERROR(RoundName::FromId(options.round_id).status());
  base::RealClock clock;
  const Pandoc pandoc(options.pandoc, clock);
  std::unique_ptr<ImportFile> file(new ImportFile(options));
  ASSIGN_OR_RETURN(file->text_,
                   ReadSourceText(std::move(bytes), options.file_name,
                                  options.format, pandoc));
  RETURN_IF_ERROR(file->Prepare());
  return file;
}

absl::Status ImportFile::Prepare() {
  switch (text_.format) {
    case FileFormat::kJson:
    case FileFormat::kTextproto: {
      DropByteOrderMark(text_.text);
      ASSIGN_OR_RETURN(round_file_,
                       RoundFileReader::Read(text_.text, SyntaxOf(text_.format),
                                             options_.file_name));
      const std::string wanted = absl::StrCat("rounds/", options_.round_id);
      const std::string& name = round_file_->round().name();
      if (!name.empty() && name != wanted)
        return absl::InvalidArgumentError(absl::StrCat(
            options_.file_name, ":round.name: got ", name, ", want ", wanted));
      std::map<std::string, size_t> questionnaires;
      for (size_t i = 0; i < round_file_->questionnaire_ids().size(); ++i)
        questionnaires[round_file_->questionnaire_ids()[i]] = i;
      for (size_t i = 0; i < round_file_->mechanism_ids().size(); ++i) {
        Entry& entry = entries_.emplace_back();
        entry.mechanism = i;
        const auto found = questionnaires.find(round_file_->mechanism_ids()[i]);
        if (found == questionnaires.end()) continue;
        entry.questionnaire = found->second;
        questionnaires.erase(found);
      }
      // Those of mechanisms that the registry must know already.
      for (const auto& [id, index] : questionnaires)
        entries_.push_back({std::nullopt, index});
      record_count_ = 1 + round_file_->mechanism_ids().size() +
                      round_file_->questionnaire_ids().size();
      return absl::OkStatus();
    }
    case FileFormat::kCsv: {
      RETURN_IF_ERROR(RoundYear(options_.round_id).status());
      auto table =
          AnswerTable::Read(text_.text, {.file_name = options_.file_name,
                                         .round_id = options_.round_id,
                                         .original = text_.original});
      if (!table.ok()) return WithPrefix(options_.file_name, table.status());
      table_ = *std::move(table);
      record_count_ = 1 + 2 * table_->size();
      return absl::OkStatus();
    }
    case FileFormat::kText:
    case FileFormat::kDocx:
    case FileFormat::kHtml:
      break;
  }
  ASSIGN_OR_RETURN(document_, ReadCompendium());
  record_count_ = document_->records.size();
  return absl::OkStatus();
}

ImportSource ImportFile::EmptyBatch() const {
  ImportSource source;
  source.round_id = options_.round_id;
  return source;
}

absl::StatusOr<ImportSource> ImportFile::ReadCompendium() {
  ImportSource source = EmptyBatch();
  ASSIGN_OR_RETURN(source.round_year, RoundYear(options_.round_id));
  auto parsed =
      ParseCompendiumText(text_.text, {.file_name = options_.file_name,
                                       .round_id = options_.round_id,
                                       .original = text_.original});
  if (!parsed.ok()) {
    if (!text_.original.has_value()) return parsed.status();
    return WithPrefix(
        absl::StrCat(options_.file_name, ": in the text read from it"),
        parsed.status());
  }
  source.line_begins = LineBegins(text_.text);
  v1::Round round;
  *round.mutable_form() = std::move(parsed->form);
  *round.add_documents() = std::move(parsed->document);
  RETURN_IF_ERROR(AddRound(std::move(round), source));
  for (ParsedQuestionnaire& entry : parsed->questionnaires) {
    ExtractItems({.round_year = source.round_year}, entry.questionnaire);
    RETURN_IF_ERROR(
        AddMechanism(std::move(entry.mechanism), entry.mechanism_id, source));
    RETURN_IF_ERROR(AddQuestionnaire(std::move(entry.questionnaire),
                                     entry.mechanism_id, source));
  }
  return source;
}

absl::StatusOr<ImportSource> ImportFile::NextOfRoundFile() {
  ImportSource source = EmptyBatch();
  source.states_items = true;
  if (next_ == 0) RETURN_IF_ERROR(AddRound(round_file_->round(), source));
  for (; next_entry_ < entries_.size() &&
         source.records.size() < kImportBatchRecordsMax;
       ++next_entry_) {
    const Entry& entry = entries_[next_entry_];
    if (entry.mechanism.has_value()) {
      v1::RoundFileMechanism read = round_file_->Mechanism(*entry.mechanism);
      RETURN_IF_ERROR(AddMechanism(std::move(*read.mutable_mechanism()),
                                   read.id(), source));
    }
    if (entry.questionnaire.has_value()) {
      v1::RoundFileQuestionnaire read =
          round_file_->Questionnaire(*entry.questionnaire);
      CompleteItems(*read.mutable_questionnaire());
      RETURN_IF_ERROR(AddQuestionnaire(std::move(*read.mutable_questionnaire()),
                                       read.mechanism(), source));
    }
  }
  return source;
}

absl::StatusOr<ImportSource> ImportFile::NextOfAnswerTable() {
  ImportSource source = EmptyBatch();
  source.only_answers = true;
  ASSIGN_OR_RETURN(source.round_year, RoundYear(options_.round_id));
  if (next_ == 0) {
    v1::Round round;
    *round.mutable_form() = table_->form();
    *round.add_documents() = table_->document();
    RETURN_IF_ERROR(AddRound(std::move(round), source));
  }
  for (; next_entry_ < table_->size() &&
         source.records.size() < kImportBatchRecordsMax;
       ++next_entry_) {
    ParsedQuestionnaire read = table_->Questionnaire(next_entry_);
    ExtractFromAnswers(source.round_year, read.questionnaire);
    RETURN_IF_ERROR(
        AddMechanism(std::move(read.mechanism), read.mechanism_id, source));
    RETURN_IF_ERROR(AddQuestionnaire(std::move(read.questionnaire),
                                     read.mechanism_id, source));
  }
  return source;
}

absl::StatusOr<std::optional<ImportSource>> ImportFile::Next() {
  if (next_ == record_count_) return std::nullopt;
  std::optional<ImportSource> batch;
  if (document_.has_value()) {
    batch = std::exchange(document_, std::nullopt);
  } else if (round_file_.has_value()) {
    ASSIGN_OR_RETURN(batch, NextOfRoundFile());
  } else {
    ASSIGN_OR_RETURN(batch, NextOfAnswerTable());
  }
  next_ += batch->records.size();
  return batch;
}

}  // namespace compendium
