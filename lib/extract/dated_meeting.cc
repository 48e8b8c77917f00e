// SPDX-License-Identifier: Apache-2.0
// MeetingScan: sentences with dates.
#include <algorithm>
#include <optional>
#include <utility>

#include "lib/extract/entry_title.h"
#include "lib/extract/evidence_span.h"
#include "lib/extract/limits.h"
#include "lib/extract/meeting_level.h"
#include "lib/extract/meeting_scan.h"
#include "lib/extract/meeting_status.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

using registry::v1::MEETING_LEVEL_UNSPECIFIED;
using registry::v1::MEETING_STATUS_UNSPECIFIED;
using registry::v1::MeetingLevel;

// How far behind a date its "(tbc)" may stand: "8 – 9 Dec, Turkey (tbc)".
constexpr size_t kStatusReach = 7;
// Lines between a title and the line with its date and place.
constexpr size_t kOpenLinesMax = 4;
// A title of so few words needs its context to be understood.
constexpr size_t kGenericTokensMax = 3;
// An entry without a word for a gathering is one only if it is short.
constexpr size_t kPlainEntryTokensMax = 40;

// Words directly before a date that make it another date than a meeting's: a
// deadline, or the day of an act.
bool IsOtherDate(const AnswerText& answer, size_t first, size_t date) {
  size_t at = date;
  while (at > first && IsOneOf(answer.token(at - 1), " the on in "_words)) --at;
  if (at == first) return false;
  const Token& before = answer.token(at - 1);
  return before.text == "UN" || before.text == "UNGA" || before.text == "GA" ||
         IsOneOf(before,
                 " by before until till since after nations assembly adopted "
                 "approved signed published issued established created "
                 "endorsed ratified founded submitted completed concluded "
                 "started dated drafted "_words);
}

bool NamesPublication(const AnswerText& answer, TokenRange title) {
  for (size_t at = title.first; at < title.last; ++at) {
    if (IsOneOf(answer.token(at),
                " publication publications published report reports issued "
                "handbook website newsletter brochure project "_words)) {
      return true;
    }
  }
  return false;
}

bool InParenthesis(const AnswerText& answer, size_t first, size_t date) {
  for (size_t at = date; at > first; --at) {
    if (answer.token(at - 1).Is(')')) return false;
    if (answer.token(at - 1).Is('(')) return true;
  }
  return false;
}

// Whether only marks are left between two tokens.
bool OnlyMarks(const AnswerText& answer, size_t first, size_t last) {
  for (size_t at = first; at < last; ++at) {
    if (answer.token(at).kind != TokenKind::kMark) return false;
  }
  return true;
}

// Whether `later` comes before `earlier` in a year.
bool IsEarlierInYear(const DatePhrase& later, const DatePhrase& earlier) {
  return later.from.month < earlier.from.month ||
         (later.from.month == earlier.from.month &&
          later.from.day < earlier.from.day);
}

}  // namespace

bool MeetingScan::ReadLeadingDate(const SentenceView& sentence,
                                  const DatePhrase& date) {
  const TokenRange rest{date.range.last, sentence.tokens.last};
  const TitlePhrase title = FindTitleAfter(answer_, source_.names, rest);
  if (title.range.empty()) {
    AttachToOpen(sentence, date, title.place);
    return true;
  }
  if (title.is_external ||
      !Accepts(sentence, title, date, title.place.has_value())) {
    return false;
  }
  const size_t last = std::max(title.range.last,
                               std::min(rest.last, rest.first + kStatusReach));
  AddDated(sentence, title, date, {sentence.tokens.first, last});
  return true;
}

size_t MeetingScan::ReadTrailingDate(const SentenceView& sentence,
                                     TokenRange before, size_t next,
                                     const DatePhrase& date) {
  size_t end = date.range.last;
  if (IsOtherDate(answer_, before.first, date.range.first)) return end;
  TitlePhrase title =
      FindTitleBefore(answer_, source_.names, before,
                      sentence.is_item && sentence.is_first &&
                          before.first == sentence.tokens.first);
  const bool marked =
      end < next && (answer_.token(end).kind == TokenKind::kMark ||
                     IsOneOf(answer_.token(end), " in at "_words));
  if (marked || InParenthesis(answer_, before.first, date.range.first)) {
    const auto after = FindPlaceAtStart(answer_, {end, next});
    if (after.has_value()) {
      end = after->range.last;
      if (!title.place.has_value()) title.place = after;
    }
  }
  if (end < next && answer_.token(end).Is(')')) ++end;
  if (title.is_external) return end;
  if (title.is_anaphor && !found_.mentions.empty()) {
    if (title.has_verb) AttachToOpen(sentence, date, title.place);
    return end;
  }
  if (title.range.empty()) {
    AddAnotherDay(sentence, date, title.place);
    const bool alone = before.first == sentence.tokens.first &&
                       OnlyMarks(answer_, end, sentence.tokens.last);
    if (alone) AttachToOpen(sentence, date, title.place);
    return end;
  }
  if (!Accepts(sentence, title, date, title.place.has_value())) return end;
  const size_t reach = std::min(next, date.range.last + kStatusReach);
  AddDated(sentence, title, date, {before.first, reach});
  return end;
}

