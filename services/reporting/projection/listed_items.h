// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include <google/protobuf/message_lite.h>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/answer_size.h"
#include "services/reporting/projection/directory.h"
#include "services/reporting/projection/questionnaire_shelf.h"
#include "services/reporting/projection/selection.h"

namespace compendium::reporting {

// Watches over the size of an answer that lists items.
class ListedItems {
 public:
  // `things` is what the answer lists, such as "projects".
  explicit ListedItems(absl::string_view things) : things_(things) {}

  // Counts an item; RESOURCE_EXHAUSTED when the answer grows too large.
  absl::Status Add(const google::protobuf::MessageLite& item) {
    if (++count_ > kListedItemsMax) return TooLarge(kListedItemsMax, things_);
    if (!size_.Add(item)) return TooLarge(kAnswerBytesMax, "bytes");
    return absl::OkStatus();
  }

 private:
  absl::Status TooLarge(size_t count_max, absl::string_view what) const {
    return AnswerTooLarge(things_, count_max, what,
                          "a narrower round, mechanism or time");
  }

  const absl::string_view things_;
  size_t count_ = 0;
  AnswerSize size_;
};

// Calls visit(questionnaire) for each selected questionnaire that counts, by
// round, then mechanism. NOT_FOUND when the directory has not the selected
// round or mechanism. Ends with the first status that is not OK.
template <class Visit>
absl::Status ForEachCounted(const Directory& directory,
                            const QuestionnaireShelf<Contribution>& shelf,
                            const Selection& selection, Visit visit) {
  RETURN_IF_ERROR(CheckExists(directory, selection));
  return ForEachSelected(
      shelf, selection, [&](const Contribution& contribution) {
        const auto name = QuestionnaireName::Parse(contribution->record.name());
        CHECK(name.ok());  // it is that of a kept record
        if (!directory.Holds(name->mechanism().id(), name->round().id()))
          return absl::OkStatus();
        return visit(contribution->record);
      });
}

}  // namespace compendium::reporting
