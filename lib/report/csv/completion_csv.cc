// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/completion_csv.h"

#include "absl/container/flat_hash_map.h"
#include "lib/csv/csv_writer.h"
#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"

namespace compendium {

using ::compendium::reporting::v1::CompletionCell;
using ::compendium::reporting::v1::MechanismCompletion;

std::string CompletionCsv(const reporting::v1::Completion& completion,
                          int64_t computed_at_revision, CsvText text) {
  CsvWriter table(
      {"round", "mechanism", "mechanism_name", "question", "question_title",
       "state", "text", "state_origin", "computed_at_revision"},
      text);
  absl::flat_hash_map<std::string, std::string> title_by_question;
  for (const auto& question : completion.questions())
    title_by_question[question.question_id()] = question.title();
  for (const MechanismCompletion& mechanism : completion.mechanisms()) {
    for (const CompletionCell& cell : mechanism.cells()) {
      table.Text(RecordId(completion.round()))
          .Text(RecordId(mechanism.mechanism()))
          .Text(mechanism.display_name())
          .Text(cell.question_id())
          .Text(title_by_question[cell.question_id()])
          .Text(EnumWord(cell.state()))
          .Text(cell.text())
          .Text(EnumWord(cell.state_origin()))
          .Number(computed_at_revision);
    }
  }
  return table.ToString();
}

}  // namespace compendium
