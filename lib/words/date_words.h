// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// A date in EDTF as people read it: "8–9 Dec 2016", "28 Feb–1 Mar 2016",
// "about Dec 2016", "Aug or Sep 2016", "a day in Nov 2016", "from Oct 2016".
// What was marked uncertain ends in " (uncertain)". Empty for an empty string;
// a form that has no words here, or that is not EDTF, is returned as it is.
std::string DateWords(absl::string_view edtf);

// The month's short English name, 1 to 12.
absl::string_view MonthWord(int month);

}  // namespace compendium
