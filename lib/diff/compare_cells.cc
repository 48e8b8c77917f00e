// SPDX-License-Identifier: Apache-2.0
#include "lib/diff/compare_cells.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;
using registry::v1::FindingEvidence;

// By which the cell is known among those of all kinds.
std::vector<std::string> IdsOf(const PlacedCell& placed) {
  const auto& [key, cell] = placed;
  if (cell.ids.empty())
    return {absl::StrCat(key.kind, " ", key.questionnaire, " ", key.subject)};
  std::vector<std::string> ids;
  for (const std::string& id : cell.ids)
    ids.push_back(absl::StrCat(key.kind, " ", id));
  return ids;
}

// Where the quote stands in its answer does not count.
auto QuoteKey(const FindingEvidence& evidence) {
  return std::tie(evidence.questionnaire(), evidence.evidence().question_id(),
                  evidence.evidence().quote());
}

struct QuoteLess {
  bool operator()(const FindingEvidence* a, const FindingEvidence* b) const {
    return QuoteKey(*a) < QuoteKey(*b);
  }
};

std::multiset<const FindingEvidence*, QuoteLess> QuotesOf(
    const PlacedCell* placed) {
  std::multiset<const FindingEvidence*, QuoteLess> quotes;
  if (placed != nullptr)
    for (const FindingEvidence& quote : placed->second.evidence)
      quotes.insert(&quote);
  return quotes;
}

// The quotes of `cell` that `other` does not rest on; either may be null.
void AddMoved(const PlacedCell* cell, const PlacedCell* other,
              v1::EvidenceMovement movement, v1::ChangedCell& changed) {
  auto others = QuotesOf(other);
  for (const FindingEvidence* quote : QuotesOf(cell)) {
    const auto same = others.find(quote);
    if (same != others.end()) {
      others.erase(same);
      continue;
    }
    v1::EvidenceChange& moved = *changed.add_evidence();
    moved.set_movement(movement);
    moved.set_questionnaire(quote->questionnaire());
    *moved.mutable_evidence() = quote->evidence();
  }
}

// `value`, cut at a character and marked when it is too long.
std::string ShownValue(const std::string& value) {
  if (value.size() <= kCellValueBytesMax) return value;
  constexpr absl::string_view kMark = "…";
  size_t size = kCellValueBytesMax - kMark.size();
  while (size > 0 && (static_cast<unsigned char>(value[size]) & 0xc0) == 0x80)
    --size;
  return absl::StrCat(value.substr(0, size), kMark);
}

// What the cell says, with its title where that is part of it and differs.
std::string ValueOf(const PlacedCell* cell, const PlacedCell* other) {
  const bool is_renamed = other != nullptr && cell->second.is_titled &&
                          cell->second.title != other->second.title;
  return ShownValue(
      is_renamed ? absl::StrCat(cell->second.title, "; ", cell->second.value)
                 : cell->second.value);
}

// Those of both first, then those of `after` alone, then those of `before`.
std::vector<std::string> IdsOfBoth(const PlacedCell* before,
                                   const PlacedCell* after) {
  const auto ids_of = [](const PlacedCell* cell) {
    return cell == nullptr ? std::vector<std::string>() : IdsOf(*cell);
  };
  const std::vector<std::string> before_ids = ids_of(before);
  std::vector<std::string> ids = ids_of(after);
  std::stable_partition(ids.begin(), ids.end(), [&](const std::string& id) {
    return std::count(before_ids.begin(), before_ids.end(), id) > 0;
  });
  for (const std::string& id : before_ids)
    if (std::count(ids.begin(), ids.end(), id) == 0) ids.push_back(id);
  return ids;
}

bool SaysTheSame(const PlacedCell* before, const PlacedCell* after) {
  return before->second.value == after->second.value &&
         (!after->second.is_titled ||
          before->second.title == after->second.title);
}

}  // namespace

std::optional<CellChange> CompareCell(const PlacedCell* before,
                                      const PlacedCell* after) {
  if (before == nullptr && after == nullptr) return std::nullopt;
  CellChange change;
  AddMoved(before, after, v1::EVIDENCE_MOVEMENT_WENT, change.cell);
  AddMoved(after, before, v1::EVIDENCE_MOVEMENT_CAME, change.cell);
  const bool is_same = before != nullptr && after != nullptr &&
                       change.cell.evidence().empty() &&
                       SaysTheSame(before, after);
  if (is_same) return std::nullopt;
  const auto& [key, cell] = after != nullptr ? *after : *before;
  change.cell.set_kind(key.kind);
  change.cell.set_questionnaire(key.questionnaire);
  change.cell.set_subject(key.subject);
  change.cell.set_title(cell.title);
  if (before != nullptr) change.cell.set_old_value(ValueOf(before, after));
  if (after != nullptr) change.cell.set_new_value(ValueOf(after, before));
  change.ids = IdsOfBoth(before, after);
  return change;
}

CellIndex::CellIndex(const Cells& cells) {
  for (const PlacedCell& cell : cells)
    for (std::string& id : IdsOf(cell)) cells_.emplace(std::move(id), &cell);
}

const PlacedCell* CellIndex::Find(const std::vector<std::string>& ids) const {
  for (const std::string& id : ids) {
    const auto found = cells_.find(id);
    if (found != cells_.end()) return found->second;
  }
  return nullptr;
}

std::vector<CellChange> CompareCells(const Cells& before, const Cells& after) {
  using Place = std::tuple<int, std::string, CellKey>;
  std::vector<std::pair<Place, CellChange>> changes;
  const auto compare = [&](const PlacedCell* was, const PlacedCell* is) {
    std::optional<CellChange> change = CompareCell(was, is);
    if (!change.has_value()) return;
    const auto& [key, cell] = is != nullptr ? *is : *was;
    changes.emplace_back(Place(static_cast<int>(key.kind), cell.order, key),
                         *std::move(change));
  };
  const CellIndex before_index(before);
  std::set<const PlacedCell*> matched;
  for (const PlacedCell& cell : after) {
    const PlacedCell* was = nullptr;
    for (const std::string& id : IdsOf(cell)) {
      const PlacedCell* found = before_index.Find({id});
      if (found == nullptr || !matched.insert(found).second) continue;
      was = found;
      break;
    }
    compare(was, &cell);
  }
  for (const PlacedCell& cell : before)
    if (matched.count(&cell) == 0) compare(&cell, nullptr);
  std::sort(changes.begin(), changes.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<CellChange> result;
  result.reserve(changes.size());
  for (auto& [place, change] : changes) result.push_back(std::move(change));
  return result;
}

}  // namespace compendium
