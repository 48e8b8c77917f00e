// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "compendium/registry/v1/finding.pb.h"
#include "compendium/reporting/v1/findings.pb.h"
#include "lib/domain/resource_name.h"
#include "services/reporting/projection/projections.h"

namespace compendium::reporting {

// Which findings are asked for.
struct FindingsQuery {
  RoundName round;
  std::optional<MechanismName> mechanism = std::nullopt;
  std::string check = {};  // empty for all
  registry::v1::FindingSeverity severity_min =
      registry::v1::FINDING_SEVERITY_UNSPECIFIED;
  v1::FindingState state = v1::FINDING_STATE_UNSPECIFIED;
};

// The findings of one round, as findings.proto defines them: those that
// lib/findings makes of the round's questionnaires that count and of the round,
// in this order. Linear in the round, and in its mentions as
// FindEventFindings is. NOT_FOUND when the directory has not that round or
// mechanism; RESOURCE_EXHAUSTED with reason ANSWER_TOO_LARGE when the answer
// would have more than kListedItemsMax or kAnswerBytesMax.
absl::StatusOr<v1::Findings> AnswerFindings(const Projections& state,
                                            const FindingsQuery& query);

}  // namespace compendium::reporting
