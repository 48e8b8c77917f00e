// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "compendium/reporting/v1/report_comparison.pb.h"
#include "lib/words/short_name.h"

namespace compendium {

// How two reports differ, for people: which two they are, the cells that differ
// as DiffText has them, and what cells do not tell. `width` columns wide, at
// least 40.
std::string ComparisonText(const reporting::v1::ReportComparison& comparison,
                           const ShortNames& names, size_t width);

}  // namespace compendium
