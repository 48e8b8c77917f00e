// SPDX-License-Identifier: Apache-2.0
#include "lib/http/accept.h"

#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "lib/http/weight.h"

namespace compendium::http {
namespace {

constexpr int kWeightMin = 1;
constexpr int kWeightMax = 1000;

struct Range {
  std::string type;  // "text/csv", "text/*" or "*/*", in lower case
  int weight = kWeightMax;
};

Range ReadRange(absl::string_view part) {
  Range range;
  bool first = true;
  for (const absl::string_view piece : absl::StrSplit(part, ';')) {
    const std::string text =
        absl::AsciiStrToLower(absl::StripAsciiWhitespace(piece));
    if (first) {
      range.type = text;
      first = false;
    } else if (absl::StartsWith(text, "q=")) {
      range.weight =
          ParseWeight(absl::string_view(text).substr(2)).value_or(kWeightMin);
    }
  }
  return range;
}

// How exactly the range names the type: 3 for itself, 0 for not at all.
int ExactnessOf(const Range& range, absl::string_view type) {
  if (range.type == type) return 3;
  if (range.type == "*/*") return 1;
  const bool is_group =
      absl::EndsWith(range.type, "/*") &&
      absl::StartsWith(
          type, absl::string_view(range.type).substr(0, range.type.size() - 1));
  return is_group ? 2 : 0;
}

// The weight that the most exact of the ranges gives it; 0 for none.
int WeightOf(absl::string_view type, const std::vector<Range>& ranges) {
  int exactness = 0;
  int weight = 0;
  for (const Range& range : ranges) {
    const int of_range = ExactnessOf(range, type);
    if (of_range <= exactness) continue;
    exactness = of_range;
    weight = range.weight;
  }
  return weight;
}

}  // namespace

std::optional<size_t> ChooseType(absl::string_view accept,
                                 absl::Span<const absl::string_view> types) {
  std::vector<Range> ranges;
  if (absl::StripAsciiWhitespace(accept).empty()) {
    ranges.push_back({.type = "*/*"});
  } else {
    for (const absl::string_view part : absl::StrSplit(accept, ','))
      ranges.push_back(ReadRange(part));
  }
  std::optional<size_t> best;
  int best_weight = 0;
  for (size_t i = 0; i < types.size(); ++i) {
    const int weight = WeightOf(types[i], ranges);
    if (weight <= best_weight) continue;
    best = i;
    best_weight = weight;
  }
  return best;
}

}  // namespace compendium::http
