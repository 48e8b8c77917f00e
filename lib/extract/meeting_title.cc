// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/meeting_title.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/match.h"
#include "lib/extract/date_words.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

// Words between a title and its date or place, in any order.
constexpr WordList kDateIntro =
    " on in at from for during of the dated between to be will is was were has "
    "have been that which and both also held organized organised convened "
    "hosted conducted took take takes taking place planned scheduled expected "
    "foreseen tentatively provisionally tentative date venue "_words;

bool IsLooseMark(const Token& token) {
  return token.Is(',') || token.Is('(') || token.Is('-') || token.Is(':') ||
         token.Is(';') || token.Is('_') || token.Is('*') || token.Is('/') ||
         token.Is('+') || token.Is('>');
}

// Takes the words between title and date off the end of `range`; a place among
// them is kept.
void TrimDateIntro(const AnswerText& answer, TokenRange& range,
                   TitlePhrase& title) {
  while (!range.empty()) {
    const Token& token = answer.token(range.last - 1);
    if (IsLooseMark(token) || IsOneOf(token, kDateIntro)) {
      title.has_verb |= IsEventVerb(token);
      --range.last;
      continue;
    }
    if (title.place.has_value()) return;
    title.place = FindPlaceAtEnd(answer, range);
    if (!title.place.has_value()) return;
    range.last = title.place->range.first;
  }
}

// The last parenthesis of `range` that is not closed in it; range.last if none.
size_t OpenParenthesis(const AnswerText& answer, TokenRange range) {
  int depth = 0;
  for (size_t at = range.last; at-- > range.first;) {
    if (answer.token(at).Is(')')) ++depth;
    if (answer.token(at).Is('(') && depth-- == 0) return at;
  }
  return range.last;
}

bool IsBreak(const AnswerText& answer, size_t at, size_t first) {
  const Token& token = answer.token(at);
  if (IsAuxiliary(token) || IsEventVerb(token) || token.Is(';')) return true;
  return at > first && answer.token(at - 1).IsWord("to") &&
         IsOneOf(token, " host hold organize organise convene "_words);
}

bool HasNoun(const AnswerText& answer, const MechanismNames& names,
             TokenRange range, bool or_event, size_t& noun) {
  noun = FindMeetingNoun(answer, range, or_event);
  if (noun < range.last) return true;
  size_t end = 0;
  for (size_t at = range.first; at < range.last; ++at) {
    if (!IsEdition(answer, names, at, range.last, end)) continue;
    noun = at;
    return true;
  }
  return false;
}

// The last clause of `range` that names a gathering; the range itself when
// none does.
TokenRange ClauseWithNoun(const AnswerText& answer, const MechanismNames& names,
                          TokenRange range, TitlePhrase& title, size_t& noun) {
  for (const bool or_event : {false, true}) {
    size_t last = range.last;
    for (size_t at = range.last; at-- > range.first;) {
      const bool breaks = IsBreak(answer, at, range.first);
      if (!breaks && at > range.first) continue;
      const TokenRange clause{breaks ? at + 1 : at, last};
      if (HasNoun(answer, names, clause, or_event, noun)) {
        title.has_verb |=
            last < range.last && (IsEventVerb(answer.token(last)) ||
                                  IsAuxiliary(answer.token(last)));
        title.has_noun = true;
        return clause;
      }
      last = at;
    }
  }
  noun = range.last;
  return range;
}

// An item's title is the whole item, unless its words show a sentence in which
// the meeting is only the occasion: "… to be presented at the meeting".
bool IsWholeItem(const AnswerText& answer, size_t first, size_t noun) {
  for (size_t at = first; at < noun; ++at) {
    if (answer.token(at).IsWord("at")) return false;
    if (answer.token(at).IsWord("to") && at + 1 < noun &&
        answer.token(at + 1).IsWord("be")) {
      return false;
    }
  }
  return true;
}

bool IsDemonstrative(const Token& token) {
  return IsOneOf(token, " the this that these said same "_words);
}

// "the meeting", "this event" and nothing more.
bool IsAnaphor(const AnswerText& answer, TokenRange clause, size_t noun,
               TokenRange title) {
  if (title.size() > 2 || noun < title.first || noun >= title.last) {
    return false;
  }
  if (title.size() == 2 &&
      !IsOneOf(answer.token(title.first), " same said "_words)) {
    return false;
  }
  // "The SOM" is a name.
  if (answer.token(noun).IsAcronym() || title.first == clause.first) {
    return false;
  }
  return IsDemonstrative(answer.token(title.first - 1));
}

}  // namespace

