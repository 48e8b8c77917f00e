// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium {

struct CsvField {
  std::string text;   // without quotes
  size_t line = 1;    // where it begins, from 1
  size_t column = 1;  // in bytes, from 1
};

struct CsvRow {
  size_t begin_byte = 0;
  size_t end_byte = 0;  // after its line end
  size_t line = 1;
  std::vector<CsvField> fields;
};

// Reads a table of other people, row after row (RFC 4180, with a separator of
// choice; "\r\n", "\n" and "\r" end a row):
//
//   row   = field { separator field } line-end
//   field = { any but separator, line end and '"' }
//         | '"' { any but '"' | '""' } '"'
//
// Lines with nothing on them are passed over, and a byte order mark in front.
// Made for one text, which is borrowed; not thread-safe. Linear.
class CsvReader {
 public:
  CsvReader(absl::string_view text, char separator);

  // Reads the next row into `row`; false at the end. kInvalidArgument as
  // "line 3, column 7: got …" for a quotation mark that is out of place; then
  // nothing more can be read.
  absl::StatusOr<bool> Next(CsvRow& row);

  // Goes to a row that begins at `begin_byte` in line `line`.
  void Seek(size_t begin_byte, size_t line);

 private:
  bool AtLineEnd() const;
  void SkipLineEnd();
  absl::Status ReadField(CsvField& field);
  absl::Status ReadQuoted(CsvField& field);
  absl::Status Wrong(absl::string_view problem) const;

  const absl::string_view text_;
  const char separator_;
  size_t at_ = 0;
  size_t line_ = 1;
  size_t line_begin_ = 0;
};

}  // namespace compendium
