// SPDX-License-Identifier: Apache-2.0
#include "lib/report/calendar_document.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/domain/edtf_date.h"
#include "lib/report/chart/calendar_chart.h"
#include "lib/report/document_text.h"
#include "lib/report/exact_days.h"
#include "lib/words/counted.h"
#include "lib/words/event_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

using ::compendium::reporting::v1::CalendarEvent;

bool HasDays(const CalendarEvent& event) {
  return ExactDaysOf(event.date().edtf()).has_value();
}

bool HasNoDate(const CalendarEvent& event) {
  return event.date().edtf().empty();
}

bool IsCoarse(const CalendarEvent& event) {
  return !HasNoDate(event) && !HasDays(event);
}

// Whether the date was marked uncertain or approximate.
bool IsUnsure(const CalendarEvent& event) {
  const auto date = EdtfDate::Parse(event.date().edtf());
  return !date.ok() || date->is_uncertain() || date->is_approximate();
}

int Count(const v1::Calendar& calendar,
          absl::FunctionRef<bool(const CalendarEvent&)> selects) {
  return static_cast<int>(std::count_if(
      calendar.events().begin(), calendar.events().end(),
      [&](const CalendarEvent& event) { return selects(event); }));
}

DocumentRow EventRow(const CalendarEvent& event, ReportContext& context) {
  return {
      .cells = {TextCell(MeetingDateWords(event.date()),
                         IsUnsure(event) ? CellTone::kWeak : CellTone::kPlain),
                TextCell(EventTitleWords(event)),
                TextCell(FullPlaceWords(event.city(), event.country_code())),
                TextCell(KindWords(event.level(), event.status())),
                TextCell(context.ShortNamesOf(event.mechanisms())),
                EvidenceList::Cell(EventEvidence(event, context))}};
}

// A section with the events that `selects` selects; none when there are none.
void AddEventSection(const std::string& id, const std::string& title,
                     const std::string& note,
                     absl::FunctionRef<bool(const CalendarEvent&)> selects,
                     ReportContext& context, Document& document) {
  if (Count(context.content.calendar(), selects) == 0) return;
  DocumentSection section{.id = id, .title = title};
  if (!note.empty()) section.blocks.push_back(NoteParagraph(note));
  section.blocks.push_back(
      EventTable(absl::StrCat(id, "-table"), title, selects, context));
  document.sections.push_back(std::move(section));
}

// In what the sources of events differ; nothing when they agree.
void AddDisagreements(ReportContext& context, Document& document) {
  DocumentTable table{.id = "disagreements-table",
                      .caption = "Where sources differ",
                      .columns = {{.title = "Meeting", .width = 4},
                                  {.title = "What the sources say", .width = 6},
                                  {.title = "Evidence", .width = 2}}};
  for (const CalendarEvent& event : context.content.calendar().events()) {
    for (const int about : event.disagreements())
      table.rows.push_back(
          {.cells = {
               TextCell(EventTitleWords(event)),
               TextCell(DisagreementWords(
                   event, static_cast<v1::Disagreement>(about), context.names)),
               EvidenceList::Cell(EventEvidence(event, context))}});
  }
  if (table.rows.empty()) return;
  document.sections.push_back(
      {.id = "disagreements",
       .title = "Where sources differ",
       .blocks = {NoteParagraph(
                      "These events are told more than once, and not alike. "
                      "Nothing was corrected: who knows better should say so "
                      "to the secretariat."),
                  std::move(table)}});
}

}  // namespace

std::vector<int> EventEvidence(const CalendarEvent& event,
                               ReportContext& context) {
  std::vector<int> numbers;
  for (const v1::EventSource& source : event.sources())
    numbers.push_back(context.evidence.Add(source.questionnaire(),
                                           source.meeting().evidence(),
                                           source.meeting().origin()));
  return numbers;
}

DocumentTable EventTable(std::string id, std::string caption,
                         absl::FunctionRef<bool(const CalendarEvent&)> selects,
                         ReportContext& context) {
  DocumentTable table{.id = std::move(id),
                      .caption = std::move(caption),
                      .columns = {{.title = "Date", .width = 3},
                                  {.title = "Meeting", .width = 6},
                                  {.title = "Place", .width = 3},
                                  {.title = "Kind", .width = 3},
                                  {.title = "Told by", .width = 3},
                                  {.title = "Evidence", .width = 2}}};
  for (const CalendarEvent& event : context.content.calendar().events())
    if (selects(event)) table.rows.push_back(EventRow(event, context));
  return table;
}

std::vector<DocumentBlock> CalendarSummary(const ReportContext& context) {
  const v1::Calendar& calendar = context.content.calendar();
  const int several = Count(calendar, [](const CalendarEvent& event) {
    return event.sources_size() > 1;
  });
  const int disagreeing = Count(calendar, [](const CalendarEvent& event) {
    return event.disagreements_size() > 0;
  });
  std::vector<DocumentBlock> blocks;
  blocks.push_back(PlainParagraph(absl::StrCat(
      Counted(calendar.events_size(), "event"), ": ", Count(calendar, HasDays),
      " with known days, ", Count(calendar, IsCoarse),
      " of which only a month or a longer time is known, ",
      Count(calendar, HasNoDate), " without a date. ", several,
      several == 1 ? " is" : " are", " told more than once; the sources of ",
      disagreeing, " differ.")));
  blocks.push_back(NoteParagraph(
      "Each event counts once, however often and by whomever it is told. Its "
      "date is the most precise one that a source gives, its title the "
      "fullest. “(uncertain)” means that the source leaves the date to be "
      "confirmed, “about” that it is approximate. A date in the past does not "
      "mean that the meeting was held; only “held” does."));
  return blocks;
}

void AddCalendar(ReportContext& context, Document& document) {
  DocumentSection summary{.id = "summary",
                          .title = "At a glance",
                          .blocks = CalendarSummary(context)};
  if (auto chart = CalendarChart(context); chart.has_value())
    summary.blocks.push_back(*std::move(chart));
  document.sections.push_back(std::move(summary));
  AddEventSection("days", "Meetings with known days", "", HasDays, context,
                  document);
  AddEventSection("longer", "Meetings without known days",
                  "Of these only a month, several days to choose from or a "
                  "longer time is known. They stand in the order of the first "
                  "day that they may begin.",
                  IsCoarse, context, document);
  AddEventSection("undated", "Meetings without a date", "", HasNoDate, context,
                  document);
  AddDisagreements(context, document);
  document.sections.push_back(context.evidence.ToSection());
}

}  // namespace compendium
