// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium {

// What a file that is to be imported is.
enum class FileFormat {
  kText,       // compendium text: compendium_text.h
  kDocx,       // a Word document
  kHtml,       // a page
  kCsv,        // a table of answers: answer_table.h
  kJson,       // a round file in proto3 JSON: round_file.h
  kTextproto,  // the same in protobuf's text format
};

// "text", "docx" …, and back; kInvalidArgument names those that there are.
absl::string_view ToString(FileFormat format);
absl::StatusOr<FileFormat> ParseFileFormat(absl::string_view word);

// What a file is, by its content alone; its name may lie. UTF-16 must have
// become UTF-8 before. What nothing else fits is compendium text.
// kInvalidArgument for what is known and not read, and says what to do about
// it: PDF, RTF, the binary formats of Word, spreadsheets, other archives.
absl::StatusOr<FileFormat> RecognizeFormat(absl::string_view bytes);

}  // namespace compendium
