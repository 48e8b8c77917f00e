// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "compendium/reporting/v1/year_on_year.pb.h"

namespace compendium {

// A year on year as CSV (lib/csv), a row for each movement, in the order of the
// answer; meetings a row for each level, also where nothing moved:
//   about              mechanism, claim, participant or meetings
//   mechanism          its id
//   movement           appeared, disappeared, changed; empty for meetings
//   change             of a claim: strength, to targets, to goal
//   subject            a participant's name, a meeting's level
//   base_value, value  codes with strengths, capacities, numbers of events
//   base_quotes, quotes
//                      the sentences behind claims
//   base_round, round  their ids
//   framework, computed_at_revision
std::string YearOnYearCsv(const reporting::v1::YearOnYear& answer,
                          int64_t computed_at_revision);

}  // namespace compendium
