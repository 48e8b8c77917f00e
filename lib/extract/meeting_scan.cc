// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/meeting_scan.h"

#include <algorithm>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "lib/extract/date_words.h"
#include "lib/extract/entry_title.h"
#include "lib/extract/evidence_span.h"
#include "lib/extract/limits.h"
#include "lib/extract/meeting_level.h"
#include "lib/extract/meeting_status.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

using registry::v1::MEETING_STATUS_UNSPECIFIED;
using registry::v1::MeetingStatus;

// A heading such as "February 2016:" is no longer than this.
constexpr size_t kCalendarTokensMax = 8;
// Of a line above a list, what its items take as their context.
constexpr size_t kHeadingTokensMax = 64;

// Whether nothing but marks and small words stands before a date.
bool IsLeading(const AnswerText& answer, size_t first, size_t date) {
  for (size_t at = first; at < date; ++at) {
    const Token& token = answer.token(at);
    if (token.kind == TokenKind::kMark) continue;
    if (!IsOneOf(token, " on in from during the date "_words)) return false;
  }
  return true;
}

bool IsDated(const DatePhrase& date) {
  return date.detail() != DateDetail::kYear || date.approximate;
}

}  // namespace

MeetingsFound MeetingScan::Run() {
  // Room for a list, which tells of a meeting in each line.
  found_.mentions.reserve(std::min(answer_.lines().size(), kMeetingsMax));
  for (size_t line = 0; line < answer_.lines().size(); ++line) ReadLine(line);
  if (found_.mentions.size() > kMeetingsMax) {
    found_.mentions.resize(kMeetingsMax);
  }
  return std::move(found_);
}

void MeetingScan::ReadLine(size_t line) {
  if (found_.mentions.size() >= kMeetingsMax) return;
  const TextLine& text = answer_.lines()[line];
  TokenRange tokens = text.tokens;
  if (TakeCalendarHeading(line, tokens)) return;
  if (ReadLabelled(line)) return;
  const size_t before = found_.mentions.size();
  const bool fresh = std::exchange(calendar_fresh_, false);
  if (fresh && ReadHeadingEntry(tokens)) return;
  SentenceView view;
  view.is_item = text.marker != LineMarker::kNone;
  view.is_first = true;
  view.line = line;
  const bool whole = tokens.first == text.tokens.first;
  SentenceRanges rest;
  if (!whole) rest = SplitSentences(answer_.tokens(), tokens);
  for (const TokenRange sentence : whole ? text.sentences : rest) {
    view.tokens = sentence;
    ReadSentence(view);
    view.before = sentence;
    view.before.last =
        std::min(sentence.last, sentence.first + kHeadingTokensMax);
    view.is_first = false;
  }
  UpdateListHeading(line, before);
}

// A month with a year, alone on its line or before a day: it holds for the
// entries below. True when the line is used up by it.
bool MeetingScan::TakeCalendarHeading(size_t line, TokenRange& tokens) {
  // It has two words at least.
  if (tokens.size() < 2 || !MayOpenDate(answer_.token(tokens.first)))
    return false;
  const size_t reach = std::min(tokens.last, tokens.first + kCalendarTokensMax);
  const auto dates = FindDates(answer_.tokens(), {tokens.first, reach});
  if (dates.empty()) return false;
  const DatePhrase& month = dates[0];
  if (month.range.first != tokens.first || !month.has_year() ||
      month.detail() != DateDetail::kMonth || month.is_interval ||
      month.approximate || month.uncertain) {
    return false;
  }
  size_t next = month.range.last;
  if (next < tokens.last && answer_.token(next).Is(':')) ++next;
  if (next >= tokens.last) {
    if (DatesTheLineAbove(line)) return false;
    calendar_ = month;
    calendar_fresh_ = true;
    return true;
  }
  if (dates.size() > 1 && dates[1].range.first == next &&
      dates[1].detail() == DateDetail::kDay && !dates[1].has_year()) {
    calendar_ = month;
    tokens.first = next;
  }
  return false;
}

