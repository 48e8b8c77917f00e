// SPDX-License-Identifier: Apache-2.0
// MeetingScan: entries of lists without dates, in questions about meetings.
#include <algorithm>
#include <optional>

#include "lib/extract/counted_meeting.h"
#include "lib/extract/entry_title.h"
#include "lib/extract/meeting_scan.h"
#include "lib/extract/meeting_status.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

using registry::v1::MEETING_STATUS_PLANNED;
using registry::v1::MEETING_STATUS_POSTPONED;

// A line that is no item of a list is an entry only if it is short.
constexpr size_t kNominalTokensMax = 40;
// Where the words "Planning for the", "Convening of" in front of an entry end.
// `ahead` tells that they announce it.
size_t SkipIntro(const AnswerText& answer, TokenRange range, bool& ahead) {
  const Token& token = answer.token(range.first);
  ahead = IsOneOf(token, " planning preparing preparation preparations "_words);
  if (!ahead &&
      !IsOneOf(token,
               " convening holding organizing organising organization "
               "organisation hosting "_words)) {
    return range.first;
  }
  size_t at = range.first + 1;
  while (at < range.last && (IsOneOf(answer.token(at), " of for "_words) ||
                             IsDeterminer(answer.token(at)))) {
    ++at;
  }
  return at;
}

}  // namespace

// Two entries that lost the line end between them: "Expert meeting (in spring)
// Ministerial event postponed".
bool MeetingScan::ReadTwoNominals(const SentenceView& sentence) {
  const TokenRange tokens = sentence.tokens;
  if (tokens.size() > kNominalTokensMax) return false;
  for (size_t at = tokens.first; at + 1 < tokens.last; ++at) {
    if (!answer_.token(at).Is(')') ||
        !StartsMeeting(answer_, at + 1, tokens.last)) {
      continue;
    }
    SentenceView half = sentence;
    half.tokens = {tokens.first, at + 1};
    if (!ReadNominal(half)) return false;
    half.tokens = {at + 1, tokens.last};
    ReadNominal(half);
    return true;
  }
  return false;
}

// An entry: "6th Core Group meeting: preparation of …", "Planning for the forum
// in Lusaka".
bool MeetingScan::ReadNominal(const SentenceView& sentence) {
  const TokenRange tokens = sentence.tokens;
  if (!sentence.is_first) return false;
  if (ReadTwoNominals(sentence)) return true;
  if (!sentence.is_item && tokens.size() > kNominalTokensMax) return false;
  bool ahead = false;
  size_t start = SkipIntro(answer_, tokens, ahead);
  const bool introduced = start > tokens.first;
  // The number of an entry, torn from its dot.
  start = TrimTitle(answer_, {start, tokens.last}).first;
  if (start >= tokens.last) return false;
  if (!introduced && IsDeterminer(answer_.token(tokens.first))) return false;
  const bool counted = IsCount(answer_, start, tokens.last);
  int count = 1;
  if (counted) {
    count = std::max(1, CountValue(answer_.token(start)));
    // A number of meetings is told as one entry where meetings are asked for.
    if (source_.topic != QuestionTopic::kMeetings || introduced) return false;
    if (CountValue(answer_.token(start)) == 0 || HasAuxiliary(answer_, tokens))
      return false;
    ++start;
    if (start >= tokens.last) return false;
  }
  size_t end = 0;
  size_t noun = FindMeetingNoun(answer_, {start, tokens.last}, false);
  if (IsEdition(answer_, source_.names, start, tokens.last, end)) {
    noun = std::min(noun, end - 1);
  }
  if (noun >= tokens.last || TitleStart(answer_, start, noun) != start) {
    return false;
  }
  // "Organisation of meetings" speaks of no meeting in particular.
  if (introduced && IsPlural(answer_.token(noun)) &&
      OrdinalAt(answer_, start, tokens.last) == 0) {
    return false;
  }
  std::optional<PlacePhrase> place;
  size_t last = EntryTitleEnd(answer_, {start, tokens.last}, place);
  // What stands behind the colon describes; it does not say when.
  const TokenRange words{tokens.first, std::max(last, noun + 1)};
  for (size_t at = noun; at < last; ++at) {
    const Token& token = answer_.token(at);
    const bool infinitive = token.IsWord("to") && at + 1 < last &&
                            IsOneOf(answer_.token(at + 1), " be take "_words);
    if (IsAuxiliary(token) || token.Is('"') || infinitive ||
        IsOneOf(token, " postponed cancelled canceled deferred "_words)) {
      last = at;
    }
  }
  registry::v1::MeetingStatus status = StatusInWords(answer_, words);
  if (ahead) status = MEETING_STATUS_PLANNED;
  if (StatusOf(tokens) == MEETING_STATUS_POSTPONED) {
    status = MEETING_STATUS_POSTPONED;
  }
  const int events =
      count > 1 ? EventCount(answer_, count, noun, tokens.last) : 1;
  AddUndated(sentence, {start, std::max(last, noun + 1)}, status, events);
  return true;
}

// Where other things are asked for, an entry such as "Planning for the 3rd
// Forum in 2017" announces a meeting when it has a number and a year.
void MeetingScan::ReadAnnounced(const SentenceView& sentence) {
  const TokenRange tokens = sentence.tokens;
  if (!sentence.is_first || tokens.size() > kNominalTokensMax) return;
  const auto year =
      std::find_if(sentence_dates_.begin(), sentence_dates_.end(),
                   [](const DatePhrase& date) { return !date.is_interval; });
  if (year == sentence_dates_.end()) return;
  bool ahead = false;
  const size_t start = SkipIntro(answer_, tokens, ahead);
  if (!ahead || start >= tokens.last || year->from.year < source_.round_year ||
      OrdinalAt(answer_, start, tokens.last) == 0) {
    return;
  }
  size_t end = std::max(start, year->range.first);
  while (end > start &&
         IsOneOf(answer_.token(end - 1), " in for during "_words)) {
    --end;
  }
  const size_t noun = FindMeetingNoun(answer_, {start, end}, false);
  if (noun >= end || TitleStart(answer_, start, noun) != start) return;
  AddUndated(sentence, {start, end}, MEETING_STATUS_PLANNED);
}

}  // namespace compendium
