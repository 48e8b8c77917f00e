// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/diff/cell_history.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "lib/base/status_macros.h"
#include "services/reporting/limits.h"

namespace compendium::reporting {
namespace {

using registry::v1::Change;

// The projections that cells are made of, after an effect. Findings are none of
// them, and cost the most.
void ApplyEffect(const RecordEffect& effect, Projections& state) {
  state.directory = Apply(std::move(state.directory), effect);
  state.answers = Apply(std::move(state.answers), effect);
  state.calendar = Apply(std::move(state.calendar), effect);
  state.participation = Apply(std::move(state.participation), effect);
  state.projects = Apply(std::move(state.projects), effect);
  state.publications = Apply(std::move(state.publications), effect);
}

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

// Whether the questionnaire says the same to an aggregate.
bool SaysTheSame(v1::DiffKind kind, const Projections& before,
                 const Projections& after, const QuestionnaireName& name) {
  const auto same = [&](const auto& projection) {
    return Same((before.*projection).contributions,
                (after.*projection).contributions, name);
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
    default:
      return true;
  }
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

// Notes a revision that changed the cell.
void AddRevision(v1::CellRevision revision, v1::ChangedCell& cell) {
  auto& revisions = *cell.mutable_revisions();
  cell.set_revision_count(cell.revision_count() + 1);
  if (revisions.size() >= kCellRevisionsMax) revisions.erase(revisions.begin());
  *revisions.Add() = std::move(revision);
}

}  // namespace

struct CellHistory::Reach {
  std::set<v1::DiffKind> kinds;
  // The mechanism to which it is limited, but for kinds that are of events.
  std::optional<MechanismName> mechanism;
};

CellHistory::CellHistory(Projections state, DiffQuery query,
                         std::vector<CellChange> changes)
    : query_(std::move(query)),
      state_(std::move(state)),
      changes_(std::move(changes)) {
  for (CellChange& change : changes_)
    told_[change.cell.questionnaire()].push_back({&change, std::nullopt});
}

CellHistory::Reach CellHistory::ReachOf(const Projections& after,
                                        const RecordEffect& effect) const {
  Reach reach;
  if (const RoundName* round = effect.name.round()) {
    // The existence and event links of another round decide about its events.
    const bool is_same =
        Same(state_.directory.rounds, after.directory.rounds, round->id());
    for (const v1::DiffKind kind : query_.kinds)
      if (!is_same && (*round == query_.round || IsOfEvents(kind)))
        reach.kinds.insert(kind);
  } else if (const MechanismName* mechanism = effect.name.mechanism()) {
    reach.mechanism = *mechanism;
    if (!Same(state_.directory.mechanisms, after.directory.mechanisms,
              mechanism->id()))
      reach.kinds.insert(query_.kinds.begin(), query_.kinds.end());
  } else if (const QuestionnaireName* name = effect.name.questionnaire()) {
    reach.mechanism = name->mechanism();
    for (const v1::DiffKind kind : query_.kinds)
      if ((name->round() == query_.round || IsOfEvents(kind)) &&
          !SaysTheSame(kind, state_, after, *name))
        reach.kinds.insert(kind);
  }
  return reach;
}

absl::Status CellHistory::Apply(const Change& change) {
  Projections after = state_;
  std::vector<RecordEffect> effects;
  for (const auto& record : change.records()) {
    ASSIGN_OR_RETURN(std::optional<RecordEffect> effect, ReadEffect(record));
    if (!effect.has_value()) continue;
    ApplyEffect(*effect, after);
    effects.push_back(*std::move(effect));
  }

  std::set<v1::DiffKind> whole;  // of all mechanisms that are asked for
  std::map<std::string, std::set<v1::DiffKind>> by_mechanism;  // by its id
  for (const RecordEffect& effect : effects) {
    const Reach reach = ReachOf(after, effect);
    for (const v1::DiffKind kind : reach.kinds) {
      if (IsOfEvents(kind) || !reach.mechanism.has_value()) {
        whole.insert(kind);
      } else if (!query_.mechanism.has_value() ||
                 *query_.mechanism == *reach.mechanism) {
        by_mechanism[reach.mechanism->id()].insert(kind);
      }
    }
  }
  const auto compare = [&](const std::set<v1::DiffKind>& kinds,
                           const std::optional<MechanismName>& mechanism) {
    if (kinds.empty()) return absl::OkStatus();
    return Compare(after,
                   {.round = query_.round,
                    .framework = query_.framework,
                    .kinds = {kinds.begin(), kinds.end()},
                    .mechanism = mechanism},
                   change);
  };
  RETURN_IF_ERROR(compare(whole, query_.mechanism));
  for (auto& [id, kinds] : by_mechanism) {
    for (const v1::DiffKind kind : whole) kinds.erase(kind);
    const auto mechanism = MechanismName::FromId(id);
    CHECK(mechanism.ok());  // it was that of a name
    RETURN_IF_ERROR(compare(kinds, *mechanism));
  }
  state_ = std::move(after);
  return absl::OkStatus();
}

absl::Status CellHistory::Compare(const Projections& after,
                                  const DiffQuery& query,
                                  const Change& change) {
  ASSIGN_OR_RETURN(const Cells before_cells, QueryCells(state_, query));
  ASSIGN_OR_RETURN(const Cells after_cells, QueryCells(after, query));
  const CellIndex before_index(before_cells);
  const CellIndex after_index(after_cells);
  const auto look = [&](std::vector<ToldChange>& told_changes) {
    for (ToldChange& told : told_changes) {
      const bool is_asked =
          std::find(query.kinds.begin(), query.kinds.end(),
                    told.change->cell.kind()) != query.kinds.end();
      if (is_asked)
        Note(before_index.Find(told.change->ids),
             after_index.Find(told.change->ids), change, told);
    }
  };
  if (query.mechanism.has_value()) {
    const auto found =
        told_.find(QuestionnaireName(*query.mechanism, query.round).ToString());
    if (found != told_.end()) look(found->second);
    // Events and clashes are of no questionnaire.
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
