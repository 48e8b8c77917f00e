// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/meeting_words.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace compendium {
namespace {

// A table only as a round one, a consultation only with a capital.
constexpr WordList kMeetingNouns =
    " meeting meetings workshop workshops seminar seminars webinar webinars "
    "conference conferences forum forums fora som soms roundtable roundtables "
    "round-table symposium symposia summit summits congress assembly retreat "
    "session sessions mission missions visit visits event events "
    "colloquium hearing hearings "
    "training trainings table consultation consultations "_words;

// Before these words "training", "meeting" or "conference" only describes.
constexpr WordList kDescribed =
    " manual manuals tool tools material materials module modules programme "
    "programmes program programs curriculum needs directors kit kits package "
    "packages centre center centres institute purposes structure report "
    "reports room document documents agenda "_words;

constexpr WordList kEventNouns =
    " committee committees board launch inauguration screening course courses "
    "round rounds briefing briefings dialogue dialogues debate ceremony "
    "celebration exhibition group groups panel task tot premiere fair "_words;

constexpr WordList kEventVerbs =
    " held organized organised convened hosted co-hosted conducted took "
    "met launched attended facilitated co-organized co-organised "_words;

constexpr WordList kAuxiliaries =
    " is are was were will would shall should has have had can could may "
    "might "_words;

constexpr WordList kDeterminers =
    " the a an this that these those its their our his her each every any "
    "one another "_words;

constexpr WordList kPrepositions =
    " at in on of for to by with from about under during between among "
    "through after before within into towards toward regarding concerning "
    "including following "_words;

constexpr WordList kQuantities =
    " two three four five six seven eight nine ten eleven twelve several many "
    "some various numerous both few series number "_words;

constexpr absl::string_view kOrdinals[] = {
    "first",     "second",      "third",      "fourth",     "fifth",
    "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
    "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
    "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

constexpr WordList kOrdinalWords =
    " first second third fourth fifth sixth seventh eighth ninth tenth "
    "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
    "eighteenth nineteenth twentieth "_words;

// 0 unless the word is a Roman numeral in capitals of at least two letters.
int RomanValue(absl::string_view word) {
  if (word.size() < 2 || word.size() > 6) return 0;
  int value = 0;
  int before = 0;
  for (size_t i = word.size(); i-- > 0;) {
    const int digit = word[i] == 'I'   ? 1
                      : word[i] == 'V' ? 5
                      : word[i] == 'X' ? 10
                                       : 0;
    if (digit == 0) return 0;
    value += digit < before ? -digit : digit;
    before = std::max(before, digit);
  }
  return value;
}

}  // namespace

bool IsMeetingNoun(const AnswerText& answer, size_t at, size_t last) {
  const Token& token = answer.token(at);
  if (!IsOneOf(token, kMeetingNouns)) return false;
  // "Round table" in two words.
  if (token.IsWord("table")) {
    return at > 0 && answer.token(at - 1).IsWord("round");
  }
  // Consultations go on without meetings; a Consultation is one.
  if (!token.IsCapitalised() &&
      IsOneOf(token, " consultation consultations "_words)) {
    return false;
  }
  return at + 1 >= last || !IsOneOf(answer.token(at + 1), kDescribed);
}

bool IsEventNoun(const AnswerText& answer, size_t at, size_t last) {
  const Token& token = answer.token(at);
  if (!IsOneOf(token, kEventNouns)) return false;
  // "round" is a word of many uses; a round of talks has a capital.
  if (IsOneOf(token, " round rounds "_words) && !token.IsCapitalised())
    return false;
  return at + 1 >= last || !IsOneOf(answer.token(at + 1), kDescribed);
}

bool IsEventVerb(const Token& token) { return IsOneOf(token, kEventVerbs); }

bool IsAuxiliary(const Token& token) {
  // "May" with a capital is the month.
  if (token.text == "May") return false;
  return IsOneOf(token, kAuxiliaries);
}

bool HasAuxiliary(const AnswerText& answer, TokenRange range) {
  for (size_t at = range.first; at < range.last; ++at) {
    if (IsAuxiliary(answer.token(at))) return true;
  }
  return false;
}

bool IsDeterminer(const Token& token) { return IsOneOf(token, kDeterminers); }

bool StopsTitle(const Token& token) {
  if (IsDeterminer(token) || IsAuxiliary(token)) return true;
  return IsOneOf(token, kPrepositions) ||
         IsOneOf(token, " that which who where when "_words);
}

bool IsQuantity(const Token& token) {
  if (token.is_number()) return token.Value() >= 2 && token.Value() < 100;
  return IsOneOf(token, kQuantities);
}

int OrdinalAt(const AnswerText& answer, size_t at, size_t last) {
  const Token& token = answer.token(at);
  if (token.is_number()) {
    const bool suffix = at + 1 < last && !answer.token(at + 1).space_before &&
                        IsOneOf(answer.token(at + 1), " st nd rd th "_words);
    // Page breaks and superscripts tear "3 rd" apart.
    const bool torn = at + 1 < last && answer.token(at + 1).space_before &&
                      IsOneOf(answer.token(at + 1), " st nd rd th "_words);
    return suffix || torn ? std::max(0, token.Value()) : 0;
  }
  if (!token.is_word()) return 0;
  if (!IsOneOf(token, kOrdinalWords)) return RomanValue(token.text);
  for (int i = 0; i < 20; ++i) {
    if (token.IsWord(kOrdinals[i])) return i + 1;
  }
  return RomanValue(token.text);
}

bool IsCount(const AnswerText& answer, size_t at, size_t last) {
  return IsQuantity(answer.token(at)) && OrdinalAt(answer, at, last) == 0;
}

int CountValue(const Token& token) {
  constexpr absl::string_view kNumbers[] = {"two", "three",  "four",  "five",
                                            "six", "seven",  "eight", "nine",
                                            "ten", "eleven", "twelve"};
  if (token.is_number()) return token.Value();
  if (!IsOneOf(token, kQuantities)) return 0;
  for (int i = 0; i < 11; ++i) {
    if (token.IsWord(kNumbers[i])) return i + 2;
  }
  return 0;
}

bool IsPlural(const Token& token) {
  return absl::EndsWithIgnoreCase(token.text, "s") || token.IsWord("fora");
}

size_t FindMeetingNoun(const AnswerText& answer, TokenRange range,
                       bool or_event) {
  bool quoted = false;
  for (size_t at = range.first; at < range.last; ++at) {
    if (answer.token(at).Is('"')) quoted = !quoted;
    if (quoted) continue;
    if (IsMeetingNoun(answer, at, range.last)) return at;
    if (or_event && IsEventNoun(answer, at, range.last)) return at;
  }
  return range.last;
}

}  // namespace compendium
