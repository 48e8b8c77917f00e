// SPDX-License-Identifier: Apache-2.0
#include "lib/curation/apply.h"

#include "absl/strings/str_cat.h"
#include "lib/curation/decide_step.h"
#include "lib/curation/put_step.h"
#include "lib/curation/reject_step.h"
#include "lib/request/error_details.h"
#include "lib/request/plain_text.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

absl::Status SetState(const v1::SetAnswerState& set, absl::string_view path,
                      v1::Questionnaire& questionnaire) {
  for (v1::Answer& answer : *questionnaire.mutable_answers()) {
    if (answer.question_id() != set.question_id()) continue;
    answer.set_state(set.state());
    answer.set_state_origin(v1::ORIGIN_CURATED);
    return absl::OkStatus();
  }
  return InvalidField(
      absl::StrCat(path, ".question_id"),
      absl::StrCat("got ", QuotedForError(set.question_id()),
                   ", want the question_id of an answer of this "
                   "questionnaire"));
}

}  // namespace

absl::Status Apply(const v1::CurationStep& step, const Curator& curator,
                   absl::string_view path, v1::Questionnaire& questionnaire) {
  switch (step.step_case()) {
    case v1::CurationStep::kPut:
      return PutOne(step.put(), curator, absl::StrCat(path, ".put"),
                    questionnaire);
    case v1::CurationStep::kReject:
      return RejectOne(step.reject(), curator, absl::StrCat(path, ".reject"),
                       questionnaire);
    case v1::CurationStep::kRestore:
      return RestoreOne(step.restore(), absl::StrCat(path, ".restore"),
                        questionnaire);
    case v1::CurationStep::kSetAnswerState:
      return SetState(step.set_answer_state(),
                      absl::StrCat(path, ".set_answer_state"), questionnaire);
    case v1::CurationStep::kDecide:
      return DecideOne(step.decide(), curator, absl::StrCat(path, ".decide"),
                       questionnaire);
    case v1::CurationStep::kReopen:
      return ReopenOne(step.reopen(), absl::StrCat(path, ".reopen"),
                       *questionnaire.mutable_decisions());
    case v1::CurationStep::STEP_NOT_SET:
      break;
  }
  return InvalidField(absl::StrCat(path, ".step"),
                      "got none, want put, reject, restore, set_answer_state, "
                      "decide or reopen");
}

}  // namespace compendium
