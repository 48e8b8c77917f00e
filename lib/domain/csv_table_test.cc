// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/csv_table.h"

#include "gtest/gtest.h"

namespace compendium {
namespace {

TEST(CsvTable, FieldsAreFoundByColumn) {
  const CsvTable table("code,title\n1,One\n2,\"Two, or \"\"II\"\"\"\n");

  ASSERT_EQ(table.row_count(), 2u);
  EXPECT_EQ(table.Field(0, "title"), "One");
  EXPECT_EQ(table.Field(1, "code"), "2");
  EXPECT_EQ(table.Field(1, "title"), "Two, or \"II\"");
}

TEST(CsvTable, EmptyFieldsAreKept) {
  const CsvTable table("a,b,c\n,,\n");

  ASSERT_EQ(table.row_count(), 1u);
  EXPECT_EQ(table.Field(0, "a"), "");
  EXPECT_EQ(table.Field(0, "c"), "");
}

TEST(CsvTableDeathTest, MalformedTableStopsTheProgram) {
  EXPECT_DEATH(CsvTable("a,b\n1\n"), "CHECK failed");
  EXPECT_DEATH(CsvTable("a\n\"open\n"), "CHECK failed");
  EXPECT_DEATH(CsvTable("a\n1\n").Field(0, "b"), "CHECK failed");
}

}  // namespace
}  // namespace compendium
