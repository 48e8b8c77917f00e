// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/plain_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "compendium/reporting/v1/report_service.pb.h"
#include "compendium/reporting/v1/reporting_service.pb.h"
#include "lib/request/error_details.h"

namespace compendium::reporting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Route RouteOf(const std::string& path) {
  for (const Route& route : PlainRouteTable())
    if (route.path == path) return route;
  return {};
}

template <class Request>
absl::StatusOr<PlainQuery> Read(const std::string& route,
                                const std::string& target) {
  return ReadPlainQuery(*http::Target::Parse(target), RouteOf(route),
                        *Request::descriptor());
}

TEST(PlainQuery, FieldsAreThoseOfTheRequest) {
  const auto query = Read<v1::GetClashesRequest>(
      "/v1/clashes",
      "/v1/clashes?round=rounds/2016&certain_only=true&min_revision=7&"
      "country_code=ZAF&format=csv&bom=1&raw=1&as_of=29");

  ASSERT_TRUE(query.ok()) << query.status();
  const auto& request =
      static_cast<const v1::GetClashesRequest&>(*query->request);
  EXPECT_EQ(request.round(), "rounds/2016");
  EXPECT_TRUE(request.certain_only());
  EXPECT_EQ(request.min_revision(), 7);
  EXPECT_EQ(request.country_code(), "ZAF");
  EXPECT_EQ(request.as_of_revision(), 29);
  EXPECT_EQ(query->min_revision, 7);
  EXPECT_EQ(query->format, PlainFormat::kCsv);
  EXPECT_TRUE(query->bom);
  EXPECT_EQ(query->csv_text, CsvText::kRaw);
}

TEST(PlainQuery, PastIsARevisionADayOrATime) {
  const auto query = Read<v1::GetCoverageRequest>(
      "/v1/coverage", "/v1/coverage?as_of=1970-01-01");

  ASSERT_TRUE(query.ok()) << query.status();
  EXPECT_EQ(static_cast<const v1::GetCoverageRequest&>(*query->request)
                .as_of_time()
                .seconds(),
            86399);
}

TEST(PlainQuery, PathNamesTheReport) {
  const auto query = Read<v1::GetReportRequest>("/v1/reports/{report}",
                                                "/v1/reports/coverage-1");

  ASSERT_TRUE(query.ok()) << query.status();
  EXPECT_EQ(static_cast<const v1::GetReportRequest&>(*query->request).name(),
            "reports/coverage-1");
}

TEST(PlainQuery, EveryWrongParameterIsNamed) {
  const absl::Status problem =
      Read<v1::GetParticipationRequest>(
          "/v1/participation",
          "/v1/participation?rond=a&role=MEMBER&min_revision=+1&min_revision=1&"
          "format=xml&bom=yes&as_of=yesterday&raw=&asOf=1&as_of_revision=1")
          .status();

  EXPECT_TRUE(absl::IsInvalidArgument(problem));
  EXPECT_THAT(
      FieldPathsOf(problem),
      ElementsAre("rond", "role", "min_revision", "min_revision", "format",
                  "bom", "as_of", "raw", "asOf", "as_of_revision"));
  const auto problems = FieldProblemsOf(problem);
  EXPECT_THAT(problems[0].description, HasSubstr("country_code, role"));
  EXPECT_THAT(problems[1].description,
              HasSubstr("got MEMBER, want one of PARTICIPANT_ROLE_"));
  EXPECT_THAT(problems[3].description, HasSubstr("want it once"));
}

TEST(PlainQuery, RoutesHaveNoMoreThanTheirMethods) {
  EXPECT_TRUE(Read<v1::ListReportsRequest>("/v1/reports",
                                           "/v1/reports?page_size=7&format=csv")
                  .ok());
  EXPECT_FALSE(Read<v1::GetReportRequest>("/v1/reports/{report}",
                                          "/v1/reports/a?format=csv")
                   .ok());
  for (const std::string query :
       {"as_of=1", "name=a", "min_revision=1",
        "page_size=", "page_size=99999999999", "page_size=1.5"})
    EXPECT_FALSE(
        Read<v1::ListReportsRequest>("/v1/reports", "/v1/reports?" + query)
            .ok())
        << query;
  EXPECT_FALSE(Read<v1::GetReportRequest>("/v1/reports/{report}",
                                          "/v1/reports/a?name=reports/b")
                   .ok());
}

}  // namespace
}  // namespace compendium::reporting
