// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/strings/string_view.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// A place as the text names it; it borrows the text.
struct PlacePhrase {
  TokenRange range;
  // As written; empty when only a country is named.
  absl::string_view city;
  // ISO 3166-1 alpha-3; that of the city when the country itself is not named;
  // empty when unknown.
  absl::string_view country_code;
};

// The place that starts exactly at token `at` and ends before `last`: "Bali,
// Indonesia", "Kabul", "Côte d'Ivoire". The longest known name wins. With
// `allow_unknown_city`, also "Nyon, Switzerland" when the tables do not know
// the city but do know the country. Names that only stand in front of another
// name ("Colombo Process") are no places. Only exact names of the tables count.
// Constant time.
std::optional<PlacePhrase> MatchPlace(const AnswerText& answer, size_t at,
                                      size_t last, bool allow_unknown_city);

// The place that ends a range, behind "in", "at", a comma, a parenthesis or the
// range's start: "… Forum, Bangkok, Thailand", "… held in Lusaka". The phrase's
// range begins at the place itself. Constant time.
std::optional<PlacePhrase> FindPlaceAtEnd(const AnswerText& answer,
                                          TokenRange range);

// The place that starts a range, behind marks and "in" or "at": "in Bangkok,
// Thailand …", ", Turkey (tbc): …", " Bishkek, Kyrgyzstan)". Constant time.
std::optional<PlacePhrase> FindPlaceAtStart(const AnswerText& answer,
                                            TokenRange range);

// The first place inside a range that stands by itself: behind "in", "at" or
// "to", or between a comma and another mark ("…, Vilnius: …"). Quoted words are
// passed over. Linear.
std::optional<PlacePhrase> FindPlaceInside(const AnswerText& answer,
                                           TokenRange range);

// Whether the place itself is to be confirmed: "(tbc)" is about what stands
// directly before it, behind the place ("8 – 9 Dec, Turkey (tbc)") about the
// place, behind a date about the date. `place` may lie outside `words`.
// Constant time.
bool IsPlaceTentative(const AnswerText& answer,
                      const std::optional<PlacePhrase>& place,
                      TokenRange words);

// Whether a word names the place as what is open ("venue tbc", "place and date
// to be confirmed"), with or without a place. Linear.
bool LeavesPlaceOpen(const AnswerText& answer, TokenRange words);

}  // namespace compendium