bool IsEdition(const AnswerText& answer, const MechanismNames& names, size_t at,
               size_t last, size_t& end) {
  if (at >= last) return false;
  const bool small =
      answer.token(at).is_word() && !answer.token(at).IsCapitalised();
  if (small && OrdinalAt(answer, at, last) == 0) return false;
  if (names.IsAcronym(answer.token(at).text) && at + 1 < last &&
      ReadYear(answer.tokens(), at + 1, last)) {
    end = at + 2;
    return true;
  }
  size_t next = at + 1;
  if (OrdinalAt(answer, at, last) > 0) {
    if (answer.token(at).is_number()) ++next;
  } else {
    if (!ReadYear(answer.tokens(), at, last)) return false;
    // "In 2016 MIDSA adopted …" tells of the year.
    if (at > 0 &&
        IsOneOf(answer.token(at - 1), " in during since by until "_words)) {
      return false;
    }
  }
  if (next < last && answer.token(next).IsWord("ministerial")) ++next;
  if (next >= last || !names.IsAcronym(answer.token(next).text)) return false;
  end = next + 1;
  return true;
}

size_t TitleStart(const AnswerText& answer, size_t first, size_t noun) {
  bool quoted = false;
  size_t start = noun;
  while (start > first) {
    const Token& token = answer.token(start - 1);
    if (token.Is('"')) quoted = !quoted;
    const bool stops = StopsTitle(token) || IsEventVerb(token) ||
                       token.Is(',') || token.Is(':') || token.Is(';') ||
                       token.Is('.') || token.Is('*') || token.Is('_');
    if (stops && !quoted) break;
    --start;
  }
  return start;
}

bool StartsMeeting(const AnswerText& answer, size_t at, size_t last) {
  const bool ordinal = OrdinalAt(answer, at, last) > 0;
  if (!ordinal && !answer.token(at).IsCapitalised()) return false;
  const size_t noun = FindMeetingNoun(answer, {at, last}, false);
  return noun < last && noun > at && TitleStart(answer, at, noun) == at;
}

bool IsExternal(const AnswerText& answer, size_t first, size_t noun) {
  for (size_t at = first; at < noun; ++at) {
    const Token& token = answer.token(at);
    if (token.text == "UN" || token.text == "UNGA") return true;
    if (token.IsWord("united") && answer.token(at + 1).IsWord("nations")) {
      return true;
    }
    if (token.IsWord("general") && answer.token(at + 1).IsWord("assembly")) {
      return true;
    }
  }
  return false;
}

TokenRange TrimTitle(const AnswerText& answer, TokenRange range) {
  constexpr WordList kIntro =
      " planned planning preparing preparation preparations convening holding "
      "organizing organising organization organisation hosting attending and "
      "of for on in at to with upcoming "_words;
  while (!range.empty()) {
    const Token& token = answer.token(range.first);
    const bool open = token.Is(')') || IsLooseMark(token) || token.Is('.');
    if (!open && !IsDeterminer(token) && !IsOneOf(token, kIntro)) break;
    // A parenthesis that is closed again belongs to the title.
    if (token.Is('(')) break;
    ++range.first;
  }
  // The number of the item, torn from its dot: "1 Thematic workshop".
  if (range.size() > 1 && answer.token(range.first).Value() > 0 &&
      answer.token(range.first).Value() <= 20 &&
      answer.token(range.first + 1).IsCapitalised()) {
    ++range.first;
  }
  while (!range.empty()) {
    const Token& token = answer.token(range.last - 1);
    if (!IsLooseMark(token) && !token.Is('.') &&
        !IsOneOf(token,
                 " that which who and or of the a an in on at for "_words)) {
      break;
    }
    --range.last;
  }
  return range;
}

TitlePhrase FindTitleBefore(const AnswerText& answer,
                            const MechanismNames& names, TokenRange range,
                            bool is_item) {
  TitlePhrase title;
  const size_t region_first = range.first;
  TrimDateIntro(answer, range, title);
  const size_t open = OpenParenthesis(answer, range);
  size_t noun = range.last;
  if (open < range.last) {
    if (HasNoun(answer, names, {open + 1, range.last}, true, noun)) {
      title.outer = {range.first, open};
      range.first = open + 1;
    } else {
      range.last = open;
      TrimDateIntro(answer, range, title);
    }
  }
  const TokenRange clause = ClauseWithNoun(answer, names, range, title, noun);
  size_t start = clause.first;
  if (title.has_noun) {
    const bool whole = is_item && clause.first == region_first &&
                       IsWholeItem(answer, clause.first, noun);
    if (!whole) start = TitleStart(answer, clause.first, noun);
    title.is_external = IsExternal(answer, start, noun);
  }
  title.range = TrimTitle(answer, {start, clause.last});
  title.is_anaphor =
      title.has_noun && IsAnaphor(answer, clause, noun, title.range);
  return title;
}

}  // namespace compendium
