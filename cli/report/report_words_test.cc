// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_words.h"

#include <gtest/gtest.h>

#include "cli/exit_code.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

TEST(ReportWordsTest, EveryKindAndFormatHasAWordAndBack) {
  for (int i = 1; i < v1::ReportKind_ARRAYSIZE; ++i) {
    const auto kind = static_cast<v1::ReportKind>(i);
    EXPECT_EQ(*ParseKind(KindWord(kind)), kind);
  }
  for (int i = 1; i < v1::ReportFormat_ARRAYSIZE; ++i) {
    const auto format = static_cast<v1::ReportFormat>(i);
    EXPECT_EQ(*ParseFormat(FormatWord(format)), format);
  }
  EXPECT_EQ(KindWord(v1::REPORT_KIND_ROUND_OVERVIEW), "round-overview");
  EXPECT_EQ(*ParseCatchUp("latest"), v1::CATCH_UP_LATEST);
}

TEST(ReportWordsTest, AnotherWordIsAWrongCommandLine) {
  const absl::Status status = ParseKind("weather").status();
  EXPECT_EQ(ExitCodeOf(status), ExitCode::kUsage);
  EXPECT_EQ(status.message(),
            "got weather, want one of coverage, calendar, clashes, completion, "
            "participation, round-overview, mechanism-profile, compendium");
}

TEST(ReportWordsTest, ParametersTakeShortNamesAndGiveThem) {
  const v1::ReportParameters parameters =
      ParametersOf({.round = "2016",
                    .mechanism = "bali-process",
                    .framework = "gcm",
                    .country = "",
                    .from = "2016-01-01",
                    .to = ""});
  EXPECT_EQ(parameters.round(), "rounds/2016");
  EXPECT_EQ(parameters.mechanism(), "mechanisms/bali-process");
  EXPECT_EQ(ParameterWords(parameters),
            "2016, bali-process, gcm, from 2016-01-01");
  EXPECT_EQ(ParameterWords({}), "");
}

TEST(ReportWordsTest, NamesMayBeShort) {
  EXPECT_EQ(FullReportName("abc"), "reports/abc");
  EXPECT_EQ(FullReportName("reports/abc"), "reports/abc");
  EXPECT_EQ(FullScheduleName(""), "");
}

}  // namespace
}  // namespace compendium
