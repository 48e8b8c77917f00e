// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "compendium/reporting/v1/coverage.pb.h"
#include "lib/words/short_name.h"

namespace compendium {

// How a coverage is shown.
struct CoverageTextOptions {
  size_t width = 80;      // columns
  bool evidence = false;  // whether the quotes follow each node
};

// A coverage as tables for people: the nodes with those that claim them, then
// what each mechanism said, with the number of claims. After a mechanism stand
// the questions under which it claims the node; "~" marks an implicit claim,
// "?" a possible one, "x2" two alike. Of a question without a claim stands how
// it was answered.
std::string CoverageText(const reporting::v1::Coverage& coverage,
                         const ShortNames& names,
                         const CoverageTextOptions& options);

}  // namespace compendium
