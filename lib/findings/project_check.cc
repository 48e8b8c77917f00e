// SPDX-License-Identifier: Apache-2.0
// reversed-period, ended-project, earlier-project and earlier-publication. A
// period that ends before it begins is no EDTF, so it is read from its words.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/domain/day_bound.h"
#include "lib/domain/edtf_date.h"
#include "lib/extract/date_phrase.h"
#include "lib/findings/checks.h"
#include "lib/findings/round_items.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

std::optional<EdtfDate> DateOf(const v1::UncertainDate& date) {
  if (date.edtf().empty()) return std::nullopt;
  const auto parsed = EdtfDate::Parse(date.edtf());
  return parsed.ok() ? std::optional<EdtfDate>(*parsed) : std::nullopt;
}

// The day on which a point of a date begins; nothing without its year.
std::optional<absl::CivilDay> FirstDay(const DatePoint& point) {
  if (point.year == 0 || point.season != 0) return std::nullopt;
  return absl::CivilDay(point.year, point.month == 0 ? 1 : point.month,
                        point.day == 0 ? 1 : point.day);
}

// Whether the words name an end that lies before the beginning.
bool IsReversed(absl::string_view as_written) {
  const AnswerText text(as_written);
  const DatePhrases dates = FindDates(text.tokens(), {0, text.tokens().size()});
  if (dates.empty()) return false;
  const DatePhrase& begin = dates.front();
  const DatePhrase& end = dates.back();
  // Three dates are more than a period; nothing is known of what they mean.
  if (dates.size() > 2 || (dates.size() == 1 && !begin.is_interval)) {
    return false;
  }
  const auto first = FirstDay(begin.from);
  const auto last = FirstDay(end.to);
  // "2016" may end after "June 2016" as a whole.
  const bool comparable = begin.detail() == end.detail();
  return first.has_value() && last.has_value() && comparable && *last < *first;
}

void CheckPeriod(const QuestionnaireView& view, const v1::Project& project,
                 FindingList& list) {
  if (!IsReversed(project.period().as_written())) return;
  list.Add({"reversed-period",
            v1::FINDING_SEVERITY_ERROR,
            absl::StrCat("The project ", InMessage(project.title()),
                         " ends before it begins: ",
                         InMessage(project.period().as_written()), "."),
            "Ask the respondent for the dates and correct the period.",
            {view.QuoteOf(project.evidence())},
            project.title()});
}

void CheckProjectInRound(const v1::Questionnaire& items,
                         const v1::Project& project,
                         const FindingOptions& options, FindingList& list) {
  const auto add = [&](absl::string_view check, v1::FindingSeverity severity,
                       absl::string_view what, std::string resolution) {
    list.Add(
        {check,
         severity,
         absl::StrCat("The project ", InMessage(project.title()), " ", what,
                      ": ", InMessage(project.period().as_written()), "."),
         std::move(resolution),
         {QuoteOfRoundItem(items, project)},
         project.title()});
  };
  const auto date = DateOf(project.period());
  if (!date.has_value() || IsReversed(project.period().as_written())) return;
  const auto judged = JudgedDay(options);
  const int round_year = options.round_year;
  if (judged.has_value() && date->search_to_day().is_day() &&
      date->search_to_day().day() < *judged) {
    add("ended-project", v1::FINDING_SEVERITY_WARNING,
        absl::StrCat("ended before ", IsoDay(*judged)),
        "Ask whether it was prolonged, and correct the period; else it is "
        "not of this round.");
  } else if (round_year != 0 && date->search_from_day().is_day() &&
             date->search_from_day().day().year() < round_year) {
    add("earlier-project", v1::FINDING_SEVERITY_NOTE,
        absl::StrCat("began before ", round_year),
        "Nothing, if the mechanism joined it in the round's year; else it is "
        "not new.");
  }
}

void CheckPublication(const QuestionnaireView& view,
                      const v1::Publication& publication, FindingList& list) {
  const auto date = DateOf(publication.date());
  const int round_year = view.round_year();
  if (!date.has_value() || round_year == 0 || !date->search_to_day().is_day() ||
      date->search_to_day().day().year() >= round_year) {
    return;
  }
  list.Add({"earlier-publication",
            v1::FINDING_SEVERITY_NOTE,
            absl::StrCat("The publication ", InMessage(publication.title()),
                         " is of ", InMessage(publication.date().as_written()),
                         ", before ", round_year, "."),
            "Nothing, if it came out late; else it is not new.",
            {view.QuoteOf(publication.evidence())},
            publication.title()});
}

}  // namespace

void CheckProjects(const QuestionnaireView& view, FindingList& list) {
  for (const v1::Project& project : view.questionnaire().projects()) {
    CheckPeriod(view, project, list);
  }
  for (const v1::Publication& publication :
       view.questionnaire().publications()) {
    CheckPublication(view, publication, list);
  }
}

void CheckProjectsInRound(const v1::Questionnaire& items,
                          const FindingOptions& options, FindingList& list) {
  for (const v1::Project& project : items.projects()) {
    CheckProjectInRound(items, project, options, list);
  }
}

}  // namespace compendium
