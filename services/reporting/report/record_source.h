// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/domain/resource_name.h"

namespace compendium::reporting {

// Whole records of one round.
struct RoundRecords {
  std::vector<registry::v1::Mechanism> mechanisms;
  std::vector<registry::v1::Questionnaire> questionnaires;
};

// The port to the registry's records as they were written, which the
// projections do not keep. Any thread.
class RecordSource {
 public:
  virtual ~RecordSource() = default;

  // What the registry had at exactly `revision` (1 or more): the questionnaires
  // of the round, in any order, and the mechanisms that there were, at least
  // those of the questionnaires; with a `mechanism` only that one and its own.
  // What was deleted is not among them. UNAVAILABLE while the registry cannot
  // be asked; RESOURCE_EXHAUSTED with reason ANSWER_TOO_LARGE above
  // kReportBytesMax.
  virtual absl::StatusOr<RoundRecords> Read(
      const RoundName& round, const std::optional<MechanismName>& mechanism,
      int64_t revision) = 0;
};

}  // namespace compendium::reporting
