// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "compendium/reporting/v1/coverage.pb.h"

namespace compendium {

// A node of a framework that a coverage names as claimed by nobody.
struct CoverageGap {
  std::string code;
  std::string title;        // in our own words
  std::string parent_code;  // empty at the top
  reporting::v1::NodeLevel level = reporting::v1::NODE_LEVEL_UNSPECIFIED;
};

// What nobody claims, in the order of the framework. A coverage of one
// mechanism has the nodes that this one does not claim. Title, parent and level
// are those of this release's copy of the framework; where it has no such
// framework or another version of it, they stay empty.
std::vector<CoverageGap> FindGaps(const reporting::v1::Coverage& coverage);

}  // namespace compendium
