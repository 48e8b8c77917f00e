// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "compendium/registry/v1/change.pb.h"
#include "lib/domain/resource_name.h"

namespace compendium::reporting {

// What a change leaves of one record: the content it has from now on, or null
// when it is deleted. Exactly one of the pointers is set for a record that is
// there; which one follows from the name. They borrow from the change.
struct RecordEffect {
  ResourceName name;
  const registry::v1::Mechanism* mechanism = nullptr;
  const registry::v1::Round* round = nullptr;
  const registry::v1::Questionnaire* questionnaire = nullptr;
};

// Reads one record of a change. Nothing for a kind of record that this release
// does not know; DATA_LOSS when name, kind and content contradict each other.
absl::StatusOr<std::optional<RecordEffect>> ReadEffect(
    const registry::v1::RecordChange& change);

}  // namespace compendium::reporting
