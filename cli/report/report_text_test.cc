// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

v1::Report AReport() {
  v1::Report report;
  report.set_name("reports/0123456789abcdef0123456789abcdef");
  report.mutable_spec()->set_kind(v1::REPORT_KIND_COVERAGE);
  report.mutable_spec()->mutable_parameters()->set_round("rounds/2016");
  report.mutable_spec()->set_revision(29);
  report.mutable_spec()->set_rule_set("1");
  report.set_content_sha256(std::string(64, 'c'));
  report.mutable_create_time()->set_seconds(1'800'000'000);
  report.set_author("a.diallo");
  v1::ReportFile& file = *report.add_files();
  file.set_format(v1::REPORT_FORMAT_PDF);
  file.set_sha256(std::string(64, 'f'));
  file.set_size_bytes(123'456);
  file.set_file_name("coverage-2016-r29.pdf");
  file.set_made_with("weasyprint 57.2-1");
  return report;
}

size_t WidestLine(absl::string_view text) {
  size_t widest = 0;
  for (const absl::string_view line : absl::StrSplit(text, '\n'))
    widest = std::max(widest, DisplayWidth(line));
  return widest;
}

TEST(ReportTextTest, SaysAllAboutAReport) {
  const std::string text = ReportText(AReport(), 80);
  for (const char* part :
       {"reports/0123456789abcdef0123456789abcdef", "coverage: 2016", "29",
        "2027-01-15", "for a.diallo", "pdf", "123 kB", "coverage-2016-r29.pdf",
        "made with weasyprint 57.2-1"})
    EXPECT_TRUE(absl::StrContains(text, part)) << part << "\n" << text;
  EXPECT_LE(WidestLine(text), 80U) << text;
  EXPECT_LE(WidestLine(ReportListText({AReport()}, 80)), 80U);
}

TEST(ReportTextTest, SaysWhatBecameOfARun) {
  v1::ScheduleRun run;
  run.set_schedule("schedules/monthly");
  run.mutable_due_time()->set_seconds(1'800'000'000);
  run.set_state(v1::RUN_STATE_PENDING);
  run.set_attempt_count(2);
  run.set_error("UNAVAILABLE: the registry is away");
  run.mutable_next_attempt_time()->set_seconds(1'800'000'020);
  const std::string text = RunsText({run}, 80);
  EXPECT_TRUE(absl::StrContains(text, "pending")) << text;
  EXPECT_TRUE(absl::StrContains(text, "attempt 2: UNAVAILABLE")) << text;
  EXPECT_LE(WidestLine(text), 80U) << text;
}

TEST(ReportTextTest, EachEventIsALine) {
  v1::ReportEvent made;
  made.set_sequence(7);
  made.mutable_event_time()->set_seconds(1'800'000'000);
  *made.mutable_report_made() = AReport();
  EXPECT_EQ(ReportEventLine(made),
            "7  2027-01-15 08:00:00Z  made "
            "reports/0123456789abcdef0123456789abcdef (coverage: 2016, "
            "revision 29)\n");
  v1::ReportEvent failed;
  failed.set_sequence(8);
  failed.mutable_delivery_failed()->set_report("reports/a");
  failed.mutable_delivery_failed()->mutable_target()->mutable_http()->set_url(
      "https://example.org/in");
  failed.mutable_delivery_failed()->set_error("got HTTP status 503");
  EXPECT_TRUE(absl::StrContains(
      ReportEventLine(failed),
      "not delivered reports/a to https://example.org/in: got HTTP status "
      "503\n"));
}

TEST(ReportTextTest, AScheduleSaysWhenWhatAndWhy) {
  v1::Schedule schedule;
  schedule.set_name("schedules/monthly");
  schedule.set_title("Coverage for the ministers");
  schedule.set_cron("0 8 1 * *");
  schedule.set_time_zone("Asia/Manila");
  schedule.set_report_kind(v1::REPORT_KIND_COVERAGE);
  schedule.add_formats(v1::REPORT_FORMAT_PDF);
  schedule.set_etag("1");
  schedule.set_author("a.diallo");
  schedule.set_reason("asked for by the chair");
  schedule.add_targets()->mutable_folder()->set_path("ministers");
  const std::string text = ScheduleText(schedule, 80);
  for (const char* part : {"0 8 1 * * in Asia/Manila", "active",
                           "folder ministers", "asked for by the chair"})
    EXPECT_TRUE(absl::StrContains(text, part)) << part << "\n" << text;
  EXPECT_LE(WidestLine(text), 80U);
}

}  // namespace
}  // namespace compendium
