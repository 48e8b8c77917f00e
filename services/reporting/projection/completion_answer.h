// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/completion.pb.h"
#include "lib/domain/resource_name.h"
#include "services/reporting/projection/directory.h"
#include "services/reporting/projection/given_answers.h"

namespace compendium::reporting {

// Which completion is asked for.
struct CompletionQuery {
  RoundName round;
  std::optional<MechanismName> mechanism;  // only this one; absent for all
};

// The completion of one round, as completion.proto defines it. An answer that
// has no state counts as one that is not shown, because the registry takes
// none. NOT_FOUND when the directory has not that round or mechanism;
// RESOURCE_EXHAUSTED with reason ANSWER_TOO_LARGE when the answer would have
// more than kAnswerBytesMax.
absl::StatusOr<v1::Completion> AnswerCompletion(const Directory& directory,
                                                const GivenAnswers& answers,
                                                const CompletionQuery& query);

}  // namespace compendium::reporting
