// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "compendium/reporting/v1/coverage.pb.h"
#include "lib/csv/csv_writer.h"

namespace compendium {

// A coverage as CSV (lib/csv), a row for each claim, by node in the order of
// the framework, then mechanism:
//   round              its id, such as 2016
//   framework, framework_version
//   code, title        the node; the title in our own words
//   level              goal, target, objective or theme
//   parent_code        of the node above; empty at the top
//   mechanism          its id, such as midsa
//   mechanism_name     the name for people
//   question           under which it is claimed
//   strength, origin   in a word
//   quote              the sentence behind it
//   computed_at_revision
// What nobody claims has no row.
std::string CoverageCsv(const reporting::v1::Coverage& coverage,
                        int64_t computed_at_revision,
                        CsvText text = CsvText::kGuarded);

}  // namespace compendium
