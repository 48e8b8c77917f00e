// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "compendium/registry/v1/change.pb.h"
#include "compendium/reporting/v1/diff.pb.h"
#include "lib/diff/compare_cells.h"
#include "services/reporting/diff/query_cells.h"
#include "services/reporting/projection/projections.h"

namespace compendium::reporting {

// Finds out which revisions changed the cells in which two states differ: is
// given every change between them, in order, applies it to the state before,
// and looks whether the cells say something else now. Only what a change
// touches is looked at: a questionnaire that says the same to an aggregate
// costs nothing, one that does not costs the answers of its mechanism, and
// where events are asked for, those of the round. Not thread-safe.
class CellHistory {
 public:
  // From `state`, with the cells that differ in the end.
  CellHistory(Projections state, DiffQuery query,
              std::vector<CellChange> changes);

  CellHistory(const CellHistory&) = delete;
  CellHistory& operator=(const CellHistory&) = delete;

  // The next change. DATA_LOSS when it contradicts itself; otherwise fails as
  // QueryCells does.
  absl::Status Apply(const registry::v1::Change& change);

  // The cells with their revisions; call it once, at the end.
  std::vector<v1::ChangedCell> Take();

 private:
  // What of the query a change may have changed.
  struct Reach;

  // A cell that differs in the end.
  struct ToldChange {
    CellChange* change;
    // The last revision by which it got other mentions and says the same: by
    // which an event came out of another, when nothing else explains it.
    std::optional<v1::CellRevision> regrouped;
  };

  Reach ReachOf(const Projections& after, const RecordEffect& effect) const;
  // Looks whether the cells within the query say something else after the
  // change.
  absl::Status Compare(const Projections& after, const DiffQuery& query,
                       const registry::v1::Change& change);
  // The same for one cell; either may be null.
  static void Note(const PlacedCell* before, const PlacedCell* after,
                   const registry::v1::Change& change, ToldChange& told);

  const DiffQuery query_;
  Projections state_;
  std::vector<CellChange> changes_;
  std::map<std::string, std::vector<ToldChange>> told_;  // by questionnaire
};

}  // namespace compendium::reporting
