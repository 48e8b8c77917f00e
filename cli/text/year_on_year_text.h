// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "compendium/reporting/v1/year_on_year.pb.h"
#include "lib/words/short_name.h"

namespace compendium {

struct YearOnYearTextOptions {
  size_t width = 80;      // columns; at least 40
  bool evidence = false;  // quote the sentences behind each claim
};

// What became of what between two rounds: claims, participants and meetings in
// tables, as far as they differ, and who answered in one of them only. At the
// end how many of each.
std::string YearOnYearText(const reporting::v1::YearOnYear& answer,
                           const ShortNames& names,
                           const YearOnYearTextOptions& options);

}  // namespace compendium
