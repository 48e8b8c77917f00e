// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

std::string FullName(absl::string_view collection, absl::string_view text) {
  if (text.empty() || absl::StrContains(text, "/")) return std::string(text);
  return absl::StrCat(collection, text);
}

}  // namespace

std::string FullRoundName(absl::string_view text) {
  return FullName("rounds/", text);
}

std::string FullMechanismName(absl::string_view text) {
  return FullName("mechanisms/", text);
}

}  // namespace compendium
