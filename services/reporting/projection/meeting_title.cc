// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/meeting_title.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/types/span.h"
#include "lib/domain/name_key.h"

namespace compendium::reporting {
namespace {

// All tables are sorted, for binary search.
constexpr absl::string_view kEmptyWords[] = {
    "a",   "am",   "an",  "and",   "are", "as",    "at",  "by",
    "for", "from", "in",  "is",    "it",  "its",   "of",  "on",
    "or",  "s",    "the", "their", "to",  "under", "with"};

constexpr absl::string_view kCommonWords[] = {"ad",
                                              "advisory",
                                              "annual",
                                              "board",
                                              "committee",
                                              "concluding",
                                              "conference",
                                              "consultation",
                                              "consultations",
                                              "core",
                                              "dialogue",
                                              "event",
                                              "expert",
                                              "experts",
                                              "final",
                                              "force",
                                              "forum",
                                              "group",
                                              "groups",
                                              "high",
                                              "hoc",
                                              "international",
                                              "joint",
                                              "level",
                                              "meeting",
                                              "meetings",
                                              "migrant",
                                              "migrants",
                                              "migration",
                                              "ministerial",
                                              "ministers",
                                              "mission",
                                              "national",
                                              "official",
                                              "officials",
                                              "planning",
                                              "process",
                                              "project",
                                              "regional",
                                              "round",
                                              "roundtable",
                                              "seminar",
                                              "senior",
                                              "session",
                                              "som",
                                              "steering",
                                              "summit",
                                              "symposium",
                                              "table",
                                              "task",
                                              "technical",
                                              "thematic",
                                              "training",
                                              "visit",
                                              "working",
                                              "workshop",
                                              "workshops"};

static_assert(std::is_sorted(std::begin(kEmptyWords), std::end(kEmptyWords)));
static_assert(std::is_sorted(std::begin(kCommonWords), std::end(kCommonWords)));

constexpr std::array<absl::string_view, 12> kOrdinals = {
    "first",   "second", "third", "fourth", "fifth",    "sixth",
    "seventh", "eighth", "ninth", "tenth",  "eleventh", "twelfth"};

bool Holds(absl::Span<const absl::string_view> table, absl::string_view word) {
  return std::binary_search(table.begin(), table.end(), word);
}

// The value of a Roman numeral of two or more of the letters i, v and x; 0 for
// any other word. Single letters are words or list items more often.
int RomanValue(absl::string_view word) {
  if (word.size() < 2) return 0;
  int value = 0;
  int last = 0;
  for (size_t i = word.size(); i-- > 0;) {
    const char c = word[i];
    const int digit = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 0;
    if (digit == 0) return 0;
    value += digit < last ? -digit : digit;
    last = std::max(last, digit);
  }
  return value;
}

// The number that `word` writes ("2nd", "third", "xvi", "12"); 0 for none.
int NumberIn(absl::string_view word) {
  for (size_t i = 0; i < kOrdinals.size(); ++i)
    if (word == kOrdinals[i]) return static_cast<int>(i) + 1;
  if (absl::ascii_isdigit(static_cast<unsigned char>(word[0]))) {
    size_t digits = 0;
    while (digits < word.size() &&
           absl::ascii_isdigit(static_cast<unsigned char>(word[digits])))
      ++digits;
    const absl::string_view rest = word.substr(digits);
    const bool is_number = rest.empty() || rest == "st" || rest == "nd" ||
                           rest == "rd" || rest == "th";
    int value = 0;
    if (is_number && absl::SimpleAtoi(word.substr(0, digits), &value))
      return value;
    return 0;
  }
  return RomanValue(word);
}

// How many bytes at the start of `text` are a sign between words: any ASCII
// byte that is no letter or digit, a sign of Latin-1 (U+0080 … U+00BF) or of
// General Punctuation (U+2000 … U+207F). Everything else is part of a word, in
// whatever script. 0 for none and for the empty text.
size_t SeparatorSize(absl::string_view text) {
  if (text.empty()) return 0;
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return absl::ascii_isalnum(lead) ? 0 : 1;
  if (lead == 0xC2 && text.size() >= 2) return 2;
  if (lead == 0xE2 && text.size() >= 3 &&
      (text[1] == '\x80' || text[1] == '\x81'))
    return 3;
  return 0;
}

bool IsYear(int number) { return number >= 1900 && number < 2100; }

void AddWord(absl::string_view word, TitleWords& words) {
  if (word.empty() || Holds(kEmptyWords, word)) return;
  const int number = NumberIn(word);
  if (IsYear(number)) return;
  if (number != 0) {
    words.numbers.push_back(number);
  } else if (Holds(kCommonWords, word)) {
    words.common.emplace_back(word);
  } else {
    words.telling.emplace_back(word);
  }
}

template <class T>
void SortUnique(std::vector<T>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

// How many items two sorted lists share.
template <class T>
size_t SharedCount(const std::vector<T>& a, const std::vector<T>& b) {
  size_t count = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (*left < *right) {
      ++left;
    } else if (*right < *left) {
      ++right;
    } else {
      ++count;
      ++left;
      ++right;
    }
  }
  return count;
}

// Whether the numbers of two titles, or of all titles of two events, tell them
// apart.
bool NumbersDiffer(const std::vector<int>& a, const std::vector<int>& b) {
  return !a.empty() && !b.empty() && SharedCount(a, b) == 0;
}

std::vector<int> NumbersOf(const Titles& titles) {
  std::vector<int> numbers;
  for (const TitleWords& title : titles)
    numbers.insert(numbers.end(), title.numbers.begin(), title.numbers.end());
  SortUnique(numbers);
  return numbers;
}

// What two titles have in common.
struct Overlap {
  size_t telling = 0;
  size_t shared = 0;   // telling and common words
  size_t shorter = 0;  // words of the shorter title
};

Overlap OverlapOf(const TitleWords& a, const TitleWords& b) {
  Overlap overlap;
  if (NumbersDiffer(a.numbers, b.numbers)) return overlap;
  overlap.telling = SharedCount(a.telling, b.telling);
  if (overlap.telling == 0) return overlap;
  overlap.shared = overlap.telling + SharedCount(a.common, b.common);
  overlap.shorter = std::min(a.telling.size() + a.common.size(),
                             b.telling.size() + b.common.size());
  return overlap;
}

}  // namespace

TitleWords ReadTitle(absl::string_view title) {
  TitleWords words;
  const std::string text = NameKey(title);
  absl::string_view rest = text;
  while (!rest.empty()) {
    size_t end = 0;
    while (end < rest.size() && SeparatorSize(rest.substr(end)) == 0) ++end;
    AddWord(rest.substr(0, end), words);
    rest.remove_prefix(end);
    rest.remove_prefix(SeparatorSize(rest));
  }
  SortUnique(words.common);
  SortUnique(words.telling);
  SortUnique(words.numbers);
  return words;
}

int Likeness(const TitleWords& a, const TitleWords& b) {
  const Overlap overlap = OverlapOf(a, b);
  if (overlap.telling == 0) return 0;
  const bool whole = overlap.shared == overlap.shorter && overlap.shared >= 3;
  if (overlap.telling < 2 && !whole) return 0;
  const int likeness =
      static_cast<int>(overlap.shared * kSame / overlap.shorter);
  return likeness < kAlike ? 0 : likeness;
}

bool AreStronglyAlike(const TitleWords& a, const TitleWords& b) {
  const Overlap overlap = OverlapOf(a, b);
  return overlap.telling >= 2 && overlap.shared >= 3 &&
         overlap.shared == overlap.shorter;
}

int Likeness(const Titles& a, const Titles& b, bool strongly) {
  int most = 0;
  for (const TitleWords& left : a)
    for (const TitleWords& right : b)
      if (!strongly || AreStronglyAlike(left, right))
        most = std::max(most, Likeness(left, right));
  if (most > 0 && NumbersDiffer(NumbersOf(a), NumbersOf(b))) return 0;
  return most;
}

}  // namespace compendium::reporting
