// SPDX-License-Identifier: Apache-2.0
#include "lib/curation/put_step.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/curation/curated_item.h"
#include "lib/curation/quote_place.h"
#include "lib/curation/rejection.h"
#include "lib/extract/item_id.h"
#include "lib/extract/item_order.h"
#include "lib/request/error_details.h"
#include "lib/request/plain_text.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using google::protobuf::RepeatedPtrField;

// One item to be put into its list.
template <typename Item>
struct Putting {
  Item item;
  const Curator& curator;
  std::string path;  // of the item
  v1::Questionnaire& questionnaire;

  RepeatedPtrField<Item>& items() { return ListOf<Item>(questionnaire); }
};

template <typename Item>
absl::Status Locate(Putting<Item>& putting) {
  if (!putting.item.has_evidence()) return absl::OkStatus();
  return LocateEvidence(putting.questionnaire, putting.path + ".evidence",
                        *putting.item.mutable_evidence());
}

template <typename Item>
absl::Status Correct(int index, Putting<Item> putting) {
  Item& corrected = putting.items()[index];
  putting.item.set_id(corrected.id());
  if (!putting.item.has_evidence() && corrected.has_evidence())
    *putting.item.mutable_evidence() = corrected.evidence();
  corrected = std::move(putting.item);
  return absl::OkStatus();
}

// What a person adds is no longer rejected.
template <typename Item>
absl::Status Add(Putting<Item> putting) {
  putting.item.clear_id();
  RepeatedPtrField<Item>& items = putting.items();
  *items.Add() = std::move(putting.item);
  FillItemIds(putting.questionnaire);
  RemoveRejection(items[items.size() - 1].id(), putting.questionnaire);
  return absl::OkStatus();
}

// For participants and focus areas, which their words name.

absl::Status ThereAlready(const std::string& path, absl::string_view words) {
  return InvalidField(
      path + ".as_written",
      absl::StrCat("got ", QuotedForError(words),
                   ", which is there already; want other words, or that one "
                   "corrected or rejected"));
}

// New words are another item for whoever reads the source again: so the old
// ones are rejected, or they would come back beside them.
template <typename Item>
absl::Status CorrectNamed(int index, Putting<Item> putting) {
  RepeatedPtrField<Item>& items = putting.items();
  const std::string words = CurationIdOf(putting.item);
  if (words != CurationIdOf(items[index])) {
    if (IndexOf(items, words) >= 0) return ThereAlready(putting.path, words);
    const Item before = items[index];
    TakeOut<Item>(index, putting.curator.reason, putting.curator.author,
                  putting.questionnaire);
    RemoveRejection(words, putting.questionnaire);
    *items.Add() = before;
    for (int i = items.size() - 1; i > index; --i) items.SwapElements(i, i - 1);
  }
  items[index] = std::move(putting.item);
  return absl::OkStatus();
}

template <typename Item>
absl::Status AddNamed(Putting<Item> putting) {
  const std::string words = CurationIdOf(putting.item);
  if (words.empty())
    return InvalidField(putting.path + ".as_written",
                        "got nothing, want its words");
  if (IndexOf(putting.items(), words) >= 0)
    return ThereAlready(putting.path, words);
  RemoveRejection(words, putting.questionnaire);
  *putting.items().Add() = std::move(putting.item);
  return absl::OkStatus();
}

template <typename Item>
absl::Status Put(absl::string_view item_id, absl::string_view step_path,
                 Putting<Item> putting) {
  putting.item.set_origin(v1::ORIGIN_CURATED);
  int index = -1;
  if (!item_id.empty()) {
    index = IndexOf(putting.items(), item_id);
    if (index < 0)
      return NoSuchItem(absl::StrCat(step_path, ".item_id"), item_id,
                        ListNameOf<Item>(), putting.questionnaire);
  }
  if constexpr (kHasEvidence<Item>) {
    RETURN_IF_ERROR(Locate(putting));
    return index >= 0 ? Correct(index, std::move(putting))
                      : Add(std::move(putting));
  } else {
    return index >= 0 ? CorrectNamed(index, std::move(putting))
                      : AddNamed(std::move(putting));
  }
}

}  // namespace

absl::Status PutOne(const v1::PutItem& put, const Curator& curator,
                    absl::string_view path, v1::Questionnaire& questionnaire) {
  const auto run = [&](const auto& item, absl::string_view kind) {
    using Item = std::decay_t<decltype(item)>;
    absl::Status status =
        Put(put.item_id(), path,
            Putting<Item>{item, curator, absl::StrCat(path, ".", kind),
                          questionnaire});
    if (status.ok()) SortItems(questionnaire);
    return status;
  };
  switch (put.item_case()) {
    case v1::PutItem::kMeeting:
      return run(put.meeting(), "meeting");
    case v1::PutItem::kClaim:
      return run(put.claim(), "claim");
    case v1::PutItem::kProject:
      return run(put.project(), "project");
    case v1::PutItem::kPublication:
      return run(put.publication(), "publication");
    case v1::PutItem::kParticipant:
      return run(put.participant(), "participant");
    case v1::PutItem::kFocusArea:
      return run(put.focus_area(), "focus_area");
    case v1::PutItem::ITEM_NOT_SET:
      break;
  }
  return InvalidField(absl::StrCat(path, ".item"),
                      "got none, want a meeting, claim, project, publication, "
                      "participant or focus_area");
}

}  // namespace compendium
