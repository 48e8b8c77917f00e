// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"
#include "compendium/reporting/v1/coverage.pb.h"
#include "lib/words/short_name.h"

namespace compendium {

// What a coverage lacks, for people: a table of each level – goals apart from
// targets – that the framework has, then how many mechanisms said what, because
// a node may lack claims for want of answers. `mechanism` is the one that the
// coverage is of; empty for all.
std::string GapsText(const reporting::v1::Coverage& coverage,
                     absl::string_view mechanism, const ShortNames& names,
                     size_t width);

}  // namespace compendium
