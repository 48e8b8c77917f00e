// SPDX-License-Identifier: Apache-2.0
#include "lib/document/csv_reader.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using Row = std::vector<std::string>;

std::vector<Row> RowsOf(absl::string_view text, char separator = ',') {
  CsvReader reader(text, separator);
  std::vector<Row> rows;
  CsvRow row;
  while (reader.Next(row).value()) {
    Row& fields = rows.emplace_back();
    for (const CsvField& field : row.fields) fields.push_back(field.text);
  }
  return rows;
}

std::string ErrorOf(absl::string_view text) {
  CsvReader reader(text, ',');
  CsvRow row;
  for (;;) {
    const auto read = reader.Next(row);
    if (!read.ok()) return std::string(read.status().message());
    if (!*read) return "";
  }
}

TEST(CsvReader, ReadsFieldsWithEverySeparatorAndLineEnd) {
  EXPECT_THAT(RowsOf("a,b\nc,\n"), ElementsAre(Row{"a", "b"}, Row{"c", ""}));
  EXPECT_THAT(RowsOf("a;b,c\r\nd;e", ';'),
              ElementsAre(Row{"a", "b,c"}, Row{"d", "e"}));
  EXPECT_THAT(RowsOf("a\tb\rc\td\r", '\t'),
              ElementsAre(Row{"a", "b"}, Row{"c", "d"}));
}

TEST(CsvReader, QuotedFieldsHoldAnything) {
  EXPECT_THAT(
      RowsOf("\"a,b\",\"say \"\"x\"\"\",\"two\r\nlines\"\nz,\"\",y"),
      ElementsAre(Row{"a,b", "say \"x\"", "two\r\nlines"}, Row{"z", "", "y"}));
}

TEST(CsvReader, PassesOverEmptyLinesAndByteOrderMark) {
  EXPECT_THAT(RowsOf("\xef\xbb\xbf\n\na\n\n\nb"),
              ElementsAre(Row{"a"}, Row{"b"}));
  EXPECT_TRUE(RowsOf("").empty());
}

TEST(CsvReader, RowsSayWhereTheyStand) {
  CsvReader reader("a,b\n\"x\ny\",z\nlast", ',');
  CsvRow row;
  ASSERT_TRUE(*reader.Next(row));
  ASSERT_TRUE(*reader.Next(row));

  EXPECT_EQ(row.begin_byte, 4u);
  EXPECT_EQ(row.end_byte, 12u);
  EXPECT_EQ(row.line, 2u);
  EXPECT_EQ(row.fields[1].line, 3u);
  EXPECT_EQ(row.fields[1].column, 4u);
  ASSERT_TRUE(*reader.Next(row));
  EXPECT_EQ(row.line, 4u);
  reader.Seek(4, 2);
  ASSERT_TRUE(*reader.Next(row));
  EXPECT_EQ(row.fields[0].text, "x\ny");
}

TEST(CsvReader, QuotationMarksOutOfPlaceAreNamed) {
  EXPECT_THAT(ErrorOf("a,b\nc,d\"e"), HasSubstr("line 2, column 4: "));
  EXPECT_THAT(ErrorOf("a\n\"b\"c"), HasSubstr("line 2, column 4: "));
  EXPECT_THAT(ErrorOf("a\nb,\"c\n\n"),
              HasSubstr("line 2, column 3: got a field without a closing"));
}

}  // namespace
}  // namespace compendium
