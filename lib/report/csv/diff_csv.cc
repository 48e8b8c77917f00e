// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/diff_csv.h"

#include <vector>

#include "lib/csv/csv_writer.h"
#include "lib/report/csv/list_cell.h"
#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"
#include "lib/words/time_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

std::string QuotesOf(const v1::ChangedCell& cell,
                     v1::EvidenceMovement movement) {
  return ListCell(cell.evidence(), [&](const v1::EvidenceChange& moved) {
    return moved.movement() == movement ? moved.evidence().quote() : "";
  });
}

// `revision` may be null.
void AddRow(const v1::Diff& diff, const v1::ChangedCell& cell,
            const v1::CellRevision* revision, CsvWriter& table) {
  table.Text(EnumWord(cell.kind()))
      .Text(RecordId(cell.questionnaire().empty() ? diff.round()
                                                  : cell.questionnaire()))
      .Text(MechanismId(cell.questionnaire()))
      .Text(cell.subject())
      .Text(cell.title())
      .Text(cell.old_value())
      .Text(cell.new_value())
      .Text(QuotesOf(cell, v1::EVIDENCE_MOVEMENT_WENT))
      .Text(QuotesOf(cell, v1::EVIDENCE_MOVEMENT_CAME));
  if (revision != nullptr) {
    table.Number(revision->revision())
        .Text(TimeWords(revision->commit_time()))
        .Text(revision->author())
        .Text(revision->reason())
        .Text(revision->value());
  } else {
    for (int i = 0; i < 5; ++i) table.Text("");
  }
  table.Number(diff.from_revision()).Number(diff.to_revision());
}

}  // namespace

std::string DiffCsv(const v1::Diff& diff) {
  CsvWriter table({"kind", "round", "mechanism", "subject", "title",
                   "old_value", "new_value", "quotes_gone", "quotes_come",
                   "revision", "commit_time", "author", "reason", "value",
                   "from_revision", "to_revision"});
  for (const v1::ChangedCell& cell : diff.cells()) {
    for (const v1::CellRevision& revision : cell.revisions())
      AddRow(diff, cell, &revision, table);
    if (cell.revisions().empty()) AddRow(diff, cell, nullptr, table);
  }
  return table.ToString();
}

}  // namespace compendium
