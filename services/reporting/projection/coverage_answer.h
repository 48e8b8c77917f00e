// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/coverage.pb.h"
#include "lib/domain/framework.h"
#include "lib/domain/resource_name.h"
#include "services/reporting/projection/directory.h"
#include "services/reporting/projection/given_answers.h"

namespace compendium::reporting {

// Which coverage is asked for.
struct CoverageQuery {
  RoundName round;
  const Framework& framework;
  std::optional<MechanismName> mechanism;  // only this one; absent for all
};

// The coverage of one round, as coverage.proto defines it. Claims of `sdg` also
// count in `iom-core`, as far as it has their nodes; every other framework has
// claims of its own. NOT_FOUND when the directory has not that round or
// mechanism; RESOURCE_EXHAUSTED with reason ANSWER_TOO_LARGE when the answer
// would have more than kAnswerBytesMax.
absl::StatusOr<v1::Coverage> AnswerCoverage(const Directory& directory,
                                            const GivenAnswers& answers,
                                            const CoverageQuery& query);

}  // namespace compendium::reporting
