// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/document/ast_inlines.h"

namespace compendium {

// Pandoc's tree of a document that this program exported, or of a form that it
// made, as exported text (exported_text.h). Such a document is known by its
// tables of questions, whose heads say "Question" and "Answer": above each
// there is a heading with a mechanism's id, as in a page, or a mechanism's
// heading and directly above the table the heading "Answers", as in a Word
// file, which keeps no ids. Without an id the words of the heading tell the
// mechanism. Names and areas stand under headings of their own; a question's
// number tells its id.
//
// All text of the tree is in the result. Footnotes stand below their section,
// and deleted text and comments of a tracked document at the end.

// Whether the tree has such tables, and no other with such a head.
bool IsExportedAst(const Ast& blocks);

// The text. `title_lines` are those of the document's title page.
std::string ExportedTextFromAst(const std::vector<std::string>& title_lines,
                                const Ast& blocks);

}  // namespace compendium
