// SPDX-License-Identifier: Apache-2.0
// Runs of text in pandoc's document tree (pandoc-types 1.22) as the markup of a
// compendium text.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace compendium {

using Ast = nlohmann::json;

// What a tree says beside its text: collected while it is read.
struct AstAside {
  std::vector<std::string> notes;    // footnotes of the paragraph at work
  std::vector<std::string> changes;  // deleted text and comments, to the end
  int note_count = 0;                // of the document, which numbers them
  absl::Status problem;              // the first element not understood
};

// `text` so that reading it as markup gives it again, on one line.
std::string EscapeMarkup(absl::string_view text);

// The member "c" of an element; null when there is none.
const Ast& ContentOf(const Ast& element);

// The member "t" of an element; empty when it is none.
absl::string_view KindOf(const Ast& element);

// The item of an array; null when there is none.
const Ast& ItemOf(const Ast& array, size_t index);

// The text, empty when `value` is none.
std::string TextOf(const Ast& value);

// Notes in `aside` that `element` is not understood.
void NoteUnknown(const Ast& element, AstAside& aside);

// The inlines as markup on one line, but for "\n" where the paragraph has a
// line end. Emphasis becomes tags. Addresses of links follow their text in
// angle brackets. Footnotes leave "[1]" behind, their text goes to
// aside.notes; deleted text and comments of a tracked document go to
// aside.changes.
std::string InlineMarkup(const Ast& inlines, AstAside& aside);

// Whether all text in the inlines is strong, and there is some.
bool IsStrong(const Ast& inlines);

}  // namespace compendium
