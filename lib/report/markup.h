// SPDX-License-Identifier: Apache-2.0
// What tests ask of HTML and XML.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace compendium {

// What is wrong with the nesting of the tags; empty when all is well.
inline std::string FindNestingProblem(const std::string& markup) {
  static constexpr std::array<absl::string_view, 4> kEmpty = {"br", "col",
                                                              "meta", "link"};
  std::vector<std::string> open;
  for (size_t at = markup.find('<'); at != std::string::npos;
       at = markup.find('<', at + 1)) {
    const size_t end = markup.find('>', at);
    if (end == std::string::npos) return "a tag without end";
    const std::string tag = markup.substr(at + 1, end - at - 1);
    const std::string name = tag.substr(0, tag.find_first_of(" \n"));
    if (tag[0] == '?' || tag[0] == '!' || tag.back() == '/') continue;
    if (std::find(kEmpty.begin(), kEmpty.end(), name) != kEmpty.end()) continue;
    if (tag[0] != '/') {
      open.push_back(name);
    } else if (open.empty() || open.back() != tag.substr(1)) {
      return "closed: " + tag + ", open: " + (open.empty() ? "" : open.back());
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : "open: " + open.back();
}

// How often `words` stand in `text`.
inline size_t CountOf(absl::string_view text, absl::string_view words) {
  size_t count = 0;
  for (size_t at = text.find(words); at != absl::string_view::npos;
       at = text.find(words, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace compendium
