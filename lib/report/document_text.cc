// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_text.h"

#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/publish/answer_lines.h"

namespace compendium {

DocumentCell TextCell(std::string text, CellTone tone) {
  DocumentCell cell{.tone = tone};
  if (!text.empty()) cell.parts.push_back({std::move(text)});
  return cell;
}

DocumentCell NumberCell(int64_t number, CellTone tone) {
  return {.parts = {{absl::StrCat(number)}}, .tone = tone, .number = number};
}

DocumentCell LinkCell(std::string text, std::string target) {
  return {.parts = {{std::move(text), std::move(target)}}};
}

DocumentParagraph PlainParagraph(std::string text) {
  return {.parts = {{std::move(text)}}};
}

DocumentParagraph NoteParagraph(std::string text) {
  return {.parts = {{std::move(text)}}, .style = ParagraphStyle::kNote};
}

std::vector<DocumentText> LinkedText(absl::string_view text) {
  std::vector<DocumentText> parts;
  // Text without a target becomes one part.
  const auto add = [&parts](absl::string_view piece, std::string target) {
    const bool joins =
        target.empty() && !parts.empty() && parts.back().target.empty();
    if (joins) {
      absl::StrAppend(&parts.back().text, piece);
    } else if (!piece.empty()) {
      parts.push_back({std::string(piece), std::move(target)});
    }
  };
  bool is_first = true;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    if (!is_first) add("\n", "");
    is_first = false;
    for (const TextPiece& piece : SplitLinks(line))
      add(piece.text, piece.is_link ? LinkTarget(piece.text) : "");
  }
  return parts;
}

void AppendBlocks(std::vector<DocumentBlock> more,
                  std::vector<DocumentBlock>& blocks) {
  blocks.insert(blocks.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

void AddSection(std::string id, std::string title,
                std::vector<DocumentBlock> blocks, Document& document) {
  document.sections.push_back({.id = std::move(id),
                               .title = std::move(title),
                               .blocks = std::move(blocks)});
}

std::string IdOf(absl::string_view prefix, absl::string_view name) {
  std::string id = absl::StrCat(prefix, "-", name);
  for (char& c : id) {
    const bool fits = absl::ascii_isalnum(static_cast<unsigned char>(c)) ||
                      c == '-' || c == '_' || c == '.';
    if (!fits) c = '_';
  }
  return id;
}

}  // namespace compendium
