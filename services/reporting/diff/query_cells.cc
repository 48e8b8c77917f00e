// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/diff/query_cells.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "lib/diff/cells_of.h"
#include "services/reporting/projection/calendar_answer.h"
#include "services/reporting/projection/clash_answer.h"
#include "services/reporting/projection/completion_answer.h"
#include "services/reporting/projection/coverage_answer.h"
#include "services/reporting/projection/participation_answer.h"
#include "services/reporting/projection/projects_answer.h"
#include "services/reporting/projection/publications_answer.h"

namespace compendium::reporting {
namespace {

template <class Answer>
absl::StatusOr<Cells> CellsOfAnswer(absl::StatusOr<Answer> answer) {
  if (!answer.ok()) return answer.status();
  return CellsOf(*answer);
}

absl::StatusOr<Cells> CellsOfKind(const Projections& state, v1::DiffKind kind,
                                  const DiffQuery& query) {
  const Selection selection = {.round = query.round,
                               .mechanism = query.mechanism};
  switch (kind) {
    case v1::DIFF_KIND_COVERAGE:
      return CellsOfAnswer(AnswerCoverage(
          state.directory, state.answers,
          CoverageQuery{query.round, query.framework, query.mechanism}));
    case v1::DIFF_KIND_COMPLETION:
      return CellsOfAnswer(AnswerCompletion(
          state.directory, state.answers,
          {.round = query.round, .mechanism = query.mechanism}));
    case v1::DIFF_KIND_PARTICIPATION:
      return CellsOfAnswer(AnswerParticipation(
          state.directory, state.participation, {.selection = selection}));
    case v1::DIFF_KIND_CALENDAR:
      return CellsOfAnswer(AnswerCalendar(state.directory, state.calendar,
                                          {.selection = selection}));
    case v1::DIFF_KIND_CLASHES:
      return CellsOfAnswer(AnswerClashes(state.directory, state.calendar,
                                         state.participation,
                                         {.selection = selection}));
    case v1::DIFF_KIND_PROJECTS:
      return CellsOfAnswer(AnswerProjects(state.directory, state.projects,
                                          {.selection = selection}));
    case v1::DIFF_KIND_PUBLICATIONS:
      return CellsOfAnswer(AnswerPublications(
          state.directory, state.publications, {.selection = selection}));
    default:
      break;
  }
  return absl::InternalError("a kind that was checked before");
}

}  // namespace

std::vector<v1::DiffKind> AllDiffKinds() {
  std::vector<v1::DiffKind> kinds;
  for (int kind = v1::DiffKind_MIN + 1; kind <= v1::DiffKind_MAX; ++kind)
    kinds.push_back(static_cast<v1::DiffKind>(kind));
  return kinds;
}

bool IsOfEvents(v1::DiffKind kind) {
  return kind == v1::DIFF_KIND_CALENDAR || kind == v1::DIFF_KIND_CLASHES;
}

absl::StatusOr<Cells> QueryCells(const Projections& state,
                                 const DiffQuery& query) {
  Cells cells;
  if (!CheckExists(state.directory,
                   {.round = query.round, .mechanism = query.mechanism})
           .ok())
    return cells;
  for (const v1::DiffKind kind : query.kinds) {
    ASSIGN_OR_RETURN(Cells more, CellsOfKind(state, kind, query));
    AddCells(std::move(more), cells);
  }
  // The due day is the round's and not the mechanism's.
  if (query.mechanism.has_value())
    cells.erase(CellKey{v1::DIFF_KIND_COMPLETION, "", ""});
  return cells;
}

}  // namespace compendium::reporting
