// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace compendium {

// How texts stand in a table.
enum class CsvText {
  kGuarded,  // safe to open in a spreadsheet; see CsvWriter
  kRaw,      // as they are, for programs
};

// Writes a table as CSV, RFC 4180:
//
//   table = header *row           ; both with a cell for each column
//   row   = cell *("," cell) CRLF
//   cell  = plain / DQUOTE *(any octet but DQUOTE / 2DQUOTE) DQUOTE
//   plain = *(any octet but DQUOTE, ",", CR and LF)
//
// Texts are UTF-8, without a byte order mark, and stay as they are with one
// exception, unless they are raw: one that begins with = + - @ tab or CR gets
// an apostrophe before it. Spreadsheets would run such a cell as a formula, and
// records come from strangers. A program that reads the table takes the
// apostrophe off where one of these six follows it; nothing else is changed.
// Numbers are not touched. Not thread-safe.
class CsvWriter {
 public:
  // `columns` are the titles; at least one.
  explicit CsvWriter(absl::Span<const absl::string_view> columns,
                     CsvText text = CsvText::kGuarded);

  // Each adds a cell and returns the writer; the row ends when it has a cell
  // for each column.
  CsvWriter& Text(absl::string_view text);
  CsvWriter& Number(int64_t number);

  // The table; not within a row.
  const std::string& ToString() const;

 private:
  void Add(absl::string_view cell);

  const size_t column_count_;
  const CsvText text_;
  size_t cell_count_ = 0;  // of the row that has begun
  std::string table_;
};

}  // namespace compendium
