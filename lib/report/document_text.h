// SPDX-License-Identifier: Apache-2.0
// The small parts of documents that every builder makes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "lib/report/document.h"

namespace compendium {

DocumentCell TextCell(std::string text, CellTone tone = CellTone::kPlain);

// The number in digits, and as what a spreadsheet counts on.
DocumentCell NumberCell(int64_t number, CellTone tone = CellTone::kPlain);

DocumentCell LinkCell(std::string text, std::string target);

DocumentParagraph PlainParagraph(std::string text);

// What explains how to read something.
DocumentParagraph NoteParagraph(std::string text);

// The text word for word, in which the web addresses lead where they say.
std::vector<DocumentText> LinkedText(absl::string_view text);

// Moves `more` to the end of `blocks`.
void AppendBlocks(std::vector<DocumentBlock> more,
                  std::vector<DocumentBlock>& blocks);

// Adds a section of the first level to the end of the document.
void AddSection(std::string id, std::string title,
                std::vector<DocumentBlock> blocks, Document& document);

// An id that begins with `prefix` (a letter first) and ends with `name`, in
// which every byte that an XML id may not have is "_".
std::string IdOf(absl::string_view prefix, absl::string_view name);

}  // namespace compendium
