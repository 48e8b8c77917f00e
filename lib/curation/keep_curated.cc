// SPDX-License-Identifier: Apache-2.0
#include "lib/curation/keep_curated.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/curation/curated_item.h"
#include "lib/curation/quote_place.h"
#include "lib/extract/item_id.h"
#include "lib/extract/item_order.h"
#include "lib/extract/title_words.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

using Keys = absl::flat_hash_set<std::string>;

// The words an item rests on. They are compared instead of the bytes' place,
// which moves when the text before them changes.
std::string SpanKey(const v1::Evidence& evidence) {
  if (evidence.quote().empty()) return "";
  return absl::StrCat(evidence.question_id(), "\n", evidence.quote());
}

std::string TitleKey(const std::string& title) {
  return absl::StrJoin(WordsOf(title).words, " ");
}

// What makes an item the same item wherever it rests.
std::string NameKeyOf(const v1::Claim& claim) {
  return absl::StrCat(claim.framework(), "\n", claim.code());
}
std::string NameKeyOf(const v1::Meeting& meeting) {
  return absl::StrCat(TitleKey(meeting.title()), "\n", meeting.date().edtf());
}
template <typename Item>
std::string NameKeyOf(const Item& item) {
  return TitleKey(item.title());
}

// The same within one answer. Entered by hand without evidence, an item stands
// for all answers.
template <typename Item>
std::string ItemKey(const Item& item) {
  return item.has_evidence() ? absl::StrCat(item.evidence().question_id(), "\n",
                                            NameKeyOf(item))
                             : NameKeyOf(item);
}

template <typename Item>
bool IsExtracted(const Item& item) {
  return item.origin() == v1::ORIGIN_EXTRACTED;
}

const v1::Meeting* RejectedItem(const v1::Rejection& rejection,
                                const v1::Meeting*) {
  return rejection.has_meeting() ? &rejection.meeting() : nullptr;
}
const v1::Claim* RejectedItem(const v1::Rejection& rejection,
                              const v1::Claim*) {
  return rejection.has_claim() ? &rejection.claim() : nullptr;
}
const v1::Project* RejectedItem(const v1::Rejection& rejection,
                                const v1::Project*) {
  return rejection.has_project() ? &rejection.project() : nullptr;
}
const v1::Publication* RejectedItem(const v1::Rejection& rejection,
                                    const v1::Publication*) {
  return rejection.has_publication() ? &rejection.publication() : nullptr;
}

// What stands behind decisions about items of one type, of two versions.
template <typename Item>
class Decisions {
 public:
  using List = google::protobuf::RepeatedPtrField<Item>;

  Decisions(const v1::Questionnaire& existing, const List& items,
            const List& fresh) {
    Keys fresh_ids;
    for (const Item& item : fresh) fresh_ids.insert(item.id());
    for (const Item& item : items) {
      if (IsExtracted(item)) {
        extracted_ids_.insert(item.id());
        extracted_.insert(ItemKey(item));
        continue;
      }
      kept_.push_back(item);
      ids_.insert(item.id());
      if (fresh_ids.contains(item.id())) continue;
      alike_.insert(ItemKey(item));
      spans_.insert(SpanKey(item.evidence()));
    }
    for (const v1::Rejection& rejection : existing.rejections()) {
      ids_.insert(rejection.item_id());
      const Item* const item =
          RejectedItem(rejection, static_cast<const Item*>(nullptr));
      if (item != nullptr && !fresh_ids.contains(rejection.item_id()))
        alike_.insert(ItemKey(*item));
    }
    spans_.erase("");
  }

  // Whether people decided that `item` of the fresh version is not to be.
  bool Exclude(const Item& item) const {
    if (ids_.contains(item.id())) return true;
    if (!IsExtracted(item) || extracted_ids_.contains(item.id())) return false;
    const std::string key = ItemKey(item);
    if (alike_.contains(key) || alike_.contains(NameKeyOf(item))) return true;
    return spans_.contains(SpanKey(item.evidence())) &&
           !extracted_.contains(key);
  }

  std::vector<Item> TakeKept() { return std::move(kept_); }

 private:
  std::vector<Item> kept_;  // what people entered
  Keys ids_;                // of these and of rejections
  Keys alike_;              // ItemKeys of those that fresh ids do not meet
  Keys spans_;              // SpanKeys of those that people entered
  Keys extracted_ids_;      // before
  Keys extracted_;          // ItemKeys, before
};

