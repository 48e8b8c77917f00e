// SPDX-License-Identifier: Apache-2.0
// impossible-date and stated-meetings: what only the text of an answer shows.
#include <string>

#include "absl/strings/str_cat.h"
#include "lib/extract/date_phrase.h"
#include "lib/extract/meeting_words.h"
#include "lib/findings/checks.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// A leap year, so that only days that no year has are impossible where none is
// written.
constexpr int kAnyYear = 2016;
// Words between a number and its meetings: "6 regional expert meetings".
constexpr size_t kReach = 4;
// Larger numbers than this are no count of meetings.
constexpr int kCountMax = 99;

// Only the 29th to the 31st of a month may not exist; reading dates is dear.
bool MayHoldImpossibleDate(const AnswerText& text, TokenRange line) {
  for (size_t at = line.first; at < line.last; ++at) {
    const Token& token = text.token(at);
    if (!token.is_number()) continue;
    if (const int day = token.Value(); day >= 29 && day <= 31) return true;
  }
  return false;
}

void CheckDates(const QuestionnaireView& view, const AnswerView& answer,
                FindingList& list) {
  for (const TextLine& line : answer.text.lines()) {
    if (!MayHoldImpossibleDate(answer.text, line.tokens)) continue;
    for (const DatePhrase& date :
         FindDates(answer.text.tokens(), line.tokens)) {
      if (date.ToEdtf(kAnyYear).has_value()) continue;
      list.Add({"impossible-date",
                v1::FINDING_SEVERITY_WARNING,
                absl::StrCat("Question ", answer.id(), " gives the date ",
                             InMessage(answer.text.Slice(date.range)),
                             ", which the calendar does not have."),
                "Ask the respondent for the date and enter it.",
                {view.Quote(answer, date.range)},
                ""});
    }
  }
}

// The count in "6 meetings have been held"; 0 when a line states none.
int StatedMeetings(const AnswerText& text, const TextLine& line) {
  if (line.marker != LineMarker::kNone) return 0;
  const size_t last = line.tokens.last;
  for (size_t at = line.tokens.first; at < last; ++at) {
    const Token& token = text.token(at);
    const int count = token.is_number() ? token.Value() : CountValue(token);
    if (count < 2 || count > kCountMax) continue;
    for (size_t noun = at + 1; noun < last && noun <= at + kReach; ++noun) {
      if (text.token(noun).kind == TokenKind::kMark) break;
      if (!IsMeetingNoun(text, noun, last)) continue;
      if (!IsPlural(text.token(noun))) break;
      for (size_t verb = noun + 1; verb < last; ++verb) {
        if (IsEventVerb(text.token(verb))) return count;
      }
      return 0;
    }
  }
  return 0;
}

// Whether an item of a list tells of a meeting.
bool TellsOfMeeting(const AnswerText& text, TokenRange item) {
  return FindMeetingNoun(text, item, true) < item.last ||
         !FindDates(text.tokens(), item).empty();
}

void CheckCounts(const QuestionnaireView& view, const AnswerView& answer,
                 FindingList& list) {
  const std::vector<TextLine>& lines = answer.text.lines();
  for (size_t i = 0; i < lines.size(); ++i) {
    const int count = StatedMeetings(answer.text, lines[i]);
    if (count == 0) continue;
    size_t end = i + 1;
    bool all_meetings = true;
    for (; end < lines.size() && lines[end].marker != LineMarker::kNone;
         ++end) {
      all_meetings &= TellsOfMeeting(answer.text, lines[end].tokens);
    }
    const size_t listed = end - i - 1;
    // One item, or items about other things, do not list the meetings.
    if (listed < 2 || !all_meetings || listed == static_cast<size_t>(count)) {
      continue;
    }
    list.Add({"stated-meetings",
              v1::FINDING_SEVERITY_WARNING,
              absl::StrCat("Question ", answer.id(), " speaks of ", count,
                           " meetings and lists ", listed, "."),
              "Ask the respondent which meeting is missing or counted twice.",
              {view.Quote(answer, lines[i].tokens)},
              absl::StrCat(count, " ", listed)});
  }
}

}  // namespace

void CheckImpossibleDates(const QuestionnaireView& view, FindingList& list) {
  for (const AnswerView& answer : view.answers()) {
    if (answer.answered) CheckDates(view, answer, list);
  }
}

void CheckStatedMeetings(const QuestionnaireView& view, FindingList& list) {
  for (const AnswerView& answer : view.answers()) {
    if (answer.answered && AsksForMeetings(answer.topic)) {
      CheckCounts(view, answer, list);
    }
  }
}

}  // namespace compendium
