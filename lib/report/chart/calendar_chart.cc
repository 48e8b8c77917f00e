// SPDX-License-Identifier: Apache-2.0
#include "lib/report/chart/calendar_chart.h"

#include <map>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "lib/domain/edtf_date.h"
#include "lib/report/chart/svg.h"
#include "lib/report/exact_days.h"
#include "lib/words/date_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

constexpr int kDays = 31;
constexpr int kLabelWidth = 72;
constexpr int kDayWidth = 20;
constexpr int kMonthOnlyWidth = 44;
constexpr int kHead = 22;
constexpr int kHalf = 15;  // height of the certain and of the possible ones
constexpr int kGap = 4;    // between rows

// A meeting that lasts longer is a programme, and would mark every day.
constexpr int kDrawnDaysMax = 62;

// How many meetings there are on a day or in a month.
struct Mark {
  int certain_count = 0;
  int possible_count = 0;
};

struct Month {
  Mark days[kDays];
  int month_only_count = 0;
  bool has_possible_days = false;
};

struct Strip {
  std::map<absl::CivilMonth, Month> months;
  int drawn_count = 0;
  int left_out_count = 0;
};

void Draw(const v1::CalendarEvent& event, Strip& strip) {
  const auto date = EdtfDate::Parse(event.date().edtf());
  const bool is_postponed =
      event.status() == registry::v1::MEETING_STATUS_POSTPONED;
  const auto days = ExactDaysOf(event.date().edtf());
  if (!is_postponed && days.has_value() &&
      days->last - days->first < kDrawnDaysMax) {
    const bool is_certain =
        !date->is_uncertain() && !date->is_approximate() &&
        event.status() != registry::v1::MEETING_STATUS_TENTATIVE;
    for (absl::CivilDay day = days->first; day <= days->last; ++day) {
      Mark& mark = strip.months[absl::CivilMonth(day)].days[day.day() - 1];
      ++(is_certain ? mark.certain_count : mark.possible_count);
      if (!is_certain)
        strip.months[absl::CivilMonth(day)].has_possible_days = true;
    }
    ++strip.drawn_count;
    return;
  }
  const bool in_one_month = !is_postponed && date.ok() &&
                            date->earliest_day().is_day() &&
                            date->latest_day().is_day() &&
                            absl::CivilMonth(date->earliest_day().day()) ==
                                absl::CivilMonth(date->latest_day().day());
  if (in_one_month) {
    ++strip.months[absl::CivilMonth(date->earliest_day().day())]
          .month_only_count;
    ++strip.drawn_count;
  } else {
    ++strip.left_out_count;
  }
}

// Adds the months between the first and the last that have no meeting, so that
// gaps are seen, as long as all fit.
void FillGaps(std::map<absl::CivilMonth, Month>& months) {
  if (months.empty()) return;
  const absl::CivilMonth first = months.begin()->first;
  const absl::CivilMonth last = months.rbegin()->first;
  if (last - first >= kChartMonthsMax) return;
  for (absl::CivilMonth month = first; month <= last; ++month) months[month];
}

void DrawCount(const SvgBox& box, int count, bool is_certain, SvgWriter& svg) {
  if (count == 0) return;
  const ChartColor color = is_certain ? kCertainColor : kPaper;
  svg.Box(box, color.fill, kCertainColor.fill, !is_certain);
  svg.TextIn(box, absl::StrCat(count), color.text);
}

// Twice as high where a second line is needed.
int HeightOf(const Month& month) {
  return month.has_possible_days ? 2 * kHalf : kHalf;
}

void DrawMonth(absl::CivilMonth month, const Month& marks, int y,
               SvgWriter& svg) {
  const int height = HeightOf(marks);
  svg.Text(0, y + height / 2 + kTextSize / 3,
           absl::StrCat(MonthWord(month.month()), " ", month.year()),
           kPaper.text);
  const int days =
      static_cast<int>(absl::CivilDay(month + 1) - absl::CivilDay(month));
  for (int i = 0; i < days; ++i) {
    const int x = kLabelWidth + i * kDayWidth;
    svg.Box({x, y, kDayWidth, height}, kPaper.fill, kGridColor);
    DrawCount({x + 1, y + 1, kDayWidth - 2, kHalf - 2},
              marks.days[i].certain_count, /*is_certain=*/true, svg);
    DrawCount({x + 1, y + kHalf + 1, kDayWidth - 2, kHalf - 2},
              marks.days[i].possible_count, /*is_certain=*/false, svg);
  }
  DrawCount({kLabelWidth + kDays * kDayWidth + 8, y + (height - kHalf) / 2,
             kMonthOnlyWidth - 16, kHalf},
            marks.month_only_count, /*is_certain=*/false, svg);
}

}  // namespace

std::optional<DocumentChart> CalendarChart(const ReportContext& context) {
  Strip strip;
  for (const v1::CalendarEvent& event : context.content.calendar().events())
    Draw(event, strip);
  FillGaps(strip.months);
  const int rows = static_cast<int>(strip.months.size());
  if (rows == 0 || rows > kChartMonthsMax) return std::nullopt;

  DocumentChart chart{.id = "calendar-chart", .title = "Meetings by day"};
  chart.description = absl::StrCat(
      strip.drawn_count,
      " events, a row for each month and a column for each "
      "day. A full box counts those that certainly take place on the day, a "
      "dashed one those that are tentative or whose days are left to be "
      "confirmed; the last column "
      "those of which only the month is known. ",
      strip.left_out_count,
      " that were postponed, or of which a longer time or nothing is known, "
      "are not drawn. The tables have all of them.");
  int height = kHead;
  for (const auto& [month, marks] : strip.months)
    height += HeightOf(marks) + kGap;
  SvgWriter svg(chart.id, kLabelWidth + kDays * kDayWidth + kMonthOnlyWidth,
                height);
  for (int i = 0; i < kDays; ++i)
    svg.TextIn({kLabelWidth + i * kDayWidth, 0, kDayWidth, kHead},
               absl::StrCat(i + 1), kPaper.text);
  svg.TextIn({kLabelWidth + kDays * kDayWidth, 0, kMonthOnlyWidth, kHead},
             "month", kPaper.text);
  int y = kHead;
  for (const auto& [month, marks] : strip.months) {
    DrawMonth(month, marks, y, svg);
    y += HeightOf(marks) + kGap;
  }
  chart.svg = svg.ToString(chart.title, chart.description);
  return chart;
}

}  // namespace compendium
