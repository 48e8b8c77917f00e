// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "compendium/reporting/v1/coverage.pb.h"
#include "compendium/reporting/v1/year_on_year.pb.h"
#include "lib/domain/framework.h"

namespace compendium::reporting {

// The nodes that one mechanism claims, by code.
struct ClaimedNodeOf {
  v1::ClaimedNode node;
  std::string parent_code;
};
using ClaimedNodes = std::map<std::string, ClaimedNodeOf>;

// The same by mechanisms/{mechanism}.
using NodesByMechanism = std::map<std::string, ClaimedNodes>;

NodesByMechanism ReadNodes(const v1::Coverage& coverage);

// Adds what became of one mechanism's claims, in the order of the framework,
// and counts it. A goal that is gone whose targets are new is one movement, and
// so are targets that are gone whose goal is new.
void AddClaimMovements(const std::string& mechanism, const ClaimedNodes& base,
                       const ClaimedNodes& now, const Framework& framework,
                       v1::YearOnYear& answer);

}  // namespace compendium::reporting
