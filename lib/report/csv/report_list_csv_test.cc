// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/report_list_csv.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(ReportListCsv, HasARowForEachFile) {
  google::protobuf::RepeatedPtrField<reporting::v1::Report> reports;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        name: "reports/coverage-1"
        spec {
          kind: REPORT_KIND_ROUND_OVERVIEW
          parameters { round: "rounds/2016" framework: "sdg" }
          revision: 29
          rule_set: "3"
        }
        files {
          format: REPORT_FORMAT_CSV
          sha256: "ab"
          size_bytes: 7
          media_type: "text/csv"
          file_name: "a.csv"
        }
        files { format: REPORT_FORMAT_HTML }
        create_time { seconds: 60 }
        author: "=cmd()"
        schedule: "schedules/weekly"
        due_time { seconds: 59 }
      )pb",
      reports.Add()));

  EXPECT_EQ(ReportListCsv(reports),
            "report,kind,round,mechanism,framework,country_code,from_day,"
            "to_day,revision,rule_set,format,file_name,media_type,size_bytes,"
            "sha256,create_time,author,schedule,due_time\r\n"
            "coverage-1,round overview,2016,,sdg,,,,29,3,csv,a.csv,text/csv,7,"
            "ab,1970-01-01 00:01:00Z,'=cmd(),weekly,1970-01-01 00:00:59Z\r\n"
            "coverage-1,round overview,2016,,sdg,,,,29,3,html,,,0,"
            ",1970-01-01 00:01:00Z,'=cmd(),weekly,1970-01-01 00:00:59Z\r\n");
}

}  // namespace
}  // namespace compendium
