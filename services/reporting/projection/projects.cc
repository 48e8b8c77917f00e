// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/projects.h"

#include "services/reporting/projection/kept_list.h"

namespace compendium::reporting {

using registry::v1::Questionnaire;

Projects Apply(Projects projects, const RecordEffect& effect) {
  ApplyList(
      effect,
      [](const Questionnaire& from, Questionnaire& to) {
        *to.mutable_projects() = from.projects();
      },
      projects.contributions);
  return projects;
}

void ForEachSaved(const Projects& projects, SavedRecordVisitor visit) {
  projects.contributions.ForEach([&](const Contribution& contribution) {
    visit({SavedKind::kProjects, contribution->record, contribution->sha256});
  });
}

}  // namespace compendium::reporting
