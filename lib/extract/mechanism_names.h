// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// The names by which a questionnaire speaks of its own mechanism, taken from
// its heading: "South American Conference on Migration (SACM)" has a name and
// an acronym.
struct MechanismNames {
  std::string name;                   // what stands before the parenthesis
  std::vector<std::string> acronyms;  // words of capitals in the parenthesis
  // Whether the mechanism is itself a series of conferences or forums, so that
  // its "XVI" edition is one.
  bool is_conference = false;

  // Whether a word is one of the acronyms, also in the plural or genitive.
  bool IsAcronym(absl::string_view word) const;
};

MechanismNames ParseMechanismNames(absl::string_view title);

}  // namespace compendium
