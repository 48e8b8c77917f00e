// SPDX-License-Identifier: Apache-2.0
#include "lib/csv/csv_writer.h"

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

constexpr absl::string_view kFormulaStarts = "=+-@\t\r";
constexpr absl::string_view kQuotedCharacters = "\",\r\n";

}  // namespace

CsvWriter::CsvWriter(absl::Span<const absl::string_view> columns, CsvText text)
    : column_count_(columns.size()), text_(text) {
  CHECK(column_count_ > 0);
  for (const absl::string_view title : columns) Text(title);
}

CsvWriter& CsvWriter::Text(absl::string_view text) {
  const bool starts_formula =
      text_ == CsvText::kGuarded && !text.empty() &&
      kFormulaStarts.find(text[0]) != absl::string_view::npos;
  Add(starts_formula ? absl::StrCat("'", text) : std::string(text));
  return *this;
}

CsvWriter& CsvWriter::Number(int64_t number) {
  Add(absl::StrCat(number));
  return *this;
}

const std::string& CsvWriter::ToString() const {
  CHECK(cell_count_ == 0);
  return table_;
}

void CsvWriter::Add(absl::string_view cell) {
  if (cell_count_ > 0) table_ += ',';
  if (cell.find_first_of(kQuotedCharacters) == absl::string_view::npos) {
    absl::StrAppend(&table_, cell);
  } else {
    table_ += '"';
    for (const char c : cell) {
      if (c == '"') table_ += '"';
      table_ += c;
    }
    table_ += '"';
  }
  if (++cell_count_ < column_count_) return;
  cell_count_ = 0;
  table_ += "\r\n";
}

}  // namespace compendium
