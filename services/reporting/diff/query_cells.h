// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/diff.pb.h"
#include "lib/diff/cell.h"
#include "lib/domain/country.h"
#include "lib/domain/framework.h"
#include "services/reporting/diff/answer_texts.h"
#include "services/reporting/projection/day_filter.h"
#include "services/reporting/projection/projections.h"
#include "services/reporting/projection/selection.h"

namespace compendium::reporting {

// What cells are made of at one revision. A value; copies share their content.
struct DiffState {
  Projections projections;
  AnswerTexts texts = {};  // for ANSWERS, of the questionnaires in the query
};

// Which cells are asked for.
struct DiffQuery {
  // With a round when COVERAGE, COMPLETION or ANSWERS is among the kinds.
  Selection selection;
  const Framework& framework;                         // of the coverage
  std::vector<v1::DiffKind> kinds;                    // in order, each once
  std::optional<CountryCode> country = std::nullopt;  // of those with States
  DayFilter days = {};                                // of those with events
  // Whether the round's due day is asked for, which is no mechanism's.
  bool has_due_day = true;
};

// The kinds that aggregates have: all but ANSWERS.
std::vector<v1::DiffKind> AggregateKinds();

// Whether the cells of the kind are of several mechanisms at once, so that one
// mechanism's questionnaire can change another's.
bool IsOfEvents(v1::DiffKind kind);

// The cells that the answers have at this state. None when it has not the round
// or the mechanism: at another state it may. Fails as the answers do when one
// is too large.
absl::StatusOr<Cells> QueryCells(const DiffState& state,
                                 const DiffQuery& query);

}  // namespace compendium::reporting
