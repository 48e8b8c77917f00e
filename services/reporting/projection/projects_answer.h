// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/projects.pb.h"
#include "services/reporting/projection/day_filter.h"
#include "services/reporting/projection/directory.h"
#include "services/reporting/projection/projects.h"
#include "services/reporting/projection/selection.h"

namespace compendium::reporting {

// Which projects are asked for.
struct ProjectsQuery {
  Selection selection = {};
  DayFilter days = {};  // on which the project may run
};

// The projects, as projects.proto defines them. NOT_FOUND when the directory
// has not that round or mechanism; RESOURCE_EXHAUSTED with reason
// ANSWER_TOO_LARGE when the answer would have more than kListedItemsMax or
// kAnswerBytesMax.
absl::StatusOr<v1::Projects> AnswerProjects(const Directory& directory,
                                            const Projects& projects,
                                            const ProjectsQuery& query);

}  // namespace compendium::reporting
