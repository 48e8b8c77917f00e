// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium::registry {

// Which records a watch is about: those whose names begin with one of some
// prefixes. Immutable; any thread may use it.
class NameFilter {
 public:
  // No prefix at all fits every name.
  explicit NameFilter(std::vector<std::string> prefixes);

  bool Fits(absl::string_view name) const;

  // The same filter as prefixes none of which begins with another, in order;
  // at least one. Listing one after the other gives each name once, in order.
  const std::vector<std::string>& prefixes() const { return prefixes_; }

 private:
  std::vector<std::string> prefixes_;
};

}  // namespace compendium::registry
