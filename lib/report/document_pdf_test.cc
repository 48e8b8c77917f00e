// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_pdf.h"

#include <stdlib.h>
#include <time.h>

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/match.h"
#include "lib/base/atomic_file.h"
#include "lib/report/hostile_document.h"
#include "lib/report/markup.h"
#include "lib/report/pdf_tools.h"
#include "lib/report/sample_document.h"

namespace compendium {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string MessageOf(const absl::StatusOr<std::string>& result) {
  return std::string(result.status().message());
}

TEST(PdfWriter, WritesATaggedDocument) {
  base::RealClock clock;

  const auto pdf = PdfWriter({}, clock).Write(SampleDocument(12));

  ASSERT_TRUE(pdf.ok()) << pdf.status();
  EXPECT_TRUE(absl::StartsWith(*pdf, "%PDF-1.7"));
  for (const char* const part :
       {"/Lang (en)", "/Marked true", "/DisplayDocTitle true",
        "/Title (Overview of the round of 2016)",
        "/CreationDate (20160504120000Z)", "/ModDate (20160504120000Z)",
        "/Title (Mechanism by mechanism)", "/S /Figure",
        "/Alt (Dialogue 1 has 7 answers, Dialogue 2 has 14.)", "/Scope /Column",
        "/Scope /Row", "/S /Caption", "/S /H4",
        "/URI (https://example.org/report?a=1&b=2)",
        "/URI (mailto:office@example.org)", "/Dest (answers-row-3)", "/ID ["}) {
    EXPECT_TRUE(absl::StrContains(*pdf, part)) << part;
  }
  // Wide tables are on turned pages, all others on upright ones.
  EXPECT_TRUE(absl::StrContains(*pdf, "/MediaBox [ 0 0 841.88"));
  EXPECT_TRUE(absl::StrContains(*pdf, "/MediaBox [ 0 0 595.27"));
}

TEST(PdfWriter, EqualDocumentsGiveEqualBytesWhereverAndWhenever) {
  base::RealClock clock;
  const PdfWriter writer({}, clock);
  const Document document = SampleDocument(3);
  const auto first = writer.Write(document);
  ASSERT_TRUE(first.ok()) << first.status();

  ASSERT_EQ(setenv("TZ", "Pacific/Auckland", 1), 0);
  ASSERT_EQ(setenv("LC_ALL", "de_DE.UTF-8", 1), 0);
  tzset();
  const auto second = PdfWriter({.temporary_folder = testing::TempDir()}, clock)
                          .Write(document);
  unsetenv("TZ");
  unsetenv("LC_ALL");
  tzset();
  Document other = document;
  other.time += absl::Seconds(1);

  ASSERT_TRUE(second.ok()) << second.status();
  EXPECT_TRUE(*first == *second);
  EXPECT_FALSE(*first == *writer.Write(other));
}

// A letter that no font has leaves no trace in the text of a page.
TEST(PdfWriter, NoNameVanishes) {
  base::RealClock clock;
  Document document = {.title = "Names"};
  document.facts = {{"Khmer", "ភ្នំពេញ"}, {"Korean", "이주"}};

  const auto pdf = PdfWriter({}, clock).Write(document);

  ASSERT_TRUE(pdf.ok()) << pdf.status();
  EXPECT_TRUE(absl::StrContains(*pdf, "+WenQuanYi-Micro-Hei"));
  EXPECT_TRUE(absl::StrContains(*pdf, "+Unifont"));
}

TEST(PdfWriter, HostileTextsAreWrittenAndReachNothing) {
  base::RealClock clock;

  const auto pdf = PdfWriter({}, clock).Write(HostileDocument());

  ASSERT_TRUE(pdf.ok()) << pdf.status();
  for (const char* const action : {"/JavaScript", "/JS", "/Launch",
                                   "/EmbeddedFile", "/URI (javascript:"}) {
    EXPECT_FALSE(absl::StrContains(*pdf, action)) << action;
  }
  EXPECT_EQ(CountOf(*pdf, "/URI ("),
            CountOf(*pdf, "/URI (http://evil.example/a%20b)"));
}

TEST(PdfWriter, RefusesTooMuchAndEndsWhatTakesTooLong) {
  base::RealClock clock;
  const Document document = SampleDocument(3);

  const auto page = PdfWriter({.page_bytes_max = 10}, clock).Write(document);
  const auto bytes = PdfWriter({.pdf_bytes_max = 10}, clock).Write(document);
  const auto time =
      PdfWriter({.timeout = absl::Milliseconds(1)}, clock).Write(document);
  const auto memory =
      PdfWriter({.address_bytes_max = 128 << 20}, clock).Write(document);

  EXPECT_THAT(MessageOf(page),
              AllOf(StartsWith("pdf: got "), HasSubstr("want at most 10")));
  EXPECT_THAT(MessageOf(bytes), HasSubstr("more than 10 bytes of output"));
  EXPECT_THAT(MessageOf(time), HasSubstr("pdf: got no end within 1ms"));
  EXPECT_THAT(MessageOf(memory), HasSubstr("of memory"));
  for (const auto* result : {&page, &bytes, &time, &memory}) {
    EXPECT_TRUE(absl::IsResourceExhausted(result->status()))
        << result->status();
  }
}

TEST(PdfWriter, NamesThePackageThatIsMissing) {
  base::RealClock clock;

  const auto no_bwrap = PdfWriter({.bwrap_path = "/nowhere/bwrap"}, clock)
                            .Write(SampleDocument(3));

  EXPECT_TRUE(absl::IsFailedPrecondition(no_bwrap.status()));
  EXPECT_THAT(MessageOf(no_bwrap), HasSubstr("Debian package bubblewrap"));
}

TEST(PdfWriter, LeavesNothingBehind) {
  base::RealClock clock;
  const std::string folder = testing::TempDir() + "/document_pdf_test_folder";
  std::filesystem::create_directories(folder);

  const auto pdf =
      PdfWriter({.temporary_folder = folder}, clock).Write({.title = "T"});

  ASSERT_TRUE(pdf.ok()) << pdf.status();
  EXPECT_TRUE(std::filesystem::is_empty(folder));
}

TEST(PdfToolVersions, NamesProgramsAndFonts) {
  base::RealClock clock;

  const auto versions = PdfToolVersions(clock);

  ASSERT_TRUE(versions.ok()) << versions.status();
  EXPECT_THAT(*versions, Contains(StartsWith("weasyprint 57.")));
  EXPECT_THAT(*versions, Contains(StartsWith("fonts-crosextra-carlito ")));
  EXPECT_THAT(*versions, Contains(StartsWith("libpango-1.0-0 ")));
}

}  // namespace
}  // namespace compendium