// Whether a month alone on its line belongs to the title above rather than to
// entries below, which start with a day.
bool MeetingScan::DatesTheLineAbove(size_t line) const {
  if (!open_.has_value() || open_line_ + 1 != line) return false;
  if (line + 1 >= answer_.lines().size()) return true;
  const Token& next = answer_.token(answer_.lines()[line + 1].tokens.first);
  return !next.is_number() && !next.Is('(');
}

// Directly below a calendar's heading, an entry without a day: "Pakistan:
// Screening of the film".
bool MeetingScan::ReadHeadingEntry(TokenRange tokens) {
  if (!calendar_.has_value()) return false;
  if (!FindDates(answer_.tokens(), tokens).empty()) return false;
  if (ReadToBeConfirmed(answer_.tokens(), tokens.first, tokens.last)) {
    return false;
  }
  const TitlePhrase title = FindTitleAfter(answer_, source_.names, tokens);
  if (title.range.empty() || title.is_external) return false;
  if (!title.has_noun && !title.place.has_value()) return false;
  SentenceView view;
  view.tokens = tokens;
  view.is_item = true;
  view.is_first = true;
  AddDated(view, title, *calendar_, tokens);
  return true;
}

void MeetingScan::UpdateListHeading(size_t line, size_t mentions_before) {
  const TextLine& text = answer_.lines()[line];
  if (text.marker == LineMarker::kBullet) return;
  const bool made_mention = found_.mentions.size() > mentions_before;
  if (text.marker == LineMarker::kNone && !made_mention) entry_date_.reset();
  const bool mixed = AnnouncesMixedList(answer_, text.tokens);
  mixed_ |= mixed;
  heading_.reset();
  if (line + 1 >= answer_.lines().size() ||
      answer_.lines()[line + 1].marker != LineMarker::kBullet) {
    return;
  }
  ListHeading heading;
  heading.tokens = TrimTitle(answer_, text.tokens);
  // Each item may look at it again.
  heading.tokens.last =
      std::min(heading.tokens.last, heading.tokens.first + kHeadingTokensMax);
  heading.place = FindPlaceInside(answer_, text.tokens);
  heading.level = LevelInTitle(answer_, source_.names, text.tokens);
  heading.status =
      mixed ? MEETING_STATUS_UNSPECIFIED : StatusInWords(answer_, text.tokens);
  if (found_.mentions.size() == mentions_before + 1 &&
      found_.mentions.back().detail == DateDetail::kYear) {
    heading.mention = mentions_before;
  }
  heading_ = heading;
}

void MeetingScan::FindSentenceDates(TokenRange tokens) {
  sentence_first_ = tokens.first;
  sentence_year_ = 0;
  sentence_first_year_ = nullptr;
  sentence_has_auxiliary_.reset();
  DatePhrases dates = FindDates(answer_.tokens(), tokens);
  // Most sentences have none, as the one before; moving nothing would cost.
  if (dates.empty() && sentence_dates_.empty()) return;
  sentence_dates_ = std::move(dates);
  sentence_dates_.erase(
      std::remove_if(sentence_dates_.begin(), sentence_dates_.end(),
                     [](const DatePhrase& date) { return date.is_period(); }),
      sentence_dates_.end());
  const auto dated = std::find_if(
      sentence_dates_.begin(), sentence_dates_.end(),
      [](const DatePhrase& date) {
        return date.has_year() && date.detail() != DateDetail::kYear;
      });
  if (dated != sentence_dates_.end()) sentence_year_ = dated->from.year;
  const auto year =
      std::find_if(sentence_dates_.begin(), sentence_dates_.end(),
                   [&](const DatePhrase& date) { return IsMeetingYear(date); });
  if (year != sentence_dates_.end()) sentence_first_year_ = &*year;
}

