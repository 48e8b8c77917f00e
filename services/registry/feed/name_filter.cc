// SPDX-License-Identifier: Apache-2.0
#include "services/registry/feed/name_filter.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"

namespace compendium::registry {

NameFilter::NameFilter(std::vector<std::string> prefixes) {
  if (prefixes.empty()) prefixes.emplace_back();
  std::sort(prefixes.begin(), prefixes.end());
  for (std::string& prefix : prefixes) {
    // In this order a prefix follows directly what it begins with, or others
    // that begin with the same.
    if (!prefixes_.empty() && absl::StartsWith(prefix, prefixes_.back()))
      continue;
    prefixes_.push_back(std::move(prefix));
  }
}

bool NameFilter::Fits(absl::string_view name) const {
  // The only prefix that can fit is the last one that is not greater.
  auto after = std::upper_bound(prefixes_.begin(), prefixes_.end(), name);
  return after != prefixes_.begin() && absl::StartsWith(name, *--after);
}

}  // namespace compendium::registry
