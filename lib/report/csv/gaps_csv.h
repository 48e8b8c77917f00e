// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "compendium/reporting/v1/coverage.pb.h"

namespace compendium {

// What a coverage lacks as CSV (lib/csv), a row for each node, in the order of
// the framework:
//   round              its id, such as 2016
//   framework, framework_version
//   mechanism          the id of the one that does not claim it; empty when
//                      nobody does
//   level              goal, target, objective or theme
//   code, title        the node; the title in our own words
//   parent_code        of the node above; empty at the top
//   computed_at_revision
// `mechanism` is the one that the coverage is of; empty for all.
std::string GapsCsv(const reporting::v1::Coverage& coverage,
                    absl::string_view mechanism, int64_t computed_at_revision);

}  // namespace compendium
