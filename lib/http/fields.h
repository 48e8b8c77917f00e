// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium::http {

// The header fields of a message in their order. Names are compared without
// regard to case. A value; not thread-safe.
class Fields {
 public:
  Fields() = default;
  Fields(std::initializer_list<std::pair<std::string, std::string>> fields)
      : fields_(fields) {}

  // Adds one, also when there is one of that name.
  void Add(absl::string_view name, absl::string_view value);

  // The value of the field; those of all fields of that name, with commas
  // between them (RFC 9110 §5.2). Absent when there is none.
  std::optional<std::string> Find(absl::string_view name) const;

  bool Has(absl::string_view name) const;

  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

}  // namespace compendium::http
