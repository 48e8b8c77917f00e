// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium {

// The compendium text (compendium_text.h) of a document, given as the JSON tree
// into which pandoc 2.17 reads it (pandoc-types 1.22; DOCX with
// --track-changes=all). All text of the tree is in the result:
//
//   table       a row of label and answer for each of its rows; a number in a
//               column of its own joins the label, further columns the answer;
//               what a page break split into two tables stays one answer
//   merged      a label over several rows is continued; an answer over several
//   cells       questions answers each; a cell over all columns stands alone,
//               so that tables for layout vanish
//   headings,   those that are a question start its answer, which goes on to
//   bold lines  the next question or mechanism
//   members,    whether paragraphs, lists or rows: "Member States:" and
//   focus       "Focus:" with their items below
//   links       "text <address>"
//   footnotes   at the end of their cell, else below their paragraph
//   tracked     inserted text is text; deleted text and comments are listed at
//   changes     the end, where they belong to no answer
//
// Glue that is not in the document: tags, brackets, bullets, the numbers of
// numbered lists, and a colon behind a label that has none.
//
// A document that this program exported is known by its tables and becomes
// exported text, letter by letter (exported_ast.h).
//
// kInvalidArgument when it is not such a tree, kResourceExhausted beyond the
// limits of limits.h. Pure; any thread.
absl::StatusOr<std::string> TextFromAst(absl::string_view json);

}  // namespace compendium
