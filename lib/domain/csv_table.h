// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// A reference table of this library, compiled in as CSV (RFC 4180, LF). Only
// for our own tables: a malformed one is a programmer's error and stops the
// program, so that tests find it. Immutable once made.
class CsvTable {
 public:
  // The first line of `text` names the columns; each further line must have
  // as many fields.
  explicit CsvTable(absl::string_view text);

  size_t row_count() const { return rows_.size(); }

  // A field by its row and the name of its column; valid as long as the table.
  absl::string_view Field(size_t row, absl::string_view column) const;

 private:
  std::vector<std::string> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace compendium
