// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>

#include "absl/status/statusor.h"
#include "compendium/registry/v1/uncertain_date.pb.h"
#include "lib/domain/edtf_date.h"

namespace compendium::reporting {

// The date as a value; absent when there is none, or none that can be read.
inline std::optional<EdtfDate> DateValue(
    const registry::v1::UncertainDate& date) {
  if (date.edtf().empty()) return std::nullopt;
  absl::StatusOr<EdtfDate> value = EdtfDate::Parse(date.edtf());
  if (!value.ok()) return std::nullopt;
  return *std::move(value);
}

}  // namespace compendium::reporting
