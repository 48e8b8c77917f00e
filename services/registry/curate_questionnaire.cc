// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "services/registry/curation.h"
#include "services/registry/request_rules.h"

namespace compendium::registry {
namespace {

constexpr absl::string_view kRecord = "questionnaire";

// The item that a step puts, as the record's path and as the step's.
struct PutPaths {
  absl::string_view list;
  absl::string_view field;
};

PutPaths PathsOf(const v1::PutItem& put) {
  switch (put.item_case()) {
    case v1::PutItem::kMeeting:
      return {"questionnaire.meetings[", "meeting"};
    case v1::PutItem::kClaim:
      return {"questionnaire.claims[", "claim"};
    case v1::PutItem::kProject:
      return {"questionnaire.projects[", "project"};
    case v1::PutItem::kPublication:
      return {"questionnaire.publications[", "publication"};
    case v1::PutItem::kParticipant:
      return {"questionnaire.participants[", "participant"};
    case v1::PutItem::kFocusArea:
      return {"questionnaire.focus_areas[", "focus_area"};
    case v1::PutItem::ITEM_NOT_SET:
      break;
  }
  return {};
}

// `path` of the record as one of the step that caused the problem: the record
// was right before, so a wrong item in the list is the one that was put.
std::string PathInStep(const v1::CurationStep& step, const std::string& path,
                       const std::string& step_path) {
  if (!step.has_put()) return step_path;
  const PutPaths paths = PathsOf(step.put());
  const size_t end = path.find(']');
  if (!absl::StartsWith(path, paths.list) || end == std::string::npos)
    return step_path;
  return absl::StrCat(step_path, ".put.", paths.field, path.substr(end + 1));
}

absl::Status InStep(const absl::Status& status, const v1::CurationStep& step,
                    const std::string& step_path) {
  std::vector<FieldProblem> problems = FieldProblemsOf(status);
  if (problems.empty()) return status;
  for (FieldProblem& problem : problems) {
    std::string path = PathInStep(step, problem.path, step_path);
    // What is not of the step itself says what it is of.
    if (path == step_path)
      problem.description =
          absl::StrCat("makes ", problem.path, " wrong: ", problem.description);
    problem.path = std::move(path);
  }
  return InvalidFields(problems);
}

}  // namespace

absl::Status CurateQuestionnaire(
    const google::protobuf::RepeatedPtrField<v1::CurationStep>& steps,
    const Curator& curator, v1::Questionnaire& questionnaire) {
  // Gives ids to a record from before items had them. What is wrong already,
  // under rules of an older release, is no step's fault.
  RETURN_IF_ERROR(CompleteQuestionnaire(questionnaire, kRecord));
  for (int i = 0; i < steps.size(); ++i) {
    const std::string path = absl::StrCat("steps[", i, "]");
    RETURN_IF_ERROR(Apply(steps[i], curator, path, questionnaire));
    absl::Status status = CompleteQuestionnaire(questionnaire, kRecord);
    if (!status.ok()) return InStep(status, steps[i], path);
  }
  return absl::OkStatus();
}

}  // namespace compendium::registry
