// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compendium/reporting/v1/diff.pb.h"
#include "lib/diff/report_cells.h"

namespace compendium {

// Longest value of a ChangedCell: two lines on a terminal.
inline constexpr size_t kCellValueBytesMax = 240;

// A cell with its key.
using PlacedCell = Cells::value_type;

// A cell that differs.
struct CellChange {
  reporting::v1::ChangedCell cell;  // without revisions
  // By which it is found in other answers, the surest first: what the cells
  // before and after have in common, then what only the later one has.
  std::vector<std::string> ids;
};

// The difference between what a cell was and what it is, either of which may be
// null; nothing when both say the same and rest on the same quotes.
std::optional<CellChange> CompareCell(const PlacedCell* before,
                                      const PlacedCell* after);

// The cells in which two answers differ, by kind, then in the order of the
// aggregate. Pure; n log n in the cells.
std::vector<CellChange> CompareCells(const Cells& before, const Cells& after);

// Finds cells by what they are known by. Borrows from the cells.
class CellIndex {
 public:
  explicit CellIndex(const Cells& cells);

  // The cell with the first of the ids that one has, or null.
  const PlacedCell* Find(const std::vector<std::string>& ids) const;

 private:
  std::unordered_map<std::string, const PlacedCell*> cells_;
};

// CompareCells for two answers of one aggregate, or for what two archived
// reports say: neither a registry nor a snapshot is needed.
template <class Answer>
std::vector<reporting::v1::ChangedCell> DiffOf(const Answer& before,
                                               const Answer& after) {
  std::vector<reporting::v1::ChangedCell> cells;
  for (CellChange& change : CompareCells(CellsOf(before), CellsOf(after)))
    cells.push_back(std::move(change.cell));
  return cells;
}

}  // namespace compendium
