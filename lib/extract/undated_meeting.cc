// SPDX-License-Identifier: Apache-2.0
// MeetingScan: sentences without dates, in questions about meetings.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "lib/extract/date_words.h"
#include "lib/extract/entry_title.h"
#include "lib/extract/limits.h"
#include "lib/extract/meeting_level.h"
#include "lib/extract/meeting_scan.h"
#include "lib/extract/meeting_status.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

using registry::v1::MEETING_LEVEL_UNSPECIFIED;
using registry::v1::MEETING_STATUS_HELD;
using registry::v1::MEETING_STATUS_PLANNED;
using registry::v1::MEETING_STATUS_UNSPECIFIED;
using registry::v1::MeetingLevel;
using registry::v1::MeetingStatus;

constexpr WordList kOrganized =
    " organized organised held hosted co-hosted convened conducted "_words;

// "Took", and both of these lists: a quick look at a word before the closer
// ones.
constexpr WordList kDone =
    " organized organised held hosted co-hosted convened conducted postponed "
    "cancelled canceled deferred took "_words;

constexpr WordList kPutOff = " postponed cancelled canceled deferred "_words;

// Where an item in "the third SOM, a roundtable on … and two workshops" ends.
size_t PieceEnd(const AnswerText& answer, size_t first, size_t last) {
  for (size_t at = first; at < last; ++at) {
    const Token& token = answer.token(at);
    if (token.Is(',') || token.Is(';') || token.Is('.') || IsAuxiliary(token) ||
        IsOneOf(token, kOrganized) ||
        IsOneOf(token, " that which who "_words)) {
      return at;
    }
    if (at + 1 >= last) continue;
    const Token& next = answer.token(at + 1);
    if (token.IsWord("and") && (IsDeterminer(next) || IsQuantity(next) ||
                                OrdinalAt(answer, at + 1, last) > 0)) {
      return at;
    }
    if (token.IsWord("to") && next.is_word() && !next.IsCapitalised() &&
        !IsDeterminer(next)) {
      return at;
    }
  }
  return last;
}

bool IsPast(const AnswerText& answer, TokenRange range) {
  for (size_t at = range.first; at < range.last; ++at) {
    if (IsOneOf(answer.token(at), " was were had "_words)) return true;
  }
  return false;
}

// Whether the clause that ends at the passive "was held" is about one meeting.
bool IsOneMeeting(const AnswerText& answer, size_t first, size_t start,
                  size_t noun) {
  if (start == first || start > first + 2 || IsPlural(answer.token(noun))) {
    return false;
  }
  const Token& article = answer.token(start - 1);
  if (IsOneOf(article, " one a an "_words)) return true;
  return article.IsWord("the") && noun > start;
}

}  // namespace

void MeetingScan::ReadUndated(const SentenceView& sentence) {
  if (!AsksForMeetings(source_.topic)) {
    ReadAnnounced(sentence);
    return;
  }
  // One word alone is the name of a meeting or nothing.
  const TokenRange tokens = sentence.tokens;
  if (tokens.size() == 1) {
    if (IsMeetingNoun(answer_, tokens.first, tokens.last))
      ReadNominal(sentence);
    return;
  }
  const size_t counts = found_.counts.size();
  CountMeetings(sentence);
  if (ReadNominal(sentence)) {
    // The entry tells its number itself.
    for (size_t i = counts; i < found_.counts.size(); ++i) {
      found_.counts[i].mention.event_count = 1;
    }
    return;
  }
  if (ReadListed(sentence)) return;
  ReadOrganized(sentence);
  ReadEditions(sentence);
}

// "… organized the 3rd SOM, a roundtable on …", "One meeting of … was held".
void MeetingScan::ReadOrganized(const SentenceView& sentence) {
  const TokenRange tokens = sentence.tokens;
  size_t clause_first = tokens.first;
  for (size_t at = tokens.first; at < tokens.last; ++at) {
    const Token& verb = answer_.token(at);
    if (!IsOneOf(verb, kDone)) continue;
    const bool took_place = verb.IsWord("took") && at + 1 < tokens.last &&
                            answer_.token(at + 1).IsWord("place");
    const bool put_off = IsOneOf(verb, kPutOff);
    if (!took_place && !put_off && !IsOneOf(verb, kOrganized)) continue;
    const bool passive = took_place || (at > tokens.first &&
                                        IsOneOf(answer_.token(at - 1),
                                                " is was were been be "_words));
    // "The chair postponed …" may be about anything.
    if (put_off && !passive) continue;
    if (passive) {
      if (ReadHeldMeeting(sentence, clause_first, at)) return;
      clause_first = at + 1;
      continue;
    }
    at = ReadObjects(sentence, at + 1) - 1;
  }
}

// "One meeting of officials was held": `verb` is the place of "held".
bool MeetingScan::ReadHeldMeeting(const SentenceView& sentence, size_t first,
                                  size_t verb) {
  size_t last = verb;
  while (last > first &&
         (IsAuxiliary(answer_.token(last - 1)) ||
          IsOneOf(answer_.token(last - 1), " be been "_words))) {
    --last;
  }
  const size_t noun = FindMeetingNoun(answer_, {first, last}, false);
  if (noun >= last) return false;
  const size_t start = TitleStart(answer_, first, noun);
  if (!IsOneMeeting(answer_, first, start, noun)) return false;
  AddUndated(sentence, {start, last},
             StatusInWords(answer_, {first, verb + 1}));
  return true;
}

