// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "lib/request/error_details.h"

namespace compendium::reporting {

// An optional field of a request as a value made by Value::Parse, such as
// RoundName; absent when it is empty. INVALID_ARGUMENT names the field.
template <class Value>
absl::StatusOr<std::optional<Value>> ParseOptional(absl::string_view field,
                                                   const std::string& text) {
  if (text.empty()) return std::nullopt;
  absl::StatusOr<Value> value = Value::Parse(text);
  if (!value.ok()) return InvalidField(field, value.status().message());
  return *std::move(value);
}

}  // namespace compendium::reporting
