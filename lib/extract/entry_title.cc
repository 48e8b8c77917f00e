// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/entry_title.h"

#include <algorithm>
#include <cstddef>

#include "lib/extract/date_words.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

bool IsGap(const Token& token) {
  return token.Is(',') || token.Is(':') || token.Is(';') || token.Is('-') ||
         token.Is(')') || token.Is('.') || token.Is('*');
}

size_t SkipGap(const AnswerText& answer, size_t at, size_t last) {
  while (at < last) {
    const DateWord tbc = ReadToBeConfirmed(answer.tokens(), at, last);
    if (tbc) {
      at = tbc.end;
    } else if (IsGap(answer.token(at))) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

// Where a clause ends that started behind a verb: at a comma behind the noun, a
// relative word, an infinitive, or a full stop.
size_t ObjectEnd(const AnswerText& answer, size_t noun, size_t last) {
  for (size_t at = noun + 1; at < last; ++at) {
    const Token& token = answer.token(at);
    if (token.Is(',') || token.Is(';') || token.Is('.') ||
        IsOneOf(token, " that which who "_words) || IsAuxiliary(token)) {
      return at;
    }
  }
  return last;
}

}  // namespace

size_t EntryTitleEnd(const AnswerText& answer, TokenRange range,
                     std::optional<PlacePhrase>& place) {
  const auto inside = FindPlaceInside(answer, range);
  size_t end = range.last;
  const size_t noun = FindMeetingNoun(answer, range, true);
  for (size_t at = noun; at < range.last; ++at) {
    if (!answer.token(at).Is(':') && !answer.token(at).Is(';')) continue;
    end = at;
    break;
  }
  if (!inside.has_value()) return end;
  // A place behind the colon belongs to the description.
  if (inside->range.first > end) return end;
  if (!place.has_value()) place = inside;
  const Token& opener = answer.token(inside->range.first - 1);
  return opener.Is(',') ? inside->range.first - 1 : end;
}

TitlePhrase FindTitleAfter(const AnswerText& answer,
                           const MechanismNames& names, TokenRange range) {
  TitlePhrase title;
  title.place = FindPlaceAtStart(answer, range);
  const bool placed = title.place.has_value();
  if (placed) range.first = title.place->range.last;
  range.first = SkipGap(answer, range.first, range.last);
  size_t end = 0;
  size_t noun = FindMeetingNoun(answer, range, true);
  title.has_noun = noun < range.last ||
                   IsEdition(answer, names, range.first, range.last, end);
  size_t verb = range.first;
  while (verb < range.last && !IsEventVerb(answer.token(verb)) &&
         !IsAuxiliary(answer.token(verb))) {
    ++verb;
  }
  if (verb < noun && noun < range.last && !placed) {
    // "…, the secretariat organized an informative meeting …"
    title.has_verb = IsEventVerb(answer.token(verb));
    const size_t start = TitleStart(answer, verb + 1, noun);
    title.is_external = IsExternal(answer, start, noun);
    title.range =
        TrimTitle(answer, {start, ObjectEnd(answer, noun, range.last)});
    return title;
  }
  title.is_external =
      noun < range.last && IsExternal(answer, range.first, noun);
  size_t last = EntryTitleEnd(answer, range, title.place);
  if (verb > noun && verb < last) {
    // "…, the third meeting took place in Bonn."
    title.has_verb = true;
    last = verb;
  }
  title.range = TrimTitle(answer, {range.first, last});
  return title;
}

}  // namespace compendium
