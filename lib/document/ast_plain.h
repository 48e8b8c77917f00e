// SPDX-License-Identifier: Apache-2.0
// Text in pandoc's document tree without any markup, letter by letter.
#pragma once

#include <string>
#include <vector>

#include "lib/document/ast_inlines.h"

namespace compendium {

// What stands beside a text: collected while it is read.
struct PlainAside {
  std::vector<std::string> notes;    // footnotes, each on one line
  std::vector<std::string> changes;  // deleted text and comments
};

// The inlines as one line; "\n" where the paragraph has a line end. The address
// of a link follows its text, unless that is an address itself.
std::string PlainInlines(const Ast& inlines, PlainAside& aside);

// Blocks as lines: a paragraph is one, an item begins with "• " or its number.
std::vector<std::string> PlainLines(const Ast& blocks, PlainAside& aside);

}  // namespace compendium
