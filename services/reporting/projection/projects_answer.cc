// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/projects_answer.h"

#include "lib/base/status_macros.h"
#include "services/reporting/projection/date_value.h"
#include "services/reporting/projection/listed_items.h"

namespace compendium::reporting {

absl::StatusOr<v1::Projects> AnswerProjects(const Directory& directory,
                                            const Projects& projects,
                                            const ProjectsQuery& query) {
  v1::Projects answer;
  ListedItems items("projects");
  const auto add = [&](const registry::v1::Questionnaire& questionnaire) {
    for (int i = 0; i < questionnaire.projects_size(); ++i) {
      const auto& project = questionnaire.projects(i);
      if (!query.days.MaySelect(DateValue(project.period()))) continue;
      v1::ListedProject& listed = *answer.add_projects();
      listed.set_questionnaire(questionnaire.name());
      listed.set_project_index(i);
      *listed.mutable_project() = project;
      RETURN_IF_ERROR(items.Add(listed));
    }
    return absl::OkStatus();
  };
  RETURN_IF_ERROR(
      ForEachCounted(directory, projects.contributions, query.selection, add));
  return answer;
}

}  // namespace compendium::reporting
