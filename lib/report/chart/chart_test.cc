// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "lib/report/chart/calendar_chart.h"
#include "lib/report/chart/coverage_chart.h"
#include "lib/report/chart/matrix_chart.h"
#include "lib/report/chart/participation_chart.h"
#include "lib/report/chart/svg.h"
#include "lib/report/report_test.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Relative luminance, WCAG 2.1.
double Luminance(absl::string_view color) {
  const double weights[] = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (int i = 0; i < 3; ++i) {
    uint32_t byte = 0;
    EXPECT_TRUE(absl::SimpleHexAtoi(
        color.substr(1 + 2 * static_cast<size_t>(i), 2), &byte));
    const double share = byte / 255.0;
    sum += weights[i] * (share <= 0.03928
                             ? share / 12.92
                             : std::pow((share + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double Contrast(absl::string_view a, absl::string_view b) {
  const double first = Luminance(a) + 0.05;
  const double second = Luminance(b) + 0.05;
  return first > second ? first / second : second / first;
}

TEST(ChartColors, TextCanBeRead) {
  for (int count = 0; count <= 3; ++count)
    EXPECT_GE(Contrast(ShadeOf(count).fill, ShadeOf(count).text), 4.5);
  EXPECT_GE(Contrast(kCertainColor.fill, kCertainColor.text), 4.5);
  EXPECT_GE(Contrast(kPaper.fill, kPaper.text), 4.5);
  // Lines are no text; WCAG asks 3 : 1 of them.
  EXPECT_GE(Contrast(kPaper.fill, kGridColor), 3.0);
}

TEST(ChartColors, MoreIsDarker) {
  for (int count = 1; count <= 3; ++count)
    EXPECT_LT(Luminance(ShadeOf(count).fill),
              Luminance(ShadeOf(count - 1).fill));
  EXPECT_EQ(ShadeOf(99).fill, ShadeOf(3).fill);
}

TEST(SvgWriter, TextIsEscapedAndDescribed) {
  SvgWriter svg("c", 100, 20);
  svg.Text(1, 2, "<script>&\"", kPaper.text);

  const std::string text = svg.ToString("a < b", "\"quoted\"");

  EXPECT_THAT(text, Not(HasSubstr("<script>")));
  EXPECT_THAT(text, HasSubstr("&lt;script&gt;&amp;"));
  EXPECT_THAT(text, HasSubstr("<title id=\"c-title\">a &lt; b</title>"));
  EXPECT_THAT(text, HasSubstr("<desc id=\"c-desc\">&quot;quoted&quot;</desc>"));
  EXPECT_THAT(text, HasSubstr("role=\"img\""));
  EXPECT_THAT(text, HasSubstr("viewBox=\"0 0 100 20\""));
}

TEST(FittingText, IsNeverWiderThanItsRoom) {
  const std::string name(60, 'W');
  for (const int width : {20, 50, 144}) {
    EXPECT_LE(TextWidth(FittingText(name, width)), width);
    EXPECT_THAT(FittingText(name, width), HasSubstr("…"));
  }
  EXPECT_EQ(FittingText("MIDSA", 144), "MIDSA");
}

TEST(DrawMatrix, EveryFigureIsWritten) {
  const DocumentChart chart =
      DrawMatrix({.id = "m",
                  .title = "Title",
                  .description = "What it shows",
                  .columns = {"one", "two"},
                  .rows = {{.name = "row",
                            .cells = {{.lines = {"G1", "T2"}, .count = 3}, {}},
                            .note = "no answer"}}});

  for (const char* text :
       {">one<", ">two<", ">row<", ">G1<", ">T2<", ">no answer<"})
    EXPECT_THAT(chart.svg, HasSubstr(text));
  EXPECT_EQ(chart.description, "What it shows");
}

TEST(CoverageChart, GoalsAndTargetsAreNotAddedUp) {
  const auto content = ContentOf(R"pb(
    coverage {
      framework: "sdg"
      framework_version: "2015"
      nodes {
        code: "10"
        level: NODE_LEVEL_GOAL
        cells {
          mechanism: "mechanisms/midsa"
          claims {}
        }
      }
      nodes {
        code: "10.7"
        level: NODE_LEVEL_TARGET
        parent_code: "10"
        cells {
          mechanism: "mechanisms/midsa"
          claims {}
          claims {}
        }
      }
      mechanisms { mechanism: "mechanisms/midsa" claim_count: 3 }
      mechanisms {
        mechanism: "mechanisms/rcm"
        verdict: COVERAGE_VERDICT_NO_ANSWER
      }
    })pb");

  const DocumentChart chart = CoverageChart(ReportContext(content));

  EXPECT_THAT(chart.svg, HasSubstr(">G1<"));
  EXPECT_THAT(chart.svg, HasSubstr(">T2<"));
  EXPECT_THAT(chart.svg, HasSubstr(">17<"));  // the goals without claims, too
  EXPECT_THAT(chart.svg, HasSubstr(">no answer<"));
}

TEST(CoverageChart, FrameworkWithoutGoalsHasPlainCounts) {
  const auto content = ContentOf(R"pb(
    coverage {
      framework: "gcm"
      framework_version: "none of ours"
      nodes {
        code: "23"
        cells {
          mechanism: "mechanisms/midsa"
          claims {}
        }
      }
      mechanisms { mechanism: "mechanisms/midsa" claim_count: 1 }
    })pb");

  const DocumentChart chart = CoverageChart(ReportContext(content));

  EXPECT_THAT(chart.svg, HasSubstr(">23<"));
  EXPECT_THAT(chart.svg, HasSubstr(">1<"));
}

TEST(CalendarChart, PossibleDaysAreDashed) {
  const auto certain =
      ContentOf("calendar { events { date { edtf: '2016-05-04' } } }");
  const auto possible =
      ContentOf("calendar { events { date { edtf: '2016-05-04?' } } }");
  const auto month =
      ContentOf("calendar { events { date { edtf: '2016-05' } } }");

  const auto certain_chart = CalendarChart(ReportContext(certain));
  const auto possible_chart = CalendarChart(ReportContext(possible));
  const auto month_chart = CalendarChart(ReportContext(month));

  ASSERT_TRUE(certain_chart && possible_chart && month_chart);
  EXPECT_THAT(certain_chart->svg, Not(HasSubstr("stroke-dasharray")));
  EXPECT_THAT(certain_chart->svg, HasSubstr(">May 2016<"));
  EXPECT_THAT(possible_chart->svg, HasSubstr("stroke-dasharray"));
  EXPECT_THAT(month_chart->svg, HasSubstr("stroke-dasharray"));
}

TEST(CalendarChart, WhatHasNoPlaceIsCounted) {
  const auto content = ContentOf(R"pb(
    calendar {
      events { date { edtf: "2016-05-04" } }
      events { date { edtf: "2016" } }
      events {
        date { edtf: "2016-05-05" }
        status: MEETING_STATUS_POSTPONED
      }
      events {}
    })pb");

  const auto chart = CalendarChart(ReportContext(content));

  ASSERT_TRUE(chart.has_value());
  EXPECT_THAT(chart->description, HasSubstr("1 events"));
  EXPECT_THAT(chart->description, HasSubstr("3 that were postponed"));
}

TEST(CalendarChart, NothingToDrawIsNoChart) {
  const auto empty = ContentOf("calendar { events {} }");
  EXPECT_FALSE(CalendarChart(ReportContext(empty)).has_value());

  std::string events;
  for (int i = 0; i <= kChartMonthsMax; ++i)
    absl::StrAppend(&events, "events { date { edtf: '", 1950 + i,
                    "-01-01' } }");
  const auto many = ContentOf(absl::StrCat("calendar {", events, "}"));
  EXPECT_FALSE(CalendarChart(ReportContext(many)).has_value());
}

TEST(ParticipationChart, ParticipantCountsOnceInAMechanism) {
  const auto content = ContentOf(R"pb(
    participation {
      participants {
        region { code: "002" name: "Africa" }
        entries { mechanism: "mechanisms/midsa" round: "rounds/2015" }
        entries { mechanism: "mechanisms/midsa" round: "rounds/2016" }
      }
      participants { entries { mechanism: "mechanisms/midsa" } }
      mechanisms { mechanism: "mechanisms/midsa" round: "rounds/2015" }
      mechanisms { mechanism: "mechanisms/midsa" round: "rounds/2016" }
    })pb");

  const DocumentChart chart = ParticipationChart(ReportContext(content));

  EXPECT_THAT(chart.svg, HasSubstr(">Africa<"));
  EXPECT_THAT(chart.svg, HasSubstr(">None<"));
  EXPECT_THAT(chart.svg, Not(HasSubstr(">2<")));
  EXPECT_THAT(chart.description, HasSubstr("1 mechanism by 2 regions"));
}

}  // namespace
}  // namespace compendium