void FollowEvent(const v1::Meeting& fresh, v1::Meeting& kept) {
  kept.set_event_key(fresh.event_key());
  if (fresh.has_event_match())
    *kept.mutable_event_match() = fresh.event_match();
  else
    kept.clear_event_match();
}
template <typename Item>
void FollowEvent(const Item&, Item&) {}

template <typename Item>
void KeepItems(const v1::Questionnaire& existing,
               const google::protobuf::RepeatedPtrField<Item>& items,
               v1::Questionnaire& fresh) {
  google::protobuf::RepeatedPtrField<Item>& list = ListOf<Item>(fresh);
  Decisions<Item> decisions(existing, items, list);
  std::vector<Item> kept = decisions.TakeKept();
  for (Item& item : kept) {
    if (const int i = IndexOf(list, item.id()); i >= 0)
      FollowEvent(list[i], item);
    if (item.has_evidence() && !MoveEvidence(fresh, *item.mutable_evidence()))
      item.clear_evidence();
  }
  const int items_max = ItemsMaxOf<Item>();
  google::protobuf::RepeatedPtrField<Item> found;
  found.Swap(&list);
  for (Item& item : kept) *list.Add() = std::move(item);
  for (Item& item : found) {
    if (list.size() >= items_max) break;
    if (!decisions.Exclude(item)) *list.Add() = std::move(item);
  }
}

bool IsMeant(const v1::Participant& curated, const v1::Participant& fresh) {
  return !curated.country_code().empty() &&
         curated.country_code() == fresh.country_code();
}
bool IsMeant(const v1::FocusArea&, const v1::FocusArea&) { return false; }

// Participants and focus areas have neither ids nor evidence: words tell them.
template <typename Item>
void KeepNamed(const v1::Questionnaire& existing,
               const google::protobuf::RepeatedPtrField<Item>& items,
               v1::Questionnaire& fresh) {
  google::protobuf::RepeatedPtrField<Item>& list = ListOf<Item>(fresh);
  Keys rejected;
  for (const v1::Rejection& rejection : existing.rejections())
    rejected.insert(rejection.item_id());
  const int items_max = ItemsMaxOf<Item>();
  google::protobuf::RepeatedPtrField<Item> found;
  found.Swap(&list);
  for (Item& item : found)
    if (!rejected.contains(CurationIdOf(item))) *list.Add() = std::move(item);
  for (const Item& item : items) {
    if (item.origin() != v1::ORIGIN_CURATED) continue;
    int at = IndexOf(list, CurationIdOf(item));
    for (int i = 0; at < 0 && i < list.size(); ++i)
      if (list[i].origin() != v1::ORIGIN_CURATED && IsMeant(item, list[i]))
        at = i;
    if (at >= 0)
      list[at] = item;
    else if (list.size() < items_max)
      *list.Add() = item;
  }
}

void KeepStates(const v1::Questionnaire& existing, v1::Questionnaire& fresh) {
  absl::flat_hash_map<absl::string_view, const v1::Answer*> decided;
  for (const v1::Answer& answer : existing.answers())
    if (answer.state_origin() != v1::ORIGIN_UNSPECIFIED &&
        answer.state_origin() != v1::ORIGIN_EXTRACTED)
      decided.emplace(answer.question_id(), &answer);
  for (v1::Answer& answer : *fresh.mutable_answers()) {
    const auto found = decided.find(answer.question_id());
    if (found == decided.end()) continue;
    answer.set_state(found->second->state());
    answer.set_state_origin(found->second->state_origin());
  }
}

}  // namespace

void KeepCurated(const v1::Questionnaire& existing, v1::Questionnaire& fresh) {
  v1::Questionnaire stored = existing;
  FillItemIds(stored);
  FillItemIds(fresh);
  KeepStates(stored, fresh);
  KeepItems(stored, stored.meetings(), fresh);
  KeepItems(stored, stored.claims(), fresh);
  KeepItems(stored, stored.projects(), fresh);
  KeepItems(stored, stored.publications(), fresh);
  KeepNamed(stored, stored.participants(), fresh);
  KeepNamed(stored, stored.focus_areas(), fresh);
  *fresh.mutable_rejections() = stored.rejections();
  *fresh.mutable_decisions() = stored.decisions();
  SortItems(fresh);
}

}  // namespace compendium
