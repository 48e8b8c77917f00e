// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/extract/extract_items.h"
#include "lib/extract/limits.h"
#include "lib/extract/title_words.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

using AnswerIndex = absl::flat_hash_map<std::string, int>;  // by question id

// The words an item rests on. They are compared instead of the bytes' place,
// which moves when the text before them changes.
std::string SpanKey(const v1::Evidence& evidence) {
  if (evidence.quote().empty()) return "";
  return absl::StrCat(evidence.question_id(), "\n", evidence.quote());
}

// What makes an item the same item wherever it rests.
std::string NameKeyOf(const v1::Claim& claim) {
  return absl::StrCat(claim.framework(), "\n", claim.code());
}

std::string NameKeyOf(const v1::Meeting& meeting) {
  return absl::StrCat(absl::StrJoin(WordsOf(meeting.title()).words, " "), "\n",
                      meeting.date().edtf());
}

template <typename Item>  // a project or a publication
std::string NameKeyOf(const Item& item) {
  return absl::StrJoin(WordsOf(item.title()).words, " ");
}

template <typename Item>
std::string ItemKey(const Item& item) {
  return absl::StrCat(item.evidence().question_id(), "\n", NameKeyOf(item));
}

template <typename Item>
bool IsExtracted(const Item& item) {
  return item.origin() == v1::ORIGIN_EXTRACTED;
}

// Moves evidence to where its quote stands now, nearest to where it stood.
// False when its question is gone.
bool MoveEvidence(const v1::Questionnaire& fresh, const AnswerIndex& answers,
                  v1::Evidence& evidence) {
  const auto found = answers.find(evidence.question_id());
  if (found == answers.end()) return false;
  const std::string& text = fresh.answers(found->second).text();
  const std::string& quote = evidence.quote();
  const auto begin = static_cast<size_t>(std::max(0, evidence.begin_byte()));
  if (begin <= text.size() && text.compare(begin, quote.size(), quote) == 0 &&
      evidence.end_byte() - evidence.begin_byte() ==
          static_cast<int32_t>(quote.size())) {
    return true;
  }
  size_t at = quote.empty() ? std::string::npos : text.find(quote, begin);
  if (at == std::string::npos && !quote.empty()) at = text.find(quote);
  if (at == std::string::npos) {
    evidence.clear_begin_byte();
    evidence.clear_end_byte();
    evidence.clear_quote();
    return true;
  }
  evidence.set_begin_byte(static_cast<int32_t>(at));
  evidence.set_end_byte(static_cast<int32_t>(at + quote.size()));
  return true;
}

// The items of one list: what people entered, then what was extracted and does
// not stand back for it.
template <typename Item>
std::vector<Item> Merge(
    const google::protobuf::RepeatedPtrField<Item>& existing,
    const google::protobuf::RepeatedPtrField<Item>& fresh, size_t items_max) {
  std::vector<Item> kept;
  absl::flat_hash_set<std::string> entered;    // ItemKey, or NameKeyOf
  absl::flat_hash_set<std::string> spans;      // of what people entered
  absl::flat_hash_set<std::string> extracted;  // ItemKey, before
  absl::flat_hash_set<std::string> ids;        // of what people entered
  for (const Item& item : existing) {
    if (IsExtracted(item)) {
      extracted.insert(ItemKey(item));
      continue;
    }
    ids.insert(item.id());
    // Entered by hand without evidence, it stands for all questions.
    entered.insert(item.has_evidence() ? ItemKey(item) : NameKeyOf(item));
    spans.insert(SpanKey(item.evidence()));
    kept.push_back(item);
  }
  if (kept.empty()) {
    const size_t count = std::min(items_max, static_cast<size_t>(fresh.size()));
    return std::vector<Item>(fresh.begin(),
                             fresh.begin() + static_cast<int>(count));
  }
  spans.erase("");
  ids.erase("");
  for (const Item& item : fresh) {
    if (kept.size() >= items_max) break;
    const std::string key = ItemKey(item);
    if (IsExtracted(item)) {
      if (ids.contains(item.id())) continue;
      if (entered.contains(key) || entered.contains(NameKeyOf(item))) continue;
      const bool corrected =
          spans.contains(SpanKey(item.evidence())) && !extracted.contains(key);
      if (corrected) continue;
    }
    kept.push_back(item);
  }
  return kept;
}

// In the order of the answers and of their text; without evidence last.
template <typename Item>
void Store(std::vector<Item> items, const v1::Questionnaire& fresh,
           const AnswerIndex& answers,
           google::protobuf::RepeatedPtrField<Item>& list) {
  for (Item& item : items) {
    if (IsExtracted(item) || !item.has_evidence()) continue;
    if (!MoveEvidence(fresh, answers, *item.mutable_evidence())) {
      item.clear_evidence();
    }
  }
  const auto place = [&](const Item& item) {
    const auto found = answers.find(item.evidence().question_id());
    const int answer = found == answers.end() ? std::numeric_limits<int>::max()
                                              : found->second;
    return std::pair(answer, item.evidence().begin_byte());
  };
  std::stable_sort(
      items.begin(), items.end(),
      [&](const Item& a, const Item& b) { return place(a) < place(b); });
  list.Clear();
  for (Item& item : items) *list.Add() = std::move(item);
}

}  // namespace

void KeepCurated(const v1::Questionnaire& existing, v1::Questionnaire& fresh) {
  AnswerIndex answers;
  for (int i = 0; i < fresh.answers_size(); ++i) {
    answers.try_emplace(fresh.answers(i).question_id(), i);
  }
  Store(Merge(existing.meetings(), fresh.meetings(), kMeetingsMax), fresh,
        answers, *fresh.mutable_meetings());
  Store(Merge(existing.claims(), fresh.claims(), kClaimsMax), fresh, answers,
        *fresh.mutable_claims());
  Store(Merge(existing.projects(), fresh.projects(), kProjectsMax), fresh,
        answers, *fresh.mutable_projects());
  Store(Merge(existing.publications(), fresh.publications(), kPublicationsMax),
        fresh, answers, *fresh.mutable_publications());
}

}  // namespace compendium
