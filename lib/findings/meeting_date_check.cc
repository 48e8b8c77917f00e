// SPDX-License-Identifier: Apache-2.0
// planned-past, held-ahead, unclear-year and undated-meetings: the dates of
// single mentions.
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "lib/domain/day_bound.h"
#include "lib/domain/edtf_date.h"
#include "lib/findings/checks.h"
#include "lib/findings/day_span.h"
#include "lib/findings/round_items.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

bool IsAhead(v1::MeetingStatus status) {
  return status == v1::MEETING_STATUS_PLANNED ||
         status == v1::MEETING_STATUS_TENTATIVE;
}

void CheckHeld(const QuestionnaireView& view, const v1::Meeting& meeting,
               FindingList& list) {
  const auto days = SpanOf(meeting.date().edtf());
  const int round_year = view.round_year();
  if (!days.has_value() || round_year == 0) return;
  if (meeting.status() != v1::MEETING_STATUS_HELD ||
      days->first.year() <= round_year) {
    return;
  }
  list.Add({"held-ahead",
            v1::FINDING_SEVERITY_WARNING,
            absl::StrCat(InMessage(meeting.title()), " was held on ",
                         InMessage(meeting.date().as_written()), ", after ",
                         round_year, ", the year of the round."),
            "Correct the year, or the status if it is only planned.",
            {view.QuoteOf(meeting.evidence())},
            meeting.date().edtf()});
}

int YearOf(const v1::Meeting& meeting) {
  const auto days = SpanOf(meeting.date().edtf());
  return days.has_value() ? static_cast<int>(days->first.year()) : 0;
}

// The mentions of one answer, in order. A date without year is unclear when the
// nearest years that are written before and behind it differ.
void CheckYears(const QuestionnaireView& view,
                const std::vector<const v1::Meeting*>& mentions,
                FindingList& list) {
  std::vector<int> year_after(mentions.size() + 1, 0);
  for (size_t i = mentions.size(); i-- > 0;) {
    const bool written = !mentions[i]->date().year_inferred();
    const int year = written ? YearOf(*mentions[i]) : 0;
    year_after[i] = year != 0 ? year : year_after[i + 1];
  }
  int year_before = 0;
  for (size_t i = 0; i < mentions.size(); ++i) {
    const v1::Meeting& meeting = *mentions[i];
    const int year = YearOf(meeting);
    if (year == 0) continue;
    if (!meeting.date().year_inferred()) {
      year_before = year;
      continue;
    }
    const int after = year_after[i + 1];
    if (year_before == 0 || after == 0 || year_before == after) continue;
    list.Add(
        {"unclear-year",
         v1::FINDING_SEVERITY_WARNING,
         absl::StrCat(InMessage(meeting.date().as_written()),
                      " has no year and stands between dates of ", year_before,
                      " and ", after, "; it was taken for ", year, "."),
         "Ask the respondent for the year and correct the date.",
         {view.QuoteOf(meeting.evidence())},
         meeting.date().as_written()});
  }
}

// "The recommendations of the 2015 meeting": a year is all that it needs.
bool IsOfAnEarlierYear(const QuestionnaireView& view,
                       const v1::Meeting& meeting) {
  const auto date = EdtfDate::Parse(meeting.date().edtf());
  return date.ok() && date->search_to_day().is_day() &&
         date->search_to_day().day().year() < view.round_year();
}

void CheckUndated(const QuestionnaireView& view, const AnswerView& answer,
                  const std::vector<const v1::Meeting*>& mentions,
                  const absl::flat_hash_set<std::string>& dated,
                  FindingList& list) {
  if (answer.topic != QuestionTopic::kMeetings &&
      answer.topic != QuestionTopic::kSeniorOfficials &&
      answer.topic != QuestionTopic::kMinisterial) {
    return;
  }
  std::vector<v1::FindingEvidence> evidence;
  std::string titles;
  size_t count = 0;
  for (const v1::Meeting* const meeting : mentions) {
    if (SpanOf(meeting->date().edtf()).has_value()) continue;
    if (meeting->status() == v1::MEETING_STATUS_POSTPONED) continue;
    if (IsOfAnEarlierYear(view, *meeting)) continue;
    if (!meeting->event_key().empty() && dated.contains(meeting->event_key())) {
      continue;
    }
    ++count;
    if (count <= 3) {
      absl::StrAppend(&titles, count == 1 ? "" : ", ",
                      InMessage(meeting->title()));
    }
    evidence.push_back(view.QuoteOf(meeting->evidence()));
  }
  if (count == 0) return;
  list.Add({"undated-meetings", v1::FINDING_SEVERITY_NOTE,
            absl::StrCat(
                "Question ", answer.id(), " names ",
                count == 1 ? "a meeting" : absl::StrCat(count, " meetings"),
                " without day or month: ", titles, count > 3 ? " …" : "", "."),
            "Ask the respondent for the dates; without them the calendar "
            "cannot show these meetings.",
            std::move(evidence), ""});
}

}  // namespace

void CheckMeetingDates(const QuestionnaireView& view, FindingList& list) {
  absl::flat_hash_set<std::string> dated;  // event keys
  for (const v1::Meeting& meeting : view.questionnaire().meetings()) {
    if (SpanOf(meeting.date().edtf()).has_value()) {
      dated.insert(meeting.event_key());
    }
    CheckHeld(view, meeting, list);
  }
  for (const AnswerView& answer : view.answers()) {
    std::vector<const v1::Meeting*> mentions;
    for (const v1::Meeting& meeting : view.questionnaire().meetings()) {
      if (meeting.evidence().question_id() == answer.id()) {
        mentions.push_back(&meeting);
      }
    }
    CheckYears(view, mentions, list);
    CheckUndated(view, answer, mentions, dated, list);
  }
}

void CheckMeetingsInRound(const v1::Questionnaire& items,
                          const FindingOptions& options, FindingList& list) {
  const auto judged = JudgedDay(options);
  if (!judged.has_value()) return;
  for (const v1::Meeting& meeting : items.meetings()) {
    const auto days = SpanOf(meeting.date().edtf());
    if (!days.has_value() || !IsAhead(meeting.status())) continue;
    if (days->last >= *judged) continue;
    list.Add({"planned-past",
              v1::FINDING_SEVERITY_NOTE,
              absl::StrCat(InMessage(meeting.title()), " is planned for ",
                           InMessage(meeting.date().as_written()),
                           ", which was over on ", IsoDay(*judged), "."),
              "Ask whether it was held, and set its status or its year.",
              {QuoteOfRoundItem(items, meeting)},
              meeting.date().edtf()});
  }
}

}  // namespace compendium
