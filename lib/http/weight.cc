// SPDX-License-Identifier: Apache-2.0
#include "lib/http/weight.h"

#include "absl/strings/ascii.h"

namespace compendium::http {

std::optional<int> ParseWeight(absl::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1') ||
      (text.size() > 1 && text[1] != '.'))
    return std::nullopt;
  int weight = (text[0] - '0') * 1000;
  int place = 100;
  for (size_t i = 2; i < text.size(); ++i, place /= 10) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(text[i])))
      return std::nullopt;
    weight += (text[i] - '0') * place;
  }
  if (weight > 1000) return std::nullopt;
  return weight;
}

}  // namespace compendium::http
