// SPDX-License-Identifier: Apache-2.0
// Clashes, projects and publications once more, as in reporting_oracle.h:
// straight from the records, comparing every event with every other. Knows only
// the participants in kSomeParticipants, and no postponed meetings.
#pragma once

#include "compendium/reporting/v1/clashes.pb.h"
#include "compendium/reporting/v1/projects.pb.h"
#include "compendium/reporting/v1/publications.pb.h"
#include "tests/simulation/reporting_oracle.h"

namespace compendium::tests {

// All clashes, of members only.
reporting::v1::Clashes ExpectedClashes(const Records& records);

reporting::v1::Projects ExpectedProjects(const Records& records);
reporting::v1::Publications ExpectedPublications(const Records& records);

}  // namespace compendium::tests
