// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/diff.pb.h"
#include "lib/diff/cell.h"
#include "lib/domain/framework.h"
#include "lib/domain/resource_name.h"
#include "services/reporting/projection/projections.h"

namespace compendium::reporting {

// Which cells are asked for.
struct DiffQuery {
  RoundName round;
  const Framework& framework;       // of the coverage
  std::vector<v1::DiffKind> kinds;  // in order, each once
  std::optional<MechanismName> mechanism = std::nullopt;
};

// All kinds.
std::vector<v1::DiffKind> AllDiffKinds();

// Whether the cells of the kind are of several mechanisms at once, so that one
// mechanism's questionnaire can change another's.
bool IsOfEvents(v1::DiffKind kind);

// The cells that the answers have at this state. None when it has not the round
// or the mechanism: at another state it may. Fails as the answers do when one
// is too large.
absl::StatusOr<Cells> QueryCells(const Projections& state,
                                 const DiffQuery& query);

}  // namespace compendium::reporting
