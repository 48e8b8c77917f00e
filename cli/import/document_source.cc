// SPDX-License-Identifier: Apache-2.0
#include "cli/import/document_source.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "cli/text/status_prefix.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"
#include "lib/document/ast_text.h"
#include "lib/document/characters.h"
#include "lib/document/text_encoding.h"

namespace compendium {
namespace {

OriginalDocument OriginalOf(const std::string& bytes,
                            registry::v1::DocumentFormat format) {
  return {format, base::Sha256Hex(bytes), static_cast<int64_t>(bytes.size())};
}

absl::StatusOr<std::string> DerivedText(const std::string& bytes,
                                        FileFormat format,
                                        const std::string& file_name,
                                        const Pandoc& pandoc) {
  Conversion conversion = {.from = std::string(ToString(format)),
                           .to = "json",
                           .bytes = bytes,
                           .document_name = file_name};
  // What was deleted is text of the document, too: it is listed apart.
  if (format == FileFormat::kDocx)
    conversion.arguments = {"--track-changes=all"};
  ASSIGN_OR_RETURN(const std::string tree, pandoc.Convert(conversion));
  absl::StatusOr<std::string> text = TextFromAst(tree);
  if (!text.ok()) return WithPrefix(file_name, text.status());
  return text;
}

absl::Status CheckPage(const std::string& page, const std::string& file_name) {
  const std::optional<size_t> at = FindInvalidUtf8(page);
  if (!at.has_value()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(
      file_name, ": got no UTF-8 at byte ", *at,
      ", want a page in UTF-8; it looks like ", GuessEncoding(page)));
}

}  // namespace

absl::StatusOr<SourceText> ReadSourceText(std::string bytes,
                                          const std::string& file_name,
                                          std::optional<FileFormat> format,
                                          const Pandoc& pandoc) {
  SourceText source;
  if (HasUtf16Mark(bytes)) {
    absl::StatusOr<std::string> text = FromUtf16(bytes);
    if (!text.ok()) return WithPrefix(file_name, text.status());
    source.original =
        OriginalOf(bytes, registry::v1::DOCUMENT_FORMAT_UTF16_TEXT);
    bytes = *std::move(text);
  }
  if (format.has_value()) {
    source.format = *format;
  } else {
    const absl::StatusOr<FileFormat> found = RecognizeFormat(bytes);
    if (!found.ok()) return WithPrefix(file_name, found.status());
    source.format = *found;
  }
  if (source.format == FileFormat::kHtml)
    RETURN_IF_ERROR(CheckPage(bytes, file_name));
  if (source.format == FileFormat::kDocx ||
      source.format == FileFormat::kHtml) {
    const bool docx = source.format == FileFormat::kDocx;
    if (!source.original.has_value()) {
      source.original =
          OriginalOf(bytes, docx ? registry::v1::DOCUMENT_FORMAT_DOCX
                                 : registry::v1::DOCUMENT_FORMAT_HTML);
    }
    ASSIGN_OR_RETURN(source.text,
                     DerivedText(bytes, source.format, file_name, pandoc));
  } else {
    source.text = std::move(bytes);
  }
  return source;
}

}  // namespace compendium
