// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/date_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"

namespace compendium {
namespace {

struct MonthName {
  absl::string_view name;
  int month;
  bool is_short;  // may be followed by a full stop
};

// English names, and German and French ones, which slip into English texts
// ("12. März 2016", "le 3 juin 2016").
constexpr MonthName kMonths[] = {
    {"january", 1, false},   {"february", 2, false},  {"march", 3, false},
    {"april", 4, false},     {"may", 5, false},       {"june", 6, false},
    {"july", 7, false},      {"august", 8, false},    {"september", 9, false},
    {"october", 10, false},  {"november", 11, false}, {"december", 12, false},
    {"jan", 1, true},        {"feb", 2, true},        {"mar", 3, true},
    {"apr", 4, true},        {"jun", 6, true},        {"jul", 7, true},
    {"aug", 8, true},        {"sep", 9, true},        {"sept", 9, true},
    {"oct", 10, true},       {"nov", 11, true},       {"dec", 12, true},
    {"januar", 1, false},    {"februar", 2, false},   {"märz", 3, false},
    {"mai", 5, false},       {"juni", 6, false},      {"juli", 7, false},
    {"oktober", 10, false},  {"dezember", 12, false}, {"janvier", 1, false},
    {"février", 2, false},   {"mars", 3, false},      {"avril", 4, false},
    {"juin", 6, false},      {"juillet", 7, false},   {"août", 8, false},
    {"septembre", 9, false}, {"octobre", 10, false},  {"novembre", 11, false},
    {"décembre", 12, false}, {"fevrier", 2, false},   {"aout", 8, false},
    {"decembre", 12, false},
};

// The same names, for the first look at every word.
constexpr WordList kMonthWords =
    " january february march april may june july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec januar "
    "februar märz mai juni juli oktober dezember janvier février mars avril "
    "juin juillet août septembre octobre novembre décembre fevrier aout "
    "decembre "_words;

// Those that are words of other meanings, too, unless they have a capital.
constexpr WordList kAlsoWords =
    " march may mars mai jan feb mar apr jun jul aug sep sept oct nov dec "_words;

// The names by their WordKeys, as in a WordList.
struct MonthSlot {
  uint64_t key = 0;
  const MonthName* month = nullptr;
};

constexpr std::array<MonthSlot, 256> MakeMonthSlots() {
  std::array<MonthSlot, 256> slots{};
  for (const MonthName& month : kMonths) {
    const uint64_t key = WordKey(month.name);
    size_t at = WordList::SlotOf(key, slots.size() - 1);
    while (slots[at].key != 0) at = (at + 1) % slots.size();
    slots[at] = {key, &month};
  }
  return slots;
}

constexpr std::array<MonthSlot, 256> kMonthSlots = MakeMonthSlots();

const MonthName* FindMonth(const Token& token) {
  if (!token.is_word()) return nullptr;
  for (size_t at = WordList::SlotOf(token.key, kMonthSlots.size() - 1);
       kMonthSlots[at].key != 0; at = (at + 1) % kMonthSlots.size()) {
    if (kMonthSlots[at].key == token.key) return kMonthSlots[at].month;
  }
  return nullptr;
}

// What a season, quarter or half of a year begins with, but for numbers.
constexpr WordList kSeasonWords =
    " spring summer autumn winter q1 q2 q3 q4 first second third fourth final "
    "last "_words;

// Months, what seasons begin with, and approximations: one look for all.
constexpr WordList kOpeningWords =
    " january february march april may june july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec januar "
    "februar märz mai juni juli oktober dezember janvier février mars avril "
    "juin juillet août septembre octobre novembre décembre fevrier aout "
    "decembre spring summer autumn winter q1 q2 q3 q4 first second third "
    "fourth final last early mid late around approximately circa beginning end "
    "start middle "_words;

// Words between a bracket and "tbc", as in "(date and venue still tbc". It
// keeps texts of nothing but such words from being read again from each of
// them.
constexpr size_t kWhatMax = 8;

bool IsOrdinalSuffix(const Token& token) {
  return !token.space_before && IsOneOf(token, " st nd rd th er "_words);
}

// Skips "of", "of the", "the".
size_t SkipOf(const std::vector<Token>& tokens, size_t at, size_t last) {
  if (at < last && tokens[at].IsWord("of")) ++at;
  if (at < last && tokens[at].IsWord("the")) ++at;
  return at;
}

// "first" 1 … "fourth" 4, also "1st"; "final" and "last" are -1.
DateWord ReadRank(const std::vector<Token>& tokens, size_t at, size_t last) {
  constexpr absl::string_view kRanks[] = {"first", "second", "third", "fourth"};
  for (int rank = 1; rank <= 4; ++rank) {
    if (tokens[at].IsWord(kRanks[rank - 1])) return {rank, at + 1};
  }
  if (IsOneOf(tokens[at], " final last "_words)) return {-1, at + 1};
  const int value = tokens[at].Value();
  if (value >= 1 && value <= 4 && at + 1 < last &&
      IsOrdinalSuffix(tokens[at + 1])) {
    return {value, at + 2};
  }
  return {0, at};
}

}  // namespace

DateWord ReadDay(const std::vector<Token>& tokens, size_t at, size_t last) {
  if (at >= last || tokens[at].text.size() > 2) return {0, at};
  const int value = tokens[at].Value();
  if (value < 1 || value > 31) return {0, at};
  if (at + 1 < last && tokens[at + 1].is_word() &&
      !tokens[at + 1].space_before) {
    if (!IsOrdinalSuffix(tokens[at + 1])) return {0, at};
    return {value, at + 2};
  }
  return {value, at + 1};
}

DateWord ReadMonth(const std::vector<Token>& tokens, size_t at, size_t last) {
  if (at >= last) return {0, at};
  const MonthName* const month = FindMonth(tokens[at]);
  if (month == nullptr) return {0, at};
  if (!tokens[at].IsCapitalised() && IsOneOf(tokens[at], kAlsoWords)) {
    // "le 3 mai 2016": a small letter is enough between a day and a year.
    const bool between = at > 0 && tokens[at - 1].is_number() &&
                         at + 1 < last && ReadYear(tokens, at + 1, last);
    const bool french = IsOneOf(tokens[at], " mars mai "_words);
    if (!between || !french) return {0, at};
  }
  const bool dotted = month->is_short && at + 1 < last &&
                      tokens[at + 1].Is('.') && !tokens[at + 1].space_before;
  return {month->month, dotted ? at + 2 : at + 1};
}

DateWord ReadYear(const std::vector<Token>& tokens, size_t at, size_t last) {
  if (at >= last || tokens[at].text.size() != 4) return {0, at};
  const int value = tokens[at].Value();
  if (value < 1900 || value > 2199) return {0, at};
  if (at + 1 < last && tokens[at + 1].is_word() &&
      !tokens[at + 1].space_before) {
    return {0, at};
  }
  return {value, at + 1};
}

DateWord ReadYearAfter(const std::vector<Token>& tokens, size_t at,
                       size_t last) {
  size_t year_at = at;
  if (at < last &&
      (tokens[at].Is(',') || tokens[at].Is(';') || tokens[at].IsWord("of"))) {
    ++year_at;
  }
  const DateWord year = ReadYear(tokens, year_at, last);
  return year ? year : DateWord{0, at};
}

DateWord ReadSeason(const std::vector<Token>& tokens, size_t at, size_t last) {
  if (at >= last) return {0, at};
  const Token& token = tokens[at];
  if (token.is_number()) {
    // "1st quarter": the suffix tells most numbers apart.
    if (at + 1 >= last || !IsOrdinalSuffix(tokens[at + 1])) return {0, at};
  } else if (!IsOneOf(token, kSeasonWords)) {
    return {0, at};
  }
  constexpr absl::string_view kSeasons[] = {"spring", "summer", "autumn",
                                            "winter"};
  for (int season = 0; season < 4; ++season) {
    if (token.IsWord(kSeasons[season])) return {21 + season, at + 1};
  }
  if (token.is_word() && token.text.size() == 2 &&
      absl::ascii_toupper(static_cast<unsigned char>(token.text[0])) == 'Q' &&
      token.text[1] >= '1' && token.text[1] <= '4') {
    return {33 + (token.text[1] - '1'), at + 1};
  }
  const DateWord rank = ReadRank(tokens, at, last);
  if (!rank || rank.end >= last) return {0, at};
  if (tokens[rank.end].IsWord("quarter")) {
    return {32 + (rank.value < 0 ? 4 : rank.value), rank.end + 1};
  }
  if (IsOneOf(tokens[rank.end], " half semester "_words) && rank.value <= 2) {
    return {39 + (rank.value < 0 ? 2 : rank.value), rank.end + 1};
  }
  return {0, at};
}

bool MayApproximate(const Token& token) {
  return IsOneOf(token,
                 " early mid late around approximately circa beginning end "
                 "start middle "_words);
}

DateWord ReadApproximation(const std::vector<Token>& tokens, size_t at,
                           size_t last) {
  if (at >= last || !MayApproximate(tokens[at])) return {0, at};
  if (IsOneOf(tokens[at],
              " early mid late around approximately circa "_words)) {
    size_t end = at + 1;
    if (end < last && tokens[end].Is('-') && !tokens[end].space_before) ++end;
    return {1, SkipOf(tokens, end, last)};
  }
  if (IsOneOf(tokens[at], " beginning end start middle "_words) &&
      at + 1 < last && tokens[at + 1].IsWord("of")) {
    return {1, SkipOf(tokens, at + 1, last)};
  }
  return {0, at};
}

DateWord ReadToBeConfirmed(const std::vector<Token>& tokens, size_t at,
                           size_t last) {
  const size_t start = at;
  if (at < last && (tokens[at].Is('(') || tokens[at].Is(','))) ++at;
  if (at >= last || !tokens[at].is_word()) return {0, start};
  const size_t reach = std::min(last, at + kWhatMax);
  while (at < reach &&
         IsOneOf(tokens[at], " date dates venue place still "_words)) {
    ++at;
  }
  if (at >= last) return {0, start};
  if (IsOneOf(tokens[at], " tbc tbd "_words)) {
    ++at;
  } else if (at + 2 < last && tokens[at].IsWord("to") &&
             tokens[at + 1].IsWord("be") &&
             IsOneOf(tokens[at + 2],
                     " confirmed determined decided announced agreed "_words)) {
    at += 3;
  } else {
    return {0, start};
  }
  if (at < last && tokens[at].Is(')') && tokens[start].Is('(')) ++at;
  return {1, at};
}

bool MayOpenDate(const Token& token) {
  if (token.is_number()) return token.text.size() <= 4;
  return IsOneOf(token, kOpeningWords);
}

bool MayStartDate(const Token& token) {
  if (token.is_number()) return token.text.size() <= 4;
  return IsOneOf(token, kMonthWords) || IsOneOf(token, kSeasonWords);
}

bool MayBeMonth(const Token& token) { return IsOneOf(token, kMonthWords); }

bool IsMonthName(const Token& token) { return FindMonth(token) != nullptr; }

}  // namespace compendium
