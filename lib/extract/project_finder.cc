// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/project_finder.h"

#include "lib/extract/project_scan.h"

namespace compendium {

std::vector<FoundProject> FindProjects(const AnswerText& answer,
                                       int round_year) {
  return ProjectScan(answer, round_year).Run();
}

}  // namespace compendium
