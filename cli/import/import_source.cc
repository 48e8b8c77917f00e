// SPDX-License-Identifier: Apache-2.0
#include "cli/import/import_source.h"

#include <memory>
#include <utility>

#include "cli/import/import_file.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace v1 = registry::v1;

absl::StatusOr<ImportSource> ReadImportSource(absl::string_view bytes,
                                              const ImportOptions& options) {
  ASSIGN_OR_RETURN(const std::unique_ptr<ImportFile> file,
                   ImportFile::Open(std::string(bytes), options));
  ASSIGN_OR_RETURN(std::optional<ImportSource> all, file->Next());
  CHECK(all.has_value());  // a file that was read has a round
  for (;;) {
    ASSIGN_OR_RETURN(std::optional<ImportSource> batch, file->Next());
    if (!batch.has_value()) return *std::move(all);
    for (v1::Record& record : batch->records)
      all->records.push_back(std::move(record));
  }
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