// What was organized: "the 3rd SOM, a roundtable on … and two workshops".
// Returns where the objects end.
size_t MeetingScan::ReadObjects(const SentenceView& sentence, size_t first) {
  const size_t end = sentence.tokens.last;
  size_t piece = first;
  while (piece < end) {
    if (IsDeterminer(answer_.token(piece)) ||
        answer_.token(piece).IsWord("and")) {
      ++piece;
      continue;
    }
    const size_t last = PieceEnd(answer_, piece, end);
    const size_t noun = FindMeetingNoun(answer_, {piece, last}, false);
    if (noun >= last) return last;
    if (!IsCount(answer_, piece, last)) {
      if (TitleStart(answer_, piece, noun) != piece) return last;
      AddUndated(sentence, {piece, last}, MEETING_STATUS_HELD);
    }
    if (last >= end) return end;
    // Only "," and "and" add another object.
    const Token& separator = answer_.token(last);
    if (!separator.Is(',') && !separator.IsWord("and")) return last;
    piece = last + 1;
  }
  return end;
}

// "… approved by the 2015 Ministerial MIDSA": an edition named in passing.
void MeetingScan::ReadEditions(const SentenceView& sentence) {
  const TokenRange tokens = sentence.tokens;
  // Few sentences name one, so it is looked for first.
  std::optional<bool> past;
  for (size_t at = tokens.first; at < tokens.last; ++at) {
    size_t end = 0;
    if (!IsEdition(answer_, source_.names, at, tokens.last, end)) continue;
    if (!past.has_value()) {
      past =
          StatusOf(tokens) != MEETING_STATUS_PLANNED && IsPast(answer_, tokens);
    }
    const size_t before = found_.mentions.size();
    const std::optional<size_t> open = open_;
    AddUndated(sentence, {at, end},
               *past ? MEETING_STATUS_HELD : MEETING_STATUS_UNSPECIFIED);
    for (size_t i = before; i < found_.mentions.size(); ++i) {
      found_.mentions[i].is_edition = true;
    }
    // "The meeting" that follows is not the one named in passing.
    open_ = open;
    at = end - 1;
  }
}

// Whether a date of the sentence may be the year of a meeting.
bool MeetingScan::IsMeetingYear(const DatePhrase& date) const {
  const size_t at = date.range.first;
  return date.detail() == DateDetail::kYear &&
         (at == sentence_first_ ||
          !IsOneOf(answer_.token(at - 1),
                   " since until by before after "_words));
}

// Without a day, the year inside the title, the first one beside it, or the
// round's.
void MeetingScan::SetYear(TokenRange title, MeetingMention& mention) const {
  const DatePhrase* year = sentence_first_year_;
  auto date = std::lower_bound(
      sentence_dates_.begin(), sentence_dates_.end(), title.first,
      [](const DatePhrase& a, size_t first) { return a.range.first < first; });
  while (date != sentence_dates_.end() && date->range.first < title.last) {
    if (IsMeetingYear(*date)) {
      year = &*date;
      break;
    }
    ++date;
  }
  mention.detail = DateDetail::kYear;
  const int value = year != nullptr ? year->from.year : source_.round_year;
  mention.edtf = std::to_string(value);
  mention.days = DaysOfYear(value);
  mention.year_inferred = year == nullptr;
  if (year != nullptr) {
    mention.date_as_written = answer_.Slice(year->range);
  }
}

void MeetingScan::AddUndated(const SentenceView& sentence, TokenRange title,
                             MeetingStatus status, int event_count) {
  if (found_.mentions.size() >= kMeetingsMax) return;
  title = TrimTitle(answer_, title);
  const size_t noun = FindMeetingNoun(answer_, title, false);
  if (title.empty() ||
      (noun < title.last && IsExternal(answer_, title.first, noun))) {
    return;
  }
  MeetingMention mention = NewMention(sentence);
  SetYear(title, mention);
  const bool under_heading = sentence.is_item && heading_.has_value();
  std::optional<PlacePhrase> place = FindPlaceInside(answer_, title);
  if (!place.has_value() && title.last < sentence.tokens.last &&
      answer_.token(title.last).Is(',')) {
    place = FindPlaceAtStart(answer_, {title.last, sentence.tokens.last});
  }
  if (!place.has_value() && under_heading) place = heading_->place;
  if (place.has_value()) SetPlace(*place, mention);
  MarkPlace(place, sentence.tokens, mention);
  const MeetingLevel own = LevelInTitle(answer_, source_.names, title);
  mention.level = DecideLevel(
      own, under_heading ? heading_->level : MEETING_LEVEL_UNSPECIFIED,
      source_.topic);
  mention.status = status;
  if (mention.status == MEETING_STATUS_UNSPECIFIED && under_heading) {
    mention.status = heading_->status;
  }
  mention.title = TitleText(title);
  mention.event_count = event_count;
  const size_t before = found_.mentions.size();
  AddSplit(std::move(mention), title, sentence.tokens);
  // A number that stands for its meetings is part of what they are called.
  if (event_count > 1 && found_.mentions.size() == before + 1 &&
      title.first > sentence.tokens.first &&
      IsCount(answer_, title.first - 1, title.last)) {
    found_.mentions.back().title = TitleText({title.first - 1, title.last});
  }
  open_ = found_.mentions.size() - 1;
  open_line_ = sentence.line;
}

}  // namespace compendium