bool MeetingScan::Accepts(const SentenceView& sentence,
                          const TitlePhrase& title, const DatePhrase& date,
                          bool placed) {
  if (date.detail() == DateDetail::kYear) {
    return AsksForMeetings(source_.topic) && title.has_noun && title.has_verb;
  }
  if (!AsksForMeetings(source_.topic)) {
    return title.has_noun && date.detail() == DateDetail::kDay;
  }
  if (title.has_noun) return true;
  if (!sentence.is_item) {
    if (!placed) return false;
    if (!sentence_has_auxiliary_.has_value()) {
      sentence_has_auxiliary_ = HasAuxiliary(answer_, sentence.tokens);
    }
    if (*sentence_has_auxiliary_) return false;
  }
  if (title.range.size() > kPlainEntryTokensMax ||
      NamesPublication(answer_, title.range)) {
    return false;
  }
  // Without a word for a gathering, the form of the entry must tell.
  const bool exact = date.detail() == DateDetail::kDay;
  if (source_.topic == QuestionTopic::kActivities) return exact && placed;
  return exact || placed;
}

void MeetingScan::AttachToOpen(const SentenceView& sentence,
                               const DatePhrase& date,
                               const std::optional<PlacePhrase>& place) {
  if (!open_.has_value() || sentence.line > open_line_ + kOpenLinesMax) return;
  MeetingMention& mention = found_.mentions[*open_];
  if (!SetDate(sentence, date, mention)) return;
  open_.reset();
  if (place.has_value()) SetPlace(*place, mention);
  MarkPlace(place, sentence.tokens, mention);
  if (mention.status == MEETING_STATUS_UNSPECIFIED) {
    mention.status = StatusInWords(answer_, sentence.tokens);
  }
  const ByteSpan span = QuoteSpan(answer_, sentence.tokens);
  const bool fits = span.end - mention.evidence_begin <= kQuoteBytesMax;
  // A line with nothing but the date needs its title beside it.
  if (!fits || sentence.line == open_line_) {
    mention.evidence_begin = span.begin;
  }
  mention.evidence_end = span.end;
}

void MeetingScan::AddDated(const SentenceView& sentence,
                           const TitlePhrase& title, const DatePhrase& date,
                           TokenRange words) {
  MeetingMention mention = NewMention(sentence);
  if (!SetDate(sentence, date, mention)) return;
  ForgetHeadingMention();
  if (title.place.has_value()) {
    SetPlace(*title.place, mention);
  } else if (heading_.has_value() && heading_->place.has_value() &&
             sentence.is_item) {
    SetPlace(*heading_->place, mention);
  }
  MarkPlace(title.place, sentence_dates_.size() < 2 ? sentence.tokens : words,
            mention);
  const bool under_heading = sentence.is_item && heading_.has_value();
  const MeetingLevel own = LevelInTitle(answer_, source_.names, title.range);
  const bool generic = own == MEETING_LEVEL_UNSPECIFIED &&
                       (title.range.size() <= kGenericTokensMax ||
                        (under_heading && !title.has_noun));
  TokenRange context = title.outer;
  if (context.empty() && generic) {
    context = !sentence.before.empty() ? sentence.before
              : under_heading          ? heading_->tokens
                                       : TokenRange();
  }
  MeetingLevel around = LevelInTitle(answer_, source_.names, context);
  if (around == MEETING_LEVEL_UNSPECIFIED && under_heading) {
    around = heading_->level;
  }
  mention.level = DecideLevel(own, around, source_.topic);
  mention.status = StatusInWords(answer_, words);
  if (mention.status == MEETING_STATUS_UNSPECIFIED && under_heading) {
    mention.status = heading_->status;
  }
  mention.title = TitleText(title.range);
  if (generic && !context.empty() && title.outer.empty()) {
    mention.title += " – " + TitleText(TrimTitle(answer_, context));
  }
  AddSplit(std::move(mention), title.range, sentence.tokens);
  sentence_mention_ = found_.mentions.size() - 1;
  open_.reset();
}

// "The group met in Bonn on 3 May and in Rome on 7 June": the second date of
// the sentence is another meeting of the same name.
void MeetingScan::AddAnotherDay(const SentenceView& sentence,
                                const DatePhrase& date,
                                const std::optional<PlacePhrase>& place) {
  if (!sentence_mention_.has_value()) return;
  MeetingMention mention = found_.mentions[*sentence_mention_];
  if (!SetDate(sentence, date, mention)) return;
  if (place.has_value()) SetPlace(*place, mention);
  found_.mentions.push_back(std::move(mention));
}

// False, and nothing is set, when there is no such day.
bool MeetingScan::SetDate(const SentenceView& sentence, const DatePhrase& date,
                          MeetingMention& mention) {
  const int year = date.has_year() ? date.from.year : YearFor(sentence, date);
  std::optional<DateMeaning> meaning = date.Meaning(year);
  if (!meaning.has_value()) return false;
  mention.edtf = std::move(meaning->edtf);
  mention.days = meaning->days;
  mention.date_as_written = CutText(answer_.Slice(date.range), kDateBytesMax);
  mention.detail = date.detail();
  // Under "October 2016" a mere "(tbc)" has its month from the heading.
  const bool beside = !calendar_.has_value() ||
                      date.range.first == calendar_->range.first ||
                      date.range.first != sentence.tokens.first ||
                      date.range.last <= date.range.first + 1;
  mention.year_inferred = !date.has_year() || !beside;
  if (sentence.is_item) {
    entry_date_ = date;
    entry_year_ = year;
  }
  return true;
}

int MeetingScan::YearFor(const SentenceView& sentence,
                         const DatePhrase& date) const {
  if (calendar_.has_value()) return calendar_->from.year;
  if (sentence_year_ != 0) return sentence_year_;
  if (!sentence.is_item || !entry_date_.has_value()) return source_.round_year;
  const bool next_year =
      entry_year_ < source_.round_year && IsEarlierInYear(date, *entry_date_);
  return next_year ? entry_year_ + 1 : entry_year_;
}

}  // namespace compendium
