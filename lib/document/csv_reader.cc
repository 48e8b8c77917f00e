// SPDX-License-Identifier: Apache-2.0
#include "lib/document/csv_reader.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium {

CsvReader::CsvReader(absl::string_view text, char separator)
    : text_(text), separator_(separator) {
  if (absl::StartsWith(text, "\xef\xbb\xbf")) at_ = line_begin_ = 3;
}

void CsvReader::Seek(size_t begin_byte, size_t line) {
  at_ = line_begin_ = begin_byte;
  line_ = line;
}

absl::StatusOr<bool> CsvReader::Next(CsvRow& row) {
  while (at_ < text_.size() && AtLineEnd()) SkipLineEnd();
  if (at_ == text_.size()) return false;
  row.begin_byte = at_;
  row.line = line_;
  row.fields.clear();
  for (;;) {
    RETURN_IF_ERROR(ReadField(row.fields.emplace_back()));
    if (at_ == text_.size() || text_[at_] != separator_) break;
    ++at_;
  }
  if (at_ < text_.size()) SkipLineEnd();
  row.end_byte = at_;
  return true;
}

bool CsvReader::AtLineEnd() const {
  return text_[at_] == '\n' || text_[at_] == '\r';
}

void CsvReader::SkipLineEnd() {
  at_ += absl::StartsWith(text_.substr(at_), "\r\n") ? 2 : 1;
  ++line_;
  line_begin_ = at_;
}

absl::Status CsvReader::ReadField(CsvField& field) {
  field.line = line_;
  field.column = at_ - line_begin_ + 1;
  if (at_ < text_.size() && text_[at_] == '"') return ReadQuoted(field);
  const size_t begin = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && !AtLineEnd()) {
    if (text_[at_] == '"') {
      return Wrong(
          "a quotation mark within a field, want the field in "
          "quotation marks and this one twice");
    }
    ++at_;
  }
  field.text = std::string(text_.substr(begin, at_ - begin));
  return absl::OkStatus();
}

absl::Status CsvReader::ReadQuoted(CsvField& field) {
  ++at_;
  for (;;) {
    if (at_ == text_.size()) {
      return absl::InvalidArgumentError(
          absl::StrCat("line ", field.line, ", column ", field.column,
                       ": got a field without a closing quotation mark"));
    }
    if (text_[at_] == '"') {
      ++at_;
      if (at_ == text_.size() || text_[at_] != '"') break;
      field.text += '"';
      ++at_;
    } else if (AtLineEnd()) {
      const size_t begin = at_;
      SkipLineEnd();
      absl::StrAppend(&field.text, text_.substr(begin, at_ - begin));
    } else {
      field.text += text_[at_++];
    }
  }
  if (at_ < text_.size() && text_[at_] != separator_ && !AtLineEnd())
    return Wrong("more behind a closing quotation mark, want a separator");
  return absl::OkStatus();
}

absl::Status CsvReader::Wrong(absl::string_view problem) const {
  return absl::InvalidArgumentError(absl::StrCat(
      "line ", line_, ", column ", at_ - line_begin_ + 1, ": got ", problem));
}

}  // namespace compendium
