// SPDX-License-Identifier: Apache-2.0
// The collected strings with verdicts: those of the standard, of other
// libraries' tests and of the source documents.
#include <cstdlib>
#include <iostream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "lib/base/atomic_file.h"
#include "lib/domain/csv_table.h"
#include "lib/domain/edtf_date.h"

namespace compendium {

extern const char kEdtfCasesCsv[];

namespace {

constexpr size_t kFileSizeMax = 1 << 20;

// Long years, exponents and significant digits are not held.
bool IsOutOfScope(absl::string_view text) {
  return absl::StrContains(text, "Y") || absl::StrContains(text, "E") ||
         absl::StrContains(text, "S");
}

// How many rows there were of each sort.
struct Counts {
  int accepted = 0;
  int refused = 0;
  int unsupported = 0;
};

void CheckRow(const CsvTable& table, size_t row, Counts& counts) {
  const std::string text(table.Field(row, "string"));
  const auto date = EdtfDate::Parse(text);
  if (table.Field(row, "valid") != "true") {
    EXPECT_FALSE(date.ok()) << text;
    ++counts.refused;
    return;
  }
  if (IsOutOfScope(text)) {
    EXPECT_EQ(date.status().code(), absl::StatusCode::kUnimplemented) << text;
    ++counts.unsupported;
    return;
  }
  ASSERT_TRUE(date.ok()) << text << ": " << date.status();
  EXPECT_EQ(absl::StrCat(date->level()), table.Field(row, "level")) << text;
  EXPECT_EQ(date->earliest_day().ToString(), table.Field(row, "lower_bound"))
      << text;
  EXPECT_EQ(date->latest_day().ToString(), table.Field(row, "upper_bound"))
      << text;
  EXPECT_EQ(*EdtfDate::Parse(date->ToString()), *date);
  ++counts.accepted;
}

Counts CheckAll(absl::string_view csv) {
  const CsvTable table(csv);
  Counts counts;
  for (size_t row = 0; row < table.row_count(); ++row)
    CheckRow(table, row, counts);
  return counts;
}

TEST(EdtfDateCases, VerdictsAndBoundsAreThoseOfTheTable) {
  const Counts counts = CheckAll(kEdtfCasesCsv);

  EXPECT_EQ(counts.accepted, 114);
  EXPECT_EQ(counts.unsupported, 13);
  EXPECT_EQ(counts.refused, 68);
}

TEST(EdtfDateCases, VerdictsAndBoundsAreThoseOfTheSharedTable) {
  const char* const root = std::getenv("COMPENDIUM_SOURCE_DIR");
  const std::string path = absl::StrCat(root == nullptr ? "." : root,
                                        "/../shared/reference/edtf_cases.csv");
  const auto csv = base::ReadFile(path, kFileSizeMax);
  if (!csv.ok()) {
    std::cerr << "ABSENT, NOT TESTED: " << path << std::endl;
    GTEST_SKIP() << path << " is absent";
  }

  EXPECT_GT(CheckAll(*csv).accepted, 100);
}

}  // namespace
}  // namespace compendium
