// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/csv_table.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

// Takes one field and the comma behind it off the front of `line`.
std::string TakeField(absl::string_view& line) {
  if (!line.empty() && line[0] == '"') {
    std::string field;
    size_t at = 1;
    for (; at < line.size(); ++at) {
      if (line[at] == '"') {
        const bool doubled = at + 1 < line.size() && line[at + 1] == '"';
        if (!doubled) break;
        ++at;
      }
      field += line[at];
    }
    CHECK(at < line.size());  // the closing quote
    line.remove_prefix(at + 1);
    return field;
  }
  const size_t size = std::min(line.find(','), line.size());
  std::string field(line.substr(0, size));
  line.remove_prefix(size);
  return field;
}

std::vector<std::string> SplitLine(absl::string_view line) {
  std::vector<std::string> fields;
  while (true) {
    fields.push_back(TakeField(line));
    if (line.empty()) return fields;
    CHECK(line[0] == ',');
    line.remove_prefix(1);
  }
}

}  // namespace

CsvTable::CsvTable(absl::string_view text) {
  for (const absl::string_view line :
       absl::StrSplit(text, '\n', absl::SkipEmpty())) {
    std::vector<std::string> fields = SplitLine(line);
    if (columns_.empty()) {
      columns_ = std::move(fields);
    } else {
      CHECK(fields.size() == columns_.size());
      rows_.push_back(std::move(fields));
    }
  }
}

absl::string_view CsvTable::Field(size_t row, absl::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  CHECK(row < rows_.size() && found != columns_.end());
  return rows_[row][static_cast<size_t>(found - columns_.begin())];
}

}  // namespace compendium
