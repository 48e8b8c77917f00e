// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/diff/query_cells.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "lib/diff/report_cells.h"
#include "services/reporting/projection/calendar_answer.h"
#include "services/reporting/projection/clash_answer.h"
#include "services/reporting/projection/completion_answer.h"
#include "services/reporting/projection/coverage_answer.h"
#include "services/reporting/projection/listed_items.h"
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

// The texts of the questionnaires that count.
absl::StatusOr<Cells> AnswerCells(const DiffState& state,
                                  const Selection& selection) {
  const Directory& directory = state.projections.directory;
  Cells cells;
  RETURN_IF_ERROR(ForEachCounted(
      directory, state.texts.contributions, selection,
      [&](const registry::v1::Questionnaire& questionnaire) {
        const auto* round = directory.rounds.Find(selection.round->id());
        AddCells(CellsOf(questionnaire, (*round)->record.form()), cells);
        return absl::OkStatus();
      }));
  return cells;
}

absl::StatusOr<Cells> CellsOfKind(const DiffState& diff_state,
                                  v1::DiffKind kind, const DiffQuery& query) {
  const Projections& state = diff_state.projections;
  const Selection& selection = query.selection;
  switch (kind) {
    case v1::DIFF_KIND_COVERAGE:
      return CellsOfAnswer(
          AnswerCoverage(state.directory, state.answers,
                         CoverageQuery{*selection.round, query.framework,
                                       selection.mechanism}));
    case v1::DIFF_KIND_COMPLETION:
      return CellsOfAnswer(AnswerCompletion(
          state.directory, state.answers,
          {.round = *selection.round, .mechanism = selection.mechanism}));
    case v1::DIFF_KIND_PARTICIPATION:
      return CellsOfAnswer(AnswerParticipation(
          state.directory, state.participation,
          {.selection = selection, .country = query.country}));
    case v1::DIFF_KIND_CALENDAR:
      return CellsOfAnswer(
          AnswerCalendar(state.directory, state.calendar,
                         {.selection = selection, .days = query.days}));
    case v1::DIFF_KIND_CLASHES:
      return CellsOfAnswer(AnswerClashes(state.directory, state.calendar,
                                         state.participation,
                                         {.selection = selection,
                                          .country = query.country,
                                          .days = query.days}));
    case v1::DIFF_KIND_PROJECTS:
      return CellsOfAnswer(AnswerProjects(state.directory, state.projects,
                                          {.selection = selection}));
    case v1::DIFF_KIND_PUBLICATIONS:
      return CellsOfAnswer(AnswerPublications(
          state.directory, state.publications, {.selection = selection}));
    case v1::DIFF_KIND_ANSWERS:
      return AnswerCells(diff_state, selection);
    default:
      break;
  }
  return absl::InternalError("a kind that was checked before");
}

}  // namespace

std::vector<v1::DiffKind> AggregateKinds() {
  std::vector<v1::DiffKind> kinds;
  for (int kind = v1::DiffKind_MIN + 1; kind <= v1::DiffKind_MAX; ++kind)
    if (kind != v1::DIFF_KIND_ANSWERS)
      kinds.push_back(static_cast<v1::DiffKind>(kind));
  return kinds;
}

bool IsOfEvents(v1::DiffKind kind) {
  return kind == v1::DIFF_KIND_CALENDAR || kind == v1::DIFF_KIND_CLASHES;
}

absl::StatusOr<Cells> QueryCells(const DiffState& state,
                                 const DiffQuery& query) {
  Cells cells;
  if (!CheckExists(state.projections.directory, query.selection).ok())
    return cells;
  for (const v1::DiffKind kind : query.kinds) {
    ASSIGN_OR_RETURN(Cells more, CellsOfKind(state, kind, query));
    AddCells(std::move(more), cells);
  }
  if (!query.has_due_day)
    cells.erase(CellKey{v1::DIFF_KIND_COMPLETION, "", ""});
  return cells;
}

}  // namespace compendium::reporting
