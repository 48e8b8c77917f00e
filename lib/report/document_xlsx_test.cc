// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_xlsx.h"

#include <stdlib.h>
#include <time.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/publish/unzip.h"
#include "lib/report/hostile_document.h"
#include "lib/report/markup.h"
#include "lib/report/sample_document.h"

namespace compendium {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

Parts PartsOf(const Document& document) {
  const auto bytes = WriteDocumentXlsx(document);
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  return bytes.ok() ? Unzip(*bytes) : Parts();
}

TEST(WriteDocumentXlsx, HasASheetForEachTable) {
  const Parts parts = PartsOf(SampleDocument());
  const std::string& workbook = parts.at("xl/workbook.xml");
  const std::string& strings = parts.at("xl/sharedStrings.xml");
  const std::string& answers = parts.at("xl/worksheets/sheet2.xml");

  EXPECT_THAT(workbook, HasSubstr("<sheet name=\"About\" sheetId=\"1\""));
  EXPECT_THAT(workbook, HasSubstr("<sheet name=\"Mechanisms and what they "
                                  "report\" sheetId=\"2\""));
  EXPECT_THAT(workbook, HasSubstr("_xlnm.Print_Titles"));
  EXPECT_THAT(strings, HasSubstr("29 of the registry"));
  EXPECT_THAT(answers, HasSubstr("state=\"frozen\""));
  EXPECT_THAT(answers, HasSubstr("<autoFilter ref=\"A1:D61\"/>"));
  EXPECT_THAT(answers, HasSubstr("<v>14</v>"));
  EXPECT_THAT(answers, HasSubstr("location=\"'Mechanisms and what they "
                                 "report'!A1\" display=\"Dialogue 0\""));
  EXPECT_THAT(parts.at("xl/worksheets/_rels/sheet3.xml.rels"),
              HasSubstr("Target=\"https://example.org/report\""));
  EXPECT_THAT(answers, HasSubstr("<pageSetup paperSize=\"9\""));
  EXPECT_THAT(parts.at("xl/worksheets/sheet4.xml"),
              HasSubstr("orientation=\"landscape\""));
  EXPECT_THAT(parts.at("docProps/core.xml"),
              HasSubstr(">2016-05-04T12:00:00Z</dcterms:created>"));
}

TEST(WriteDocumentXlsx, EqualDocumentsGiveEqualBytesWhereverAndWhenever) {
  const auto first = WriteDocumentXlsx(SampleDocument());
  ASSERT_TRUE(first.ok()) << first.status();

  ASSERT_EQ(setenv("TZ", "Pacific/Auckland", 1), 0);
  tzset();
  const auto second = WriteDocumentXlsx(SampleDocument());
  unsetenv("TZ");
  tzset();
  Document other = SampleDocument();
  other.time += absl::Seconds(1);

  EXPECT_TRUE(*first == *second);
  EXPECT_FALSE(*first == *WriteDocumentXlsx(other));
}

TEST(WriteDocumentXlsx, TextsAreNeverFormulas) {
  const Parts parts = PartsOf(HostileDocument());

  for (const auto& [name, xml] : parts) {
    EXPECT_EQ(FindNestingProblem(xml), "") << name;
    EXPECT_THAT(xml, Not(HasSubstr("<f>"))) << name;
  }
  const std::string& strings = parts.at("xl/sharedStrings.xml");
  EXPECT_THAT(strings, HasSubstr(">=HYPERLINK(\"http"));
  EXPECT_THAT(strings, HasSubstr(">{=1+1}<"));
  // A spreadsheet reads _x000D_ as a control.
  EXPECT_THAT(strings, HasSubstr(">_x005F_x000D_ _x005F_x003C_script"));
  EXPECT_THAT(strings, HasSubstr("  blanks at both ends"));
}

TEST(WriteDocumentXlsx, HeadsOfPagesHoldNoCommands) {
  for (const absl::string_view text : kHostileTexts) {
    const std::string all(text);
    const std::string sheet =
        PartsOf(DocumentOf(all, all)).at("xl/worksheets/sheet1.xml");
    const size_t begin = sheet.find("<oddHeader>&amp;L");
    const size_t end = sheet.find("&amp;RAbout</oddHeader>");
    ASSERT_LT(begin, end);
    const std::string head = sheet.substr(begin + 17, end - begin - 17);
    EXPECT_EQ(CountOf(head, "&amp;"),
              2 * CountOf(head, "&amp;&amp; ") + CountOf(head, "&amp;amp;"))
        << head;
  }
  EXPECT_TRUE(WriteDocumentXlsx(DocumentOf(std::string(300, '&'), "")).ok());
}

TEST(WriteDocumentXlsx, LeadsOnlyWhereTheDocumentSays) {
  for (const auto& [name, xml] : PartsOf(HostileDocument())) {
    if (!absl::StrContains(name, "_rels/sheet")) continue;
    EXPECT_EQ(CountOf(xml, "TargetMode=\"External\""),
              CountOf(xml, "Target=\"http://evil.example/a%20b\""));
  }
}

TEST(WriteDocumentXlsx, RowsWithLineEndsHaveTheirHeight) {
  const std::string sheet =
      PartsOf(SampleDocument()).at("xl/worksheets/sheet2.xml");

  EXPECT_THAT(sheet, HasSubstr("<row r=\"3\" spans=\"1:4\" ht=\"30\" "
                               "customHeight=\"1\">"));
  EXPECT_THAT(sheet, HasSubstr("<row r=\"1\" spans=\"1:4\">"));
}

TEST(WriteDocumentXlsx, CutsWhatACellCannotHoldAndSaysSo) {
  Document document;
  document.sections.push_back({.id = "a"});
  document.sections[0].blocks.push_back(
      DocumentTable{.id = "t",
                    .columns = {{"c"}},
                    .rows = {{.cells = {WordsCell(std::string(40000, 'y'))}}}});

  const std::string strings = PartsOf(document).at("xl/sharedStrings.xml");

  EXPECT_EQ(CountOf(strings, "y"), 32767U - 36U);
  EXPECT_THAT(strings, HasSubstr("yy ... (cut here: a cell holds no more)<"));
}

TEST(WriteDocumentXlsx, NumbersThatADoubleCannotTellApartAreTexts) {
  Document document;
  document.sections.push_back({.id = "a"});
  document.sections[0].blocks.push_back(
      DocumentTable{.id = "t",
                    .columns = {{"c"}},
                    .rows = {{.cells = {NumberCell((int64_t{1} << 53) + 1)}},
                             {.cells = {NumberCell(int64_t{1} << 53)}}}});

  const Parts parts = PartsOf(document);

  EXPECT_THAT(parts.at("xl/sharedStrings.xml"), HasSubstr("9007199254740993"));
  EXPECT_THAT(parts.at("xl/worksheets/sheet2.xml"),
              HasSubstr("<v>9007199254740992</v>"));
}

TEST(WriteDocumentXlsx, RefusesMoreRowsThanASheetHas) {
  Document document;
  document.sections.push_back({.id = "a"});
  DocumentTable table = {.id = "t", .columns = {{"c"}}};
  table.rows.resize(1048576, {.cells = {DocumentCell()}});
  document.sections[0].blocks.emplace_back(table);

  const auto bytes = WriteDocumentXlsx(document);

  EXPECT_TRUE(absl::IsResourceExhausted(bytes.status())) << bytes.status();
  EXPECT_THAT(std::string(bytes.status().message()),
              StartsWith("xlsx: got a table of 1048576 rows"));
}

TEST(XlsxToolVersions, NamesLibraries) {
  EXPECT_THAT(XlsxToolVersions(), Contains(StartsWith("libxlsxwriter 1.")));
  EXPECT_THAT(XlsxToolVersions(), Contains(StartsWith("zlib 1.")));
}

}  // namespace
}  // namespace compendium
