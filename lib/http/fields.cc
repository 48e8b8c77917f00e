// SPDX-License-Identifier: Apache-2.0
#include "lib/http/fields.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace compendium::http {

void Fields::Add(absl::string_view name, absl::string_view value) {
  fields_.emplace_back(std::string(name), std::string(value));
}

std::optional<std::string> Fields::Find(absl::string_view name) const {
  std::optional<std::string> found;
  for (const auto& [other, value] : fields_) {
    if (!absl::EqualsIgnoreCase(other, name)) continue;
    if (found.has_value()) {
      absl::StrAppend(&*found, ", ", value);
    } else {
      found = value;
    }
  }
  return found;
}

bool Fields::Has(absl::string_view name) const {
  return std::any_of(begin(), end(), [name](const auto& field) {
    return absl::EqualsIgnoreCase(field.first, name);
  });
}

}  // namespace compendium::http
