// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/diff/cell_history.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"
#include "services/reporting/limits.h"

namespace compendium::reporting {
namespace {

using registry::v1::Change;

// Whether both hold the same; what stays as it was is the same object.
template <class Shelf>
bool Same(const Shelf& before, const Shelf& after,
          const QuestionnaireName& name) {
  return before.Find(name) == after.Find(name);
}

template <class Link>
bool Same(const IdMap<Link>& before, const IdMap<Link>& after,
          const std::string& id) {
  const Link* a = before.Find(id);
  const Link* b = after.Find(id);
  return a == nullptr || b == nullptr ? a == b : *a == *b;
}

// Whether the questionnaire says the same to cells of the kind.
bool SaysTheSame(v1::DiffKind kind, const DiffState& before,
                 const DiffState& after, const QuestionnaireName& name) {
  const auto same = [&](const auto& projection) {
    return Same((before.projections.*projection).contributions,
                (after.projections.*projection).contributions, name);
  };
  switch (kind) {
    case v1::DIFF_KIND_COVERAGE:
    case v1::DIFF_KIND_COMPLETION:
      return same(&Projections::answers);
    case v1::DIFF_KIND_PARTICIPATION:
      return same(&Projections::participation);
    case v1::DIFF_KIND_CALENDAR:
      return same(&Projections::calendar);
    case v1::DIFF_KIND_CLASHES:
      return same(&Projections::calendar) && same(&Projections::participation);
    case v1::DIFF_KIND_PROJECTS:
      return same(&Projections::projects);
    case v1::DIFF_KIND_PUBLICATIONS:
      return same(&Projections::publications);
    case v1::DIFF_KIND_ANSWERS:
      return Same(before.texts.contributions, after.texts.contributions, name);
    default:
      return true;
  }
}

// The id of what is selected; empty for all.
template <class Name>
std::string IdOf(const std::optional<Name>& selected) {
  return selected.has_value() ? selected->id() : "";
}

// The reverse for an id that was a name's.
template <class Name>
std::optional<Name> NameOf(const std::string& id) {
  if (id.empty()) return std::nullopt;
  absl::StatusOr<Name> name = Name::FromId(id);
  CHECK(name.ok());
  return *std::move(name);
}

// Narrows a part of a place to one round or mechanism; false when it is
// another.
template <class Name>
bool Narrow(const Name& to, std::string& id) {
  if (id.empty()) id = to.id();
  return id == to.id();
}

v1::CellRevision RevisionOf(const Change& change, const std::string& value) {
  v1::CellRevision revision;
  revision.set_revision(change.revision());
  *revision.mutable_commit_time() = change.commit_time();
  revision.set_author(change.author());
  revision.set_reason(change.reason());
  revision.set_value(value);
  for (const auto& record : change.records())
    if (revision.names_size() < kRevisionNamesMax)
      revision.add_names(record.name());
  return revision;
}

// Notes a revision that changed the cell; once, though it may be seen at two
// places of the query.
void AddRevision(v1::CellRevision revision, v1::ChangedCell& cell) {
  auto& revisions = *cell.mutable_revisions();
  if (!revisions.empty() &&
      revisions.rbegin()->revision() == revision.revision())
    return;
  cell.set_revision_count(cell.revision_count() + 1);
  if (revisions.size() >= kCellRevisionsMax) revisions.erase(revisions.begin());
  *revisions.Add() = std::move(revision);
}

}  // namespace

CellHistory::CellHistory(DiffState state, DiffQuery query,
                         std::vector<CellChange> changes)
    : query_(std::move(query)),
      state_(std::move(state)),
      changes_(std::move(changes)) {
  for (CellChange& change : changes_)
    told_[change.cell.questionnaire()].push_back({&change, std::nullopt});
}

std::optional<CellHistory::Place> CellHistory::PlaceOf(
    v1::DiffKind kind, const RecordEffect& effect) const {
  Place place(IdOf(query_.selection.round), IdOf(query_.selection.mechanism));
  // Whose events they are is known once they are put together, and another
  // round's mentions may be among them.
  if (IsOfEvents(kind)) return place;
  bool is_within = true;
  if (const RoundName* round = effect.name.round()) {
    is_within = Narrow(*round, place.first);
  } else if (const MechanismName* mechanism = effect.name.mechanism()) {
    is_within = Narrow(*mechanism, place.second);
  } else if (const QuestionnaireName* name = effect.name.questionnaire()) {
    is_within = Narrow(name->round(), place.first) &&
                Narrow(name->mechanism(), place.second);
  }
  return is_within ? std::optional(place) : std::nullopt;
}

bool CellHistory::Touches(v1::DiffKind kind, const DiffState& after,
                          const RecordEffect& effect) const {
  const Directory& was = state_.projections.directory;
  const Directory& is = after.projections.directory;
  if (const RoundName* round = effect.name.round())
    return !Same(was.rounds, is.rounds, round->id());
  if (const MechanismName* mechanism = effect.name.mechanism())
    return !Same(was.mechanisms, is.mechanisms, mechanism->id());
  const QuestionnaireName* name = effect.name.questionnaire();
  return name != nullptr && !SaysTheSame(kind, state_, after, *name);
}

// The projections that cells are made of. Findings are none of them, and cost
// the most; texts only where they are asked for.
void CellHistory::ApplyEffect(const RecordEffect& effect,
                              DiffState& diff_state) const {
  Projections& state = diff_state.projections;
  state.directory = reporting::Apply(std::move(state.directory), effect);
  state.answers = reporting::Apply(std::move(state.answers), effect);
  state.calendar = reporting::Apply(std::move(state.calendar), effect);
  state.participation =
      reporting::Apply(std::move(state.participation), effect);
  state.projects = reporting::Apply(std::move(state.projects), effect);
  state.publications = reporting::Apply(std::move(state.publications), effect);
  const bool asks_for_texts =
      std::count(query_.kinds.begin(), query_.kinds.end(),
                 v1::DIFF_KIND_ANSWERS) > 0;
  if (asks_for_texts && PlaceOf(v1::DIFF_KIND_ANSWERS, effect).has_value())
    diff_state.texts = reporting::Apply(std::move(diff_state.texts), effect);
}

absl::Status CellHistory::Apply(const Change& change) {
  DiffState after = state_;
  std::vector<RecordEffect> effects;
  for (const auto& record : change.records()) {
    ASSIGN_OR_RETURN(std::optional<RecordEffect> effect, ReadEffect(record));
    if (!effect.has_value()) continue;
    ApplyEffect(*effect, after);
    effects.push_back(*std::move(effect));
  }
  Reach reach;
  for (const RecordEffect& effect : effects) {
    for (const v1::DiffKind kind : query_.kinds) {
      const std::optional<Place> place = PlaceOf(kind, effect);
      if (place.has_value() && Touches(kind, after, effect))
        reach[*place].insert(kind);
    }
  }
  for (auto& [place, kinds] : reach) {
    const auto& [round, mechanism] = place;
    // What is looked at there need not be looked at here.
    for (const Place& wider :
         {Place(), Place(round, ""), Place("", mechanism)}) {
      const auto found = reach.find(wider);
      if (wider == place || found == reach.end()) continue;
      for (const v1::DiffKind kind : found->second) kinds.erase(kind);
    }
    if (!kinds.empty()) RETURN_IF_ERROR(Compare(after, place, kinds, change));
  }
  state_ = std::move(after);
  return absl::OkStatus();
}

absl::Status CellHistory::Compare(const DiffState& after, const Place& place,
                                  const std::set<v1::DiffKind>& kinds,
                                  const Change& change) {
  const auto round = NameOf<RoundName>(place.first);
  const auto mechanism = NameOf<MechanismName>(place.second);
  DiffQuery query = query_;
  query.selection = {.round = round, .mechanism = mechanism};
  query.kinds = {kinds.begin(), kinds.end()};
  // A mechanism that comes does not bring the round's.
  if (mechanism != query_.selection.mechanism) query.has_due_day = false;
  ASSIGN_OR_RETURN(const Cells before_cells, QueryCells(state_, query));
  ASSIGN_OR_RETURN(const Cells after_cells, QueryCells(after, query));
  const CellIndex before_index(before_cells);
  const CellIndex after_index(after_cells);
  const auto look = [&](std::vector<ToldChange>& told_changes) {
    for (ToldChange& told : told_changes)
      if (kinds.count(told.change->cell.kind()) > 0)
        Note(before_index.Find(told.change->ids),
             after_index.Find(told.change->ids), change, told);
  };
  if (round.has_value() && mechanism.has_value()) {
    const auto found =
        told_.find(QuestionnaireName(*mechanism, *round).ToString());
    if (found != told_.end()) look(found->second);
    // Events, clashes and the due day are of no questionnaire.
    look(told_[""]);
  } else {
    for (auto& [questionnaire, told_changes] : told_) look(told_changes);
  }
  return absl::OkStatus();
}

void CellHistory::Note(const PlacedCell* before, const PlacedCell* after,
                       const Change& change, ToldChange& told) {
  const std::optional<CellChange> step = CompareCell(before, after);
  if (step.has_value()) {
    AddRevision(RevisionOf(change, step->cell.new_value()), told.change->cell);
  } else if (before != nullptr && after != nullptr &&
             before->second.ids != after->second.ids) {
    told.regrouped = RevisionOf(change, told.change->cell.new_value());
  }
}

std::vector<v1::ChangedCell> CellHistory::Take() {
  for (auto& [questionnaire, told_changes] : told_)
    for (ToldChange& told : told_changes)
      if (told.change->cell.revisions().empty() && told.regrouped.has_value())
        AddRevision(*std::move(told.regrouped), told.change->cell);
  std::vector<v1::ChangedCell> cells;
  cells.reserve(changes_.size());
  for (CellChange& change : changes_) cells.push_back(std::move(change.cell));
  return cells;
}

}  // namespace compendium::reporting
