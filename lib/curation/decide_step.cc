// SPDX-License-Identifier: Apache-2.0
#include "lib/curation/decide_step.h"

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "lib/request/plain_text.h"

namespace compendium {
namespace v1 = registry::v1;

void Record(const v1::Decide& decide, const Curator& curator,
            DecisionList& decisions) {
  v1::Decision* decision = nullptr;
  for (v1::Decision& earlier : decisions)
    if (earlier.id() == decide.id()) decision = &earlier;
  if (decision == nullptr) decision = decisions.Add();
  decision->set_id(decide.id());
  decision->set_verdict(decide.verdict());
  decision->set_reason(decide.reason().empty() ? curator.reason
                                               : decide.reason());
  decision->set_author(curator.author);
}

absl::Status ReopenOne(const v1::Reopen& reopen, absl::string_view path,
                       DecisionList& decisions) {
  for (int i = 0; i < decisions.size(); ++i) {
    if (decisions[i].id() != reopen.id()) continue;
    decisions.DeleteSubrange(i, 1);
    return absl::OkStatus();
  }
  return InvalidField(absl::StrCat(path, ".id"),
                      absl::StrCat("got ", QuotedForError(reopen.id()),
                                   ", want the id of one of the decisions"));
}

absl::Status DecideOne(const v1::Decide& decide, const Curator& curator,
                       absl::string_view path,
                       v1::Questionnaire& questionnaire) {
  static_cast<void>(path);
  Record(decide, curator, *questionnaire.mutable_decisions());
  return absl::OkStatus();
}

}  // namespace compendium
