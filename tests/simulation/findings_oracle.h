// SPDX-License-Identifier: Apache-2.0
// The findings once more, as reporting_oracle.h: the checks of lib/findings run
// over the whole records, as the registry does.
#pragma once

#include <string>
#include <vector>

#include "compendium/registry/v1/finding.pb.h"
#include "tests/simulation/reporting_oracle.h"

namespace compendium::tests {

// The findings of "rounds/{round}", which must be there.
std::vector<registry::v1::Finding> ExpectedFindings(const Records& records,
                                                    const std::string& round);

}  // namespace compendium::tests
