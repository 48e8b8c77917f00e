// SPDX-License-Identifier: Apache-2.0
#include "lib/curation/reject_step.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/curation/curated_item.h"
#include "lib/curation/quote_place.h"
#include "lib/curation/rejection.h"
#include "lib/extract/item_order.h"
#include "lib/request/error_details.h"
#include "lib/request/plain_text.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// Rejects the item if it is of this type.
template <typename Item>
bool RejectIfThere(const v1::RejectItem& reject, const Curator& curator,
                   v1::Questionnaire& questionnaire) {
  const int index = IndexOf(ListOf<Item>(questionnaire), reject.item_id());
  if (index < 0) return false;
  TakeOut<Item>(index,
                reject.reason().empty() ? curator.reason : reject.reason(),
                curator.author, questionnaire);
  return true;
}

template <typename Item>
void PutBack(Item item, v1::Questionnaire& questionnaire) {
  if (IndexOf(ListOf<Item>(questionnaire), CurationIdOf(item)) >= 0) return;
  if constexpr (kHasEvidence<Item>) {
    if (item.has_evidence() &&
        !MoveEvidence(questionnaire, *item.mutable_evidence()))
      item.clear_evidence();
  }
  *ListOf<Item>(questionnaire).Add() = std::move(item);
}

}  // namespace

void RemoveRejection(absl::string_view item_id,
                     v1::Questionnaire& questionnaire) {
  if (const int i = IndexOfRejection(questionnaire, item_id); i >= 0)
    questionnaire.mutable_rejections()->DeleteSubrange(i, 1);
}

absl::Status NoSuchItem(const std::string& path, absl::string_view item_id,
                        absl::string_view items,
                        const v1::Questionnaire& questionnaire) {
  if (IndexOfRejection(questionnaire, item_id) >= 0)
    return InvalidField(path, absl::StrCat("got ", QuotedForError(item_id),
                                           ", which is rejected; want it "
                                           "restored first"));
  return InvalidField(path, absl::StrCat("got ", QuotedForError(item_id),
                                         ", want the id of one of this "
                                         "questionnaire's ",
                                         items));
}

absl::Status RejectOne(const v1::RejectItem& reject, const Curator& curator,
                       absl::string_view path,
                       v1::Questionnaire& questionnaire) {
  // Ids before words: nobody names a participant like an id.
  const bool found =
      RejectIfThere<v1::Meeting>(reject, curator, questionnaire) ||
      RejectIfThere<v1::Claim>(reject, curator, questionnaire) ||
      RejectIfThere<v1::Project>(reject, curator, questionnaire) ||
      RejectIfThere<v1::Publication>(reject, curator, questionnaire) ||
      RejectIfThere<v1::Participant>(reject, curator, questionnaire) ||
      RejectIfThere<v1::FocusArea>(reject, curator, questionnaire);
  if (found) return absl::OkStatus();
  return NoSuchItem(absl::StrCat(path, ".item_id"), reject.item_id(), "items",
                    questionnaire);
}

absl::Status RestoreOne(const v1::RestoreItem& restore, absl::string_view path,
                        v1::Questionnaire& questionnaire) {
  const int index = IndexOfRejection(questionnaire, restore.item_id());
  if (index < 0)
    return InvalidField(
        absl::StrCat(path, ".item_id"),
        absl::StrCat("got ", QuotedForError(restore.item_id()),
                     ", want the item_id of one of this questionnaire's "
                     "rejections"));
  const v1::Rejection rejection = questionnaire.rejections(index);
  questionnaire.mutable_rejections()->DeleteSubrange(index, 1);
  switch (rejection.item_case()) {
    case v1::Rejection::kMeeting:
      PutBack(rejection.meeting(), questionnaire);
      break;
    case v1::Rejection::kClaim:
      PutBack(rejection.claim(), questionnaire);
      break;
    case v1::Rejection::kProject:
      PutBack(rejection.project(), questionnaire);
      break;
    case v1::Rejection::kPublication:
      PutBack(rejection.publication(), questionnaire);
      break;
    case v1::Rejection::kParticipant:
      PutBack(rejection.participant(), questionnaire);
      break;
    case v1::Rejection::kFocusArea:
      PutBack(rejection.focus_area(), questionnaire);
      break;
    case v1::Rejection::ITEM_NOT_SET:
      break;  // only the ban goes; the next import finds the item again
  }
  SortItems(questionnaire);
  return absl::OkStatus();
}

}  // namespace compendium
