// SPDX-License-Identifier: Apache-2.0
// The completion once more, as reporting_oracle.h: straight from the records.
#pragma once

#include <string>

#include "compendium/reporting/v1/completion.pb.h"
#include "tests/simulation/reporting_oracle.h"

namespace compendium::tests {

// The completion of "rounds/{round}", which must be there; of all mechanisms
// when `mechanism` is empty.
reporting::v1::Completion ExpectedCompletion(const Records& records,
                                             const std::string& round,
                                             const std::string& mechanism);

}  // namespace compendium::tests
