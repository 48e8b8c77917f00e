// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/year_on_year.pb.h"
#include "lib/domain/framework.h"
#include "lib/domain/resource_name.h"
#include "services/reporting/projection/projections.h"

namespace compendium::reporting {

// Which rounds are compared.
struct YearOnYearQuery {
  RoundName round;
  const Framework& framework;
  std::optional<RoundName> base_round = std::nullopt;  // absent: the one before
  std::optional<MechanismName> mechanism = std::nullopt;
};

// What one round says that the other does not, as year_on_year.proto defines
// it: made of the coverage, the participation and the calendar of both.
// NOT_FOUND when the directory has not those rounds or that mechanism, with
// reason NO_EARLIER_ROUND when it has none before; RESOURCE_EXHAUSTED with
// reason ANSWER_TOO_LARGE when one of the three, or the whole, is too large.
absl::StatusOr<v1::YearOnYear> AnswerYearOnYear(const Projections& state,
                                                const YearOnYearQuery& query);

}  // namespace compendium::reporting
