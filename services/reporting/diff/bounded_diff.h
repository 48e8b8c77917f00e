// SPDX-License-Identifier: Apache-2.0
// How much may be compared, and how much may be told. `advice` is what a caller
// of whom that is too much may do.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "compendium/reporting/v1/diff.pb.h"
#include "lib/diff/compare_cells.h"

namespace compendium::reporting {

// RESOURCE_EXHAUSTED with reason DIFF_TOO_LONG when more than kDiffRevisionsMax
// lie between the two revisions, which `fields` of the request ask for.
absl::Status CheckDiffLength(absl::string_view fields, int64_t from_revision,
                             int64_t to_revision, absl::string_view advice);

// CompareCells; RESOURCE_EXHAUSTED with reason ANSWER_TOO_LARGE when more than
// kChangedCellsMax differ.
absl::StatusOr<std::vector<CellChange>> FindChanges(const Cells& before,
                                                    const Cells& after,
                                                    absl::string_view advice);

// Puts the cells into the diff; RESOURCE_EXHAUSTED as above when they have more
// than kAnswerBytesMax.
absl::Status FillCells(std::vector<v1::ChangedCell> cells,
                       absl::string_view advice, v1::Diff& diff);

}  // namespace compendium::reporting
