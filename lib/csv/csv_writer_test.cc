// SPDX-License-Identifier: Apache-2.0
#include "lib/csv/csv_writer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "lib/document/csv_reader.h"

namespace compendium {
namespace {

// The row of a table with one column.
std::string CellOf(absl::string_view text) {
  const std::string table = CsvWriter({"a"}).Text(text).ToString();
  EXPECT_EQ(table.substr(0, 3), "a\r\n");
  EXPECT_TRUE(absl::EndsWith(table, "\r\n"));
  return table.substr(3, table.size() - 5);
}

TEST(CsvWriter, HeaderAloneIsATable) {
  EXPECT_EQ(CsvWriter({"code", "name"}).ToString(), "code,name\r\n");
}

TEST(CsvWriter, RowEndsWithItsLastColumn) {
  CsvWriter writer({"code", "count"});
  writer.Text("KEN").Number(2).Text("").Number(-1);

  EXPECT_EQ(writer.ToString(), "code,count\r\nKEN,2\r\n,-1\r\n");
}

TEST(CsvWriter, CellIsQuotedOnlyWhereItMust) {
  EXPECT_EQ(CellOf("Côte d'Ivoire"), "Côte d'Ivoire");
  EXPECT_EQ(CellOf("a;b c"), "a;b c");
  EXPECT_EQ(CellOf("Seoul, Korea"), "\"Seoul, Korea\"");
  EXPECT_EQ(CellOf("the \"Process\""), "\"the \"\"Process\"\"\"");
  EXPECT_EQ(CellOf("a\nb"), "\"a\nb\"");
  EXPECT_EQ(CellOf("a\rb"), "\"a\rb\"");
}

TEST(CsvWriter, TextThatWouldBeAFormulaIsText) {
  EXPECT_EQ(CellOf("=1+1"), "'=1+1");
  EXPECT_EQ(CellOf("+41 22"), "'+41 22");
  EXPECT_EQ(CellOf("- none"), "'- none");
  EXPECT_EQ(CellOf("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(CellOf("\tx"), "'\tx");
  EXPECT_EQ(CellOf("\r=x"), "\"'\r=x\"");
  EXPECT_EQ(CellOf("=HYPERLINK(\"a\",\"b\")"),
            "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
}

TEST(CsvWriter, OtherTextsAreNotTouched) {
  EXPECT_EQ(CellOf("'quoted'"), "'quoted'");
  EXPECT_EQ(CellOf("a=b"), "a=b");
  EXPECT_EQ(CellOf(" =b"), " =b");
}

TEST(CsvWriter, RawTextsStayAsTheyAre) {
  CsvWriter table({"=a", "b"}, CsvText::kRaw);
  table.Text("=cmd()").Text("-1");

  EXPECT_EQ(table.ToString(), "=a,b\r\n=cmd(),-1\r\n");
}

// What the importer's reader makes of it is what was written.
TEST(CsvWriter, WhatIsWrittenIsRead) {
  std::mt19937 random(7);
  constexpr absl::string_view kCharacters = "ab,\"\r\n=' \t";
  std::vector<std::string> texts;
  for (int i = 0; i < 3000; ++i) {
    std::string text = "x";  // not a formula, and no empty line
    for (auto length = random() % 8; length > 0; --length)
      text += kCharacters[random() % kCharacters.size()];
    texts.push_back(text);
  }
  CsvWriter writer({"a", "b", "c"});
  for (const std::string& text : texts) writer.Text(text);

  CsvReader reader(writer.ToString(), ',');
  CsvRow row;
  ASSERT_TRUE(*reader.Next(row));
  size_t next = 0;
  while (*reader.Next(row)) {
    ASSERT_EQ(row.fields.size(), 3u);
    for (const CsvField& field : row.fields)
      ASSERT_EQ(field.text, texts[next++]);
  }
  EXPECT_EQ(next, texts.size());
}

}  // namespace
}  // namespace compendium