void MeetingScan::ReadSentence(const SentenceView& sentence) {
  FindSentenceDates(sentence.tokens);
  sentence_mention_.reset();
  absl::InlinedVector<const DatePhrase*, 4> dates;
  for (const DatePhrase& date : sentence_dates_) {
    if (IsDated(date)) dates.push_back(&date);
  }
  if (dates.empty() && calendar_.has_value()) {
    const DateWord tbc = ReadToBeConfirmed(
        answer_.tokens(), sentence.tokens.first, sentence.tokens.last);
    if (tbc) {
      DatePhrase date = *calendar_;
      date.uncertain = true;
      date.range = {sentence.tokens.first, tbc.end};
      ReadLeadingDate(sentence, date);
      return;
    }
  }
  if (dates.empty()) {
    if (!TakePlaceLine(sentence)) ReadUndated(sentence);
    return;
  }
  const bool leading =
      IsLeading(answer_, sentence.tokens.first, dates[0]->range.first);
  if (leading && ReadLeadingDate(sentence, *dates[0])) return;
  size_t from = sentence.tokens.first;
  for (size_t i = 0; i < dates.size(); ++i) {
    if (found_.mentions.size() >= kMeetingsMax) return;
    const size_t next =
        i + 1 < dates.size() ? dates[i + 1]->range.first : sentence.tokens.last;
    from = ReadTrailingDate(sentence, {from, dates[i]->range.first}, next,
                            *dates[i]);
  }
}

// A line with nothing but a place, below a title: it is the meeting's.
bool MeetingScan::TakePlaceLine(const SentenceView& sentence) {
  if (!open_.has_value() || sentence.line != open_line_ + 1) return false;
  const auto place = FindPlaceAtStart(answer_, sentence.tokens);
  if (!place.has_value()) return false;
  for (size_t at = place->range.last; at < sentence.tokens.last; ++at) {
    if (answer_.token(at).kind != TokenKind::kMark) return false;
  }
  SetPlace(*place, found_.mentions[*open_]);
  return true;
}

// The heading of a list is no meeting beside those of its items.
void MeetingScan::ForgetHeadingMention() {
  if (!heading_.has_value() || !heading_->mention.has_value()) return;
  const size_t index = *heading_->mention;
  heading_->mention.reset();
  found_.mentions.erase(found_.mentions.begin() +
                        static_cast<std::ptrdiff_t>(index));
  // They count from the front.
  open_.reset();
  block_mention_.reset();
}

void MeetingScan::SetPlace(const PlacePhrase& place,
                           MeetingMention& mention) const {
  mention.city = place.city;
  mention.country_code = place.country_code;
  mention.place_as_written = answer_.Slice(place.range);
}

// Whether the place is to be confirmed, or `words` leave it open.
void MeetingScan::MarkPlace(const std::optional<PlacePhrase>& place,
                            TokenRange words, MeetingMention& mention) {
  if (!(words == open_place_words_)) {
    open_place_words_ = words;
    open_place_ = LeavesPlaceOpen(answer_, words);
  }
  mention.place_uncertain |=
      open_place_ || IsPlaceTentative(answer_, place, words);
}

// StatusInWords, kept for the last words that were asked for.
MeetingStatus MeetingScan::StatusOf(TokenRange words) {
  if (!(words == status_words_)) {
    status_words_ = words;
    status_ = StatusInWords(answer_, words);
  }
  return status_;
}

void MeetingScan::SetEvidence(TokenRange tokens,
                              MeetingMention& mention) const {
  const ByteSpan span = QuoteSpan(answer_, tokens);
  mention.evidence_begin = span.begin;
  mention.evidence_end = span.end;
}

std::string MeetingScan::TitleText(TokenRange title) const {
  return std::string(CutText(answer_.Slice(title), kTitleBytesMax));
}

MeetingMention MeetingScan::NewMention(const SentenceView& sentence) const {
  MeetingMention mention;
  mention.question_id = source_.question_id;
  mention.topic = source_.topic;
  mention.in_mixed_list = mixed_;
  SetEvidence(sentence.tokens, mention);
  return mention;
}

}  // namespace compendium
