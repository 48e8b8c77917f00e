// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"

namespace compendium {

// What several values are in one cell: each different one once, in the order in
// which they come, "; " between them, empty ones left out. text(value) says a
// value.
template <class Values, class Text>
std::string ListCell(const Values& values, Text text) {
  std::vector<std::string> said;
  for (const auto& value : values) {
    std::string words(text(value));
    const bool is_new =
        std::find(said.begin(), said.end(), words) == said.end();
    if (is_new && !words.empty()) said.push_back(std::move(words));
  }
  return absl::StrJoin(said, "; ");
}

}  // namespace compendium
