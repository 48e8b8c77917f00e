// SPDX-License-Identifier: Apache-2.0
#include "lib/report/write_data.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include "absl/strings/match.h"
#include "lib/report/csv/coverage_csv.h"
#include "lib/report/report_test.h"
#include "lib/request/error_details.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(FormatsOf, AreThoseOfTheKind) {
  EXPECT_THAT(FormatsOf(v1::REPORT_KIND_COMPENDIUM),
              ElementsAre(v1::REPORT_FORMAT_HTML, v1::REPORT_FORMAT_PDF,
                          v1::REPORT_FORMAT_DOCX, v1::REPORT_FORMAT_XLSX,
                          v1::REPORT_FORMAT_JSON, v1::REPORT_FORMAT_MARKDOWN));
  EXPECT_THAT(FormatsOf(v1::REPORT_KIND_CALENDAR),
              Contains(v1::REPORT_FORMAT_ICALENDAR));
  EXPECT_THAT(FormatsOf(v1::REPORT_KIND_CLASHES),
              Contains(v1::REPORT_FORMAT_CSV));
  EXPECT_THAT(FormatsOf(v1::REPORT_KIND_CLASHES),
              Not(Contains(v1::REPORT_FORMAT_ICALENDAR)));
  EXPECT_THAT(FormatsOf(v1::REPORT_KIND_UNSPECIFIED), IsEmpty());
  EXPECT_THAT(FormatsOf(static_cast<v1::ReportKind>(99)), IsEmpty());
}

TEST(CheckFormat, NamesKindAndFormat) {
  const absl::Status status =
      CheckFormat(v1::REPORT_KIND_COMPENDIUM, v1::REPORT_FORMAT_CSV);

  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(FieldPathsOf(status), ElementsAre("format"));
  EXPECT_THAT(std::string(status.message()),
              HasSubstr("got REPORT_FORMAT_CSV of REPORT_KIND_COMPENDIUM, want "
                        "one of REPORT_FORMAT_HTML"));
  EXPECT_FALSE(
      CheckFormat(v1::REPORT_KIND_COMPENDIUM, v1::REPORT_FORMAT_UNSPECIFIED)
          .ok());
  EXPECT_FALSE(
      CheckFormat(static_cast<v1::ReportKind>(99), v1::REPORT_FORMAT_JSON)
          .ok());
  EXPECT_TRUE(
      CheckFormat(v1::REPORT_KIND_COVERAGE, v1::REPORT_FORMAT_CSV).ok());
}

TEST(WriteData, CsvIsThatOfTheCommand) {
  const v1::ReportContent content = ContentOf(R"pb(
    spec { kind: REPORT_KIND_COVERAGE }
    coverage {
      framework: "sdg"
      nodes {
        code: "10.7"
        cells {
          mechanism: "mechanisms/midsa"
          claims { question_id: "2C" }
        }
      }
    })pb");

  const auto csv = WriteData(content, v1::REPORT_FORMAT_CSV);

  ASSERT_TRUE(csv.ok()) << csv.status();
  EXPECT_EQ(*csv, CoverageCsv(content.coverage(), 7));
}

TEST(WriteData, EveryTableHasItsOwnHead) {
  const std::pair<v1::ReportKind, const char*> heads[] = {
      {v1::REPORT_KIND_COVERAGE, "round,framework"},
      {v1::REPORT_KIND_CALENDAR, "event_key,"},
      {v1::REPORT_KIND_CLASHES, "certainty,"},
      {v1::REPORT_KIND_COMPLETION, "round,mechanism"},
      {v1::REPORT_KIND_PARTICIPATION, "country_code,name"}};
  for (const auto& [kind, head] : heads) {
    v1::ReportContent content = ContentOf("");
    content.mutable_spec()->set_kind(kind);
    const auto csv = WriteData(content, v1::REPORT_FORMAT_CSV);
    ASSERT_TRUE(csv.ok()) << csv.status();
    EXPECT_TRUE(absl::StartsWith(*csv, head)) << *csv;
  }
}

TEST(WriteData, JsonIsTheContent) {
  const v1::ReportContent content =
      ContentOf("spec { kind: REPORT_KIND_CALENDAR } calendar {}");

  const auto json = WriteData(content, v1::REPORT_FORMAT_JSON);

  ASSERT_TRUE(json.ok()) << json.status();
  v1::ReportContent read;
  ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(*json, &read).ok());
  EXPECT_TRUE(
      google::protobuf::util::MessageDifferencer::Equals(read, content));
}

TEST(WriteData, DocumentsAreWrittenElsewhere) {
  const v1::ReportContent content =
      ContentOf("spec { kind: REPORT_KIND_CALENDAR }");

  const absl::Status status =
      WriteData(content, v1::REPORT_FORMAT_PDF).status();

  EXPECT_EQ(status.code(), absl::StatusCode::kUnimplemented);
  EXPECT_THAT(std::string(status.message()),
              HasSubstr("REPORT_FORMAT_PDF of REPORT_KIND_CALENDAR"));
}

TEST(WriteData, WhatDoesNotGoTogetherIsRefused) {
  EXPECT_EQ(WriteData(ContentOf("spec { kind: REPORT_KIND_CLASHES }"),
                      v1::REPORT_FORMAT_ICALENDAR)
                .status()
                .code(),
            absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace compendium
