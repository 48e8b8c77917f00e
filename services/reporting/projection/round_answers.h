// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "lib/domain/resource_name.h"
#include "services/reporting/projection/directory.h"
#include "services/reporting/projection/given_answers.h"
#include "services/reporting/projection/not_found.h"

namespace compendium::reporting {

// Calls add(mechanism, contribution) for each mechanism of the directory, or
// for the one that is asked for, in the order of the names; the contribution is
// null when it has no questionnaire in the round. NOT_FOUND when there is no
// such mechanism. Ends with the first status that is not OK.
template <class Add>
absl::Status ForEachMechanism(const Directory& directory,
                              const GivenAnswers& answers,
                              const RoundName& round,
                              const std::optional<MechanismName>& mechanism,
                              Add add) {
  const auto* contributions = answers.contributions.Round(round);
  const auto find = [&](const std::string& id) {
    return contributions == nullptr ? nullptr : contributions->Find(id);
  };
  if (mechanism.has_value()) {
    const auto* found = directory.mechanisms.Find(mechanism->id());
    if (found == nullptr) return NotFound("mechanism", mechanism->ToString());
    return add((*found)->record, find(mechanism->id()));
  }
  absl::Status status;
  directory.mechanisms.ForEachFrom(
      std::string(), [&](const std::string& id, const auto& kept) {
        status = add(kept->record, find(id));
        return status.ok();
      });
  return status;
}

}  // namespace compendium::reporting
