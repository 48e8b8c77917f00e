// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/diff/bounded_diff.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/answer_size.h"

namespace compendium::reporting {

absl::Status CheckDiffLength(absl::string_view fields, int64_t from_revision,
                             int64_t to_revision, absl::string_view advice) {
  const int64_t length = to_revision - from_revision;
  if (length <= kDiffRevisionsMax) return absl::OkStatus();
  return ErrorWithReason(
      absl::StatusCode::kResourceExhausted, "DIFF_TOO_LONG",
      absl::StrCat(fields, ": got ", length, " revisions, want ",
                   kDiffRevisionsMax, " at most: ", advice),
      {{"revisions_max", absl::StrCat(kDiffRevisionsMax)}});
}

absl::StatusOr<std::vector<CellChange>> FindChanges(const Cells& before,
                                                    const Cells& after,
                                                    absl::string_view advice) {
  std::vector<CellChange> changes = CompareCells(before, after);
  if (changes.size() > kChangedCellsMax)
    return AnswerTooLarge("diff", kChangedCellsMax, "cells", advice);
  return changes;
}

absl::Status FillCells(std::vector<v1::ChangedCell> cells,
                       absl::string_view advice, v1::Diff& diff) {
  AnswerSize size;
  for (v1::ChangedCell& cell : cells) {
    if (!size.Add(cell))
      return AnswerTooLarge("diff", kAnswerBytesMax, "bytes", advice);
    *diff.add_cells() = std::move(cell);
  }
  return absl::OkStatus();
}

}  // namespace compendium::reporting
