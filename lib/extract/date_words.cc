// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/date_words.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"

namespace compendium {
namespace {

struct MonthName {
  absl::string_view name;
  absl::string_view short_name;
};

constexpr MonthName kMonths[] = {
    {"january", "jan"}, {"february", "feb"}, {"march", "mar"},
    {"april", "apr"},   {"may", "may"},      {"june", "jun"},
    {"july", "jul"},    {"august", "aug"},   {"september", "sep"},
    {"october", "oct"}, {"november", "nov"}, {"december", "dec"},
};

// 1 to 12, negative for a short form, 0 for other words.
int MonthNamed(absl::string_view word) {
  for (int month = 1; month <= 12; ++month) {
    const MonthName& names = kMonths[month - 1];
    if (absl::EqualsIgnoreCase(word, names.name)) return month;
    if (absl::EqualsIgnoreCase(word, names.short_name)) return -month;
  }
  return absl::EqualsIgnoreCase(word, "sept") ? -9 : 0;
}

bool IsOrdinalSuffix(const Token& token) {
  return !token.space_before && IsOneOf(token, " st nd rd th ");
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
  if (IsOneOf(tokens[at], " final last ")) return {-1, at + 1};
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
  if (at >= last || !tokens[at].is_word()) return {0, at};
  const int named = MonthNamed(tokens[at].text);
  if (named == 0) return {0, at};
  const int month = named < 0 ? -named : named;
  const bool also_word = named < 0 || month == 3 || month == 5;
  if (also_word && !tokens[at].IsCapitalised()) return {0, at};
  const bool dotted = named < 0 && at + 1 < last && tokens[at + 1].Is('.') &&
                      !tokens[at + 1].space_before;
  return {month, dotted ? at + 2 : at + 1};
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
  if (IsOneOf(tokens[rank.end], " half semester ") && rank.value <= 2) {
    return {39 + (rank.value < 0 ? 2 : rank.value), rank.end + 1};
  }
  return {0, at};
}

DateWord ReadApproximation(const std::vector<Token>& tokens, size_t at,
                           size_t last) {
  if (at >= last) return {0, at};
  if (IsOneOf(tokens[at], " early mid late around approximately circa ")) {
    size_t end = at + 1;
    if (end < last && tokens[end].Is('-') && !tokens[end].space_before) ++end;
    return {1, SkipOf(tokens, end, last)};
  }
  if (IsOneOf(tokens[at], " beginning end start middle ") && at + 1 < last &&
      tokens[at + 1].IsWord("of")) {
    return {1, SkipOf(tokens, at + 1, last)};
  }
  return {0, at};
}

DateWord ReadToBeConfirmed(const std::vector<Token>& tokens, size_t at,
                           size_t last) {
  const size_t start = at;
  if (at < last && (tokens[at].Is('(') || tokens[at].Is(','))) ++at;
  while (at < last && IsOneOf(tokens[at], " date dates venue place still ")) {
    ++at;
  }
  if (at >= last) return {0, start};
  if (IsOneOf(tokens[at], " tbc tbd ")) {
    ++at;
  } else if (at + 2 < last && tokens[at].IsWord("to") &&
             tokens[at + 1].IsWord("be") &&
             IsOneOf(tokens[at + 2],
                     " confirmed determined decided announced agreed ")) {
    at += 3;
  } else {
    return {0, start};
  }
  if (at < last && tokens[at].Is(')') && tokens[start].Is('(')) ++at;
  return {1, at};
}

}  // namespace compendium
