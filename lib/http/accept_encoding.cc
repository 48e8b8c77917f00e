// SPDX-License-Identifier: Apache-2.0
#include "lib/http/accept_encoding.h"

#include <optional>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "lib/http/weight.h"

namespace compendium::http {
namespace {

// The weight among a coding's parameters; 1 when there is none.
std::optional<int> WeightOf(absl::string_view parameters) {
  const absl::string_view text = absl::StripAsciiWhitespace(parameters);
  if (text.empty()) return 1000;
  if (!absl::StartsWithIgnoreCase(text, "q=")) return std::nullopt;
  return ParseWeight(text.substr(2));
}

}  // namespace

bool AcceptsGzip(absl::string_view accept_encoding) {
  std::optional<int> gzip, any, identity;
  for (const absl::string_view part : absl::StrSplit(accept_encoding, ',')) {
    const std::pair<absl::string_view, absl::string_view> halves =
        absl::StrSplit(part, absl::MaxSplits(';', 1));
    const std::string coding =
        absl::AsciiStrToLower(absl::StripAsciiWhitespace(halves.first));
    const std::optional<int> weight = WeightOf(halves.second);
    if (!weight.has_value()) return false;
    if (coding == "gzip" || coding == "x-gzip") gzip = weight;
    if (coding == "*") any = weight;
    if (coding == "identity") identity = weight;
  }
  const int taken = gzip.value_or(any.value_or(0));
  return taken > 0 && taken >= identity.value_or(0);
}

}  // namespace compendium::http
