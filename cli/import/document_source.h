// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "lib/convert/pandoc.h"
#include "lib/document/compendium_text.h"
#include "lib/document/file_format.h"

namespace compendium {

// A file as text that a reader of its format takes.
struct SourceText {
  FileFormat format = FileFormat::kText;
  std::string text;
  // Set when the text is not the file's own bytes.
  std::optional<OriginalDocument> original;
};

// Recognises what `bytes` are, unless `format` says it, and derives the text:
// of DOCX and HTML through pandoc, of UTF-16 as UTF-8; else it is the bytes
// themselves. Errors begin with the file's name.
absl::StatusOr<SourceText> ReadSourceText(std::string bytes,
                                          const std::string& file_name,
                                          std::optional<FileFormat> format,
                                          const Pandoc& pandoc);

}  // namespace compendium
