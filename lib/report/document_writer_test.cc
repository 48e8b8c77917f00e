// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/match.h"
#include "lib/report/hostile_document.h"
#include "lib/report/sample_document.h"

namespace compendium {
namespace {

using reporting::v1::ReportFormat;
using reporting::v1::ReportFormat_Name;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::vector<ReportFormat> AllFormats() {
  std::vector<ReportFormat> formats;
  for (int i = reporting::v1::ReportFormat_MIN;
       i <= reporting::v1::ReportFormat_MAX; ++i) {
    formats.push_back(static_cast<ReportFormat>(i));
  }
  return formats;
}

TEST(DocumentWriter, WritesTheFormatsOfDocumentsAndNoOthers) {
  base::RealClock clock;
  const DocumentWriter writer({}, clock);
  int count = 0;

  for (const ReportFormat format : AllFormats()) {
    const auto bytes = writer.Write(SampleDocument(5), format);
    const auto versions = writer.ToolVersions(format);
    if (IsDocumentFormat(format)) {
      EXPECT_TRUE(bytes.ok()) << bytes.status();
      EXPECT_TRUE(versions.ok()) << versions.status();
      ++count;
    } else {
      EXPECT_TRUE(absl::IsUnimplemented(bytes.status()));
      EXPECT_TRUE(absl::IsUnimplemented(versions.status()));
    }
  }

  EXPECT_EQ(count, 5);
}

TEST(DocumentWriter, EachFormatIsWhatItSays) {
  base::RealClock clock;
  const DocumentWriter writer({}, clock);
  const Document document = SampleDocument(5);

  EXPECT_TRUE(absl::StartsWith(
      *writer.Write(document, reporting::v1::REPORT_FORMAT_HTML),
      "<!DOCTYPE html>"));
  EXPECT_TRUE(absl::StartsWith(
      *writer.Write(document, reporting::v1::REPORT_FORMAT_PDF), "%PDF-"));
  EXPECT_TRUE(absl::StrContains(
      *writer.Write(document, reporting::v1::REPORT_FORMAT_DOCX),
      "word/document.xml"));
  EXPECT_TRUE(absl::StrContains(
      *writer.Write(document, reporting::v1::REPORT_FORMAT_XLSX),
      "xl/workbook.xml"));
  EXPECT_TRUE(absl::StartsWith(
      *writer.Write(document, reporting::v1::REPORT_FORMAT_MARKDOWN),
      "# Overview"));
}

TEST(DocumentWriter, HostileTextsAreHarmlessAndTheSameEachTime) {
  base::RealClock clock;
  const DocumentWriter writer({}, clock);
  const Document document = HostileDocument();

  for (const ReportFormat format : AllFormats()) {
    if (!IsDocumentFormat(format)) continue;
    const auto first = writer.Write(document, format);
    const auto second = writer.Write(document, format);
    ASSERT_TRUE(first.ok()) << ReportFormat_Name(format) << first.status();
    EXPECT_TRUE(*first == *second) << ReportFormat_Name(format);
    // No control gets through; what else would do harm, the tests of each
    // format know.
    EXPECT_FALSE(absl::StrContains(*first, "\x1b[31m")) << format;
  }
}

TEST(DocumentWriter, NamesWhatDecidesOnTheBytes) {
  base::RealClock clock;
  const DocumentWriter writer({}, clock);

  EXPECT_THAT(*writer.ToolVersions(reporting::v1::REPORT_FORMAT_PDF),
              Contains(StartsWith("weasyprint ")));
  EXPECT_THAT(*writer.ToolVersions(reporting::v1::REPORT_FORMAT_XLSX),
              Contains(StartsWith("libxlsxwriter ")));
  EXPECT_THAT(*writer.ToolVersions(reporting::v1::REPORT_FORMAT_HTML),
              IsEmpty());
}

}  // namespace
}  // namespace compendium
