// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/place_phrase.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "lib/domain/city.h"
#include "lib/domain/country.h"
#include "lib/domain/name_key.h"
#include "lib/domain/place_name.h"
#include "lib/extract/date_words.h"
#include "lib/extract/limits.h"

namespace compendium {
namespace {

// Words that make a name before them part of a longer name.
constexpr WordList kNameTails =
    " process processes declaration agreement protocol protocols plan "
    "programme program convention conference consultation consultations "
    "compact agenda initiative accord statement statute charter framework "
    "summit "
    "dialogue project strategy roadmap treaty pact ministerial member members "
    "government embassy "_words;

// A place "A, B" with both names takes up to twice a name's words and a mark.
constexpr size_t kPlaceTokensMax = 2 * kPlaceWordsMax + 2;

bool StartsName(const Token& token) {
  return token.IsCapitalised() || token.IsWord("the");
}

// Whether a name can end before token `end`: not when another word continues
// it, as in "Colombo Process".
bool EndsName(const AnswerText& answer, size_t end, size_t last) {
  if (end >= last) return true;
  const Token& next = answer.token(end);
  if (next.Is('\'')) return false;  // "Thailand’s"
  return !IsOneOf(next, kNameTails);
}

// Whether a token behind a name makes its NameKey longer for sure: dashes and
// characters without width do not.
bool IsPartOfKey(const Token& token) {
  return static_cast<unsigned char>(token.text[0]) < 0x80 && !token.Is('-');
}

struct NameEnd {
  size_t end = 0;
  std::optional<City> city;
  std::optional<CountryCode> country;  // unless it is a city
  bool found() const { return city.has_value() || country.has_value(); }
};

enum class Wanted { kCityOrCountry, kCountry };

// The longest name in the tables that starts at `at`.
NameEnd LongestName(const AnswerText& answer, size_t at, size_t last,
                    Wanted wanted) {
  NameEnd best;
  if (at >= last || !StartsName(answer.token(at))) return best;
  const size_t limit = std::min(last, at + kPlaceWordsMax);
  // Names are known without their article, in one spelling or another.
  const bool article = answer.token(at).IsWord("the");
  for (size_t end = at + 1; end <= limit; ++end) {
    const Token& token = answer.token(end - 1);
    if (token.Is('(') || token.Is(':') || token.Is('"')) break;
    if (!EndsName(answer, end, last)) continue;
    const absl::string_view name = answer.Slice({at, end});
    const std::string key = NameKey(name);
    if (article && key == "the") continue;
    const PlaceName known = PlaceNameOf(key);
    if (known.is_whole) {
      NameEnd candidate;
      candidate.end = end;
      if (wanted == Wanted::kCityOrCountry) {
        // Behind its article a city must have a capital.
        if (article) candidate.city = FindCity(name);
        if (!article && known.city != nullptr) candidate.city = *known.city;
      }
      if (!candidate.city.has_value()) candidate.country = FindCountry(name);
      if (candidate.found()) best = candidate;
    }
    if (!known.goes_on && end < limit && IsPartOfKey(answer.token(end))) break;
  }
  return best;
}

// The country behind a city: ", Thailand", " (Thailand)", "/Thailand".
NameEnd CountryBehind(const AnswerText& answer, size_t at, size_t last) {
  if (at >= last) return NameEnd();
  const Token& mark = answer.token(at);
  if (!mark.Is(',') && !mark.Is('(') && !mark.Is('/') && !mark.Is('-')) {
    return NameEnd();
  }
  return LongestName(answer, at + 1, last, Wanted::kCountry);
}

// "Nyon, Switzerland": one to three capitalised words, a comma, a country.
std::optional<PlacePhrase> MatchUnknownCity(const AnswerText& answer, size_t at,
                                            size_t last) {
  size_t end = at;
  while (end < last && end < at + 3 && answer.token(end).IsCapitalised()) ++end;
  if (end == at || end >= last || !answer.token(end).Is(',')) {
    return std::nullopt;
  }
  const NameEnd country = CountryBehind(answer, end, last);
  if (!country.found()) return std::nullopt;
  return PlacePhrase{
      {at, country.end}, answer.Slice({at, end}), country.country->alpha3()};
}

bool OpensPlace(const Token& token) {
  return token.Is(',') || token.Is('(') || token.Is('-') || token.Is(';') ||
         token.Is(':') || IsOneOf(token, " in at "_words);
}

bool ClosesPlace(const Token& token) {
  return token.Is(',') || token.Is(')') || token.Is('-') || token.Is(';') ||
         token.Is(':') || token.Is('.') || token.Is('(') || token.Is('/');
}

}  // namespace

std::optional<PlacePhrase> MatchPlace(const AnswerText& answer, size_t at,
                                      size_t last, bool allow_unknown_city) {
  const NameEnd name = LongestName(answer, at, last, Wanted::kCityOrCountry);
  if (!name.found()) {
    return allow_unknown_city ? MatchUnknownCity(answer, at, last)
                              : std::nullopt;
  }
  PlacePhrase place;
  place.range = {at, name.end};
  if (!name.city.has_value()) {
    place.country_code = name.country->alpha3();
    return place;
  }
  place.city = answer.Slice(place.range);
  place.country_code = name.city->country.alpha3();
  const NameEnd country = CountryBehind(answer, name.end, last);
  if (country.found()) {
    place.country_code = country.country->alpha3();
    place.range.last = country.end;
  }
  return place;
}

std::optional<PlacePhrase> FindPlaceAtEnd(const AnswerText& answer,
                                          TokenRange range) {
  if (range.empty()) return std::nullopt;
  const size_t reach = range.size() > kPlaceTokensMax
                           ? range.last - kPlaceTokensMax
                           : range.first;
  for (size_t at = reach; at < range.last; ++at) {
    const bool opened = at == range.first || OpensPlace(answer.token(at - 1));
    if (!opened) continue;
    const bool after_preposition =
        at > range.first && IsOneOf(answer.token(at - 1), " in at "_words);
    const bool in_parenthesis =
        at > range.first && answer.token(at - 1).Is('(');
    auto place =
        MatchPlace(answer, at, range.last, after_preposition || in_parenthesis);
    if (place.has_value() && place->range.last == range.last) return place;
  }
  return std::nullopt;
}

std::optional<PlacePhrase> FindPlaceAtStart(const AnswerText& answer,
                                            TokenRange range) {
  size_t at = range.first;
  bool preposition = false;
  while (at < range.last) {
    const Token& token = answer.token(at);
    const bool in = IsOneOf(token, " in at "_words);
    const bool skip = in || token.Is(',') || token.Is(';') || token.Is(':') ||
                      token.Is('-') || token.Is('(') || token.Is(')');
    if (!skip || (preposition && in)) break;
    preposition |= in;
    ++at;
  }
  return MatchPlace(answer, at, range.last, preposition);
}

std::optional<PlacePhrase> FindPlaceInside(const AnswerText& answer,
                                           TokenRange range) {
  bool quoted = false;
  for (size_t at = range.first; at < range.last; ++at) {
    const Token& token = answer.token(at);
    if (token.Is('"')) quoted = !quoted;
    if (quoted || at + 1 >= range.last) continue;
    const bool preposition = IsOneOf(token, " in at to "_words);
    if (!preposition && !token.Is(',')) continue;
    auto place = MatchPlace(answer, at + 1, range.last,
                            token.IsWord("in") || token.IsWord("at"));
    if (!place.has_value()) continue;
    const size_t end = place->range.last;
    const bool closed = end >= range.last || ClosesPlace(answer.token(end));
    if (preposition || closed) return place;
  }
  return std::nullopt;
}

bool IsPlaceTentative(const AnswerText& answer,
                      const std::optional<PlacePhrase>& place,
                      TokenRange words) {
  return place.has_value() && place->range.last < words.last &&
         ReadToBeConfirmed(answer.tokens(), place->range.last, words.last);
}

bool LeavesPlaceOpen(const AnswerText& answer, TokenRange words) {
  // "venue and dates (still) to be confirmed": small words in between.
  constexpr size_t kReach = 6;
  for (size_t at = words.first; at < words.last; ++at) {
    if (!IsOneOf(answer.token(at), " venue place location city host "_words)) {
      continue;
    }
    const size_t reach = std::min(words.last, at + kReach);
    for (size_t next = at + 1; next < reach; ++next) {
      if (ReadToBeConfirmed(answer.tokens(), next, words.last)) return true;
      const Token& token = answer.token(next);
      if (!token.Is(':') && !token.Is('-') && !token.Is('/') &&
          !token.Is('(') && !token.Is('&') &&
          !IsOneOf(token, " and date dates is are still host country "_words)) {
        break;
      }
    }
  }
  return false;
}

}  // namespace compendium
