// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/sdg_target.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "lib/domain/csv_table.h"

namespace compendium {

extern const char kSdgGoalsCsv[];
extern const char kSdgTargetsCsv[];

namespace {

// Letters follow all numbers of two digits.
constexpr int kLetterMin = 100;

struct Shape {
  int goal;
  int target;  // as SdgCode::target_
};

// A number without leading zeros or sign.
std::optional<int> NumberOf(absl::string_view text) {
  if (text.empty() || text.size() > 2 || text[0] == '0') return std::nullopt;
  int number = 0;
  for (const char digit : text) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(digit))) {
      return std::nullopt;
    }
    number = number * 10 + (digit - '0');
  }
  return number;
}

// 0 for "a" and "A", and so on.
int LetterIndex(char letter) {
  return absl::ascii_tolower(static_cast<unsigned char>(letter)) - 'a';
}

// What the text says, whether or not there is such a target.
std::optional<Shape> ShapeOf(absl::string_view text) {
  const size_t dot = text.find('.');
  const auto goal = NumberOf(text.substr(0, dot));
  if (!goal.has_value()) return std::nullopt;
  if (dot == text.npos) return Shape{*goal, 0};
  const absl::string_view rest = text.substr(dot + 1);
  if (rest.size() == 1 &&
      absl::ascii_isalpha(static_cast<unsigned char>(rest[0]))) {
    return Shape{*goal, kLetterMin + LetterIndex(rest[0])};
  }
  const auto target = NumberOf(rest);
  if (!target.has_value()) return std::nullopt;
  return Shape{*goal, *target};
}

struct Entry {
  Shape shape;
  SdgKind kind;
  std::string title;
};

bool Before(const Shape& a, const Shape& b) {
  return a.goal != b.goal ? a.goal < b.goal : a.target < b.target;
}

std::vector<Entry> LoadEntries() {
  std::vector<Entry> entries;
  const CsvTable goals(kSdgGoalsCsv);
  for (size_t i = 0; i < goals.row_count(); ++i) {
    entries.push_back({*ShapeOf(goals.Field(i, "code")), SdgKind::kGoal,
                       std::string(goals.Field(i, "title"))});
  }
  const CsvTable targets(kSdgTargetsCsv);
  for (size_t i = 0; i < targets.row_count(); ++i) {
    const bool outcome = targets.Field(i, "kind") == "outcome";
    entries.push_back(
        {*ShapeOf(targets.Field(i, "code")),
         outcome ? SdgKind::kOutcome : SdgKind::kMeansOfImplementation,
         std::string(targets.Field(i, "title"))});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return Before(a.shape, b.shape);
  });
  return entries;
}

const std::vector<Entry>& Entries() {
  static const std::vector<Entry> kEntries = LoadEntries();
  return kEntries;
}

// The entry of a shape, or null if there is no such code.
const Entry* FindEntry(const Shape& shape) {
  const auto at = std::lower_bound(
      Entries().begin(), Entries().end(), shape,
      [](const Entry& a, const Shape& b) { return Before(a.shape, b); });
  if (at == Entries().end() || Before(shape, at->shape)) return nullptr;
  return &*at;
}

}  // namespace

std::optional<SdgCode> SdgCode::Find(absl::string_view text) {
  const auto shape = ShapeOf(text);
  if (!shape.has_value() || FindEntry(*shape) == nullptr) return std::nullopt;
  return SdgCode(shape->goal, shape->target);
}

absl::StatusOr<SdgCode> SdgCode::Parse(absl::string_view text) {
  const std::optional<SdgCode> code = Find(text);
  if (!code.has_value()) {
    return absl::InvalidArgumentError(
        absl::StrCat("got \"", absl::CHexEscape(text.substr(0, 32)),
                     "\", want a goal (1 to 17) or a target, as 10.7 or 4.b"));
  }
  return *code;
}

absl::Span<const SdgCode> SdgCode::All() {
  static const std::vector<SdgCode> kAll = [] {
    std::vector<SdgCode> codes;
    for (const Entry& entry : Entries()) {
      codes.push_back(SdgCode(entry.shape.goal, entry.shape.target));
    }
    return codes;
  }();
  return kAll;
}

std::string SdgCode::ToString() const {
  if (is_goal()) return absl::StrCat(goal_);
  if (target_ < kLetterMin) return absl::StrCat(goal_, ".", target_);
  const char letter = static_cast<char>('a' + target_ - kLetterMin);
  return absl::StrCat(goal_, ".", std::string(1, letter));
}

SdgKind SdgCode::kind() const { return FindEntry({goal_, target_})->kind; }

absl::string_view SdgCode::title() const {
  return FindEntry({goal_, target_})->title;
}

std::string SdgCode::Iri() const {
  return absl::StrCat("http://metadata.un.org/sdg/", ToString());
}

}  // namespace compendium
