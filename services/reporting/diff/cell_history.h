// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "compendium/registry/v1/change.pb.h"
#include "compendium/reporting/v1/diff.pb.h"
#include "lib/diff/compare_cells.h"
#include "services/reporting/diff/query_cells.h"
#include "services/reporting/projection/record_effect.h"

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
  CellHistory(DiffState state, DiffQuery query,
              std::vector<CellChange> changes);

  CellHistory(const CellHistory&) = delete;
  CellHistory& operator=(const CellHistory&) = delete;

  // The next change. DATA_LOSS when it contradicts itself; otherwise fails as
  // QueryCells does.
  absl::Status Apply(const registry::v1::Change& change);

  // The cells with their revisions; call it once, at the end.
  std::vector<v1::ChangedCell> Take();

 private:
  // What of the query a change may have changed: where, by the ids of round and
  // mechanism, either empty for all; and which kinds there. Wider places come
  // first.
  using Place = std::pair<std::string, std::string>;
  using Reach = std::map<Place, std::set<v1::DiffKind>>;

  // A cell that differs in the end.
  struct ToldChange {
    CellChange* change;
    // The last revision by which it got other mentions and says the same: by
    // which an event came out of another, when nothing else explains it.
    std::optional<v1::CellRevision> regrouped;
  };

  // Where in the query the effect shows in cells of the kind; nothing where it
  // does not.
  std::optional<Place> PlaceOf(v1::DiffKind kind,
                               const RecordEffect& effect) const;
  // Whether the effect changes what cells of the kind are made of.
  bool Touches(v1::DiffKind kind, const DiffState& after,
               const RecordEffect& effect) const;
  void ApplyEffect(const RecordEffect& effect, DiffState& state) const;
  // Looks whether the cells of the kinds at that place say something else after
  // the change.
  absl::Status Compare(const DiffState& after, const Place& place,
                       const std::set<v1::DiffKind>& kinds,
                       const registry::v1::Change& change);
  // The same for one cell; either may be null.
  static void Note(const PlacedCell* before, const PlacedCell* after,
                   const registry::v1::Change& change, ToldChange& told);

  const DiffQuery query_;
  DiffState state_;
  std::vector<CellChange> changes_;
  std::map<std::string, std::vector<ToldChange>> told_;  // by questionnaire
};

}  // namespace compendium::reporting
