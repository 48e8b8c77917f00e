// SPDX-License-Identifier: Apache-2.0
// The text of an answer, taken apart for documents: lines, which are paragraphs
// or items of a list, and the web addresses in them.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// A piece of a line; all pieces together are the line.
struct TextPiece {
  absl::string_view text;
  bool is_link = false;  // the text is an address
};

struct AnswerLine {
  bool is_item = false;    // "• " stood before it
  absl::string_view text;  // without that
};

// The lines of `text`, without those that hold nothing but blanks. The views
// point into `text`.
std::vector<AnswerLine> SplitAnswer(absl::string_view text);

// The pieces of a line. An address begins with http:// or https:// and ends
// before a blank, a quotation mark or an angle bracket; a full stop, comma or
// unmatched bracket at its end is the sentence's. Linear.
std::vector<TextPiece> SplitLinks(absl::string_view line);

// The address as RFC 3986 wants it: what it does not allow is percent-encoded,
// what is encoded stays.
std::string LinkTarget(absl::string_view address);

}  // namespace compendium
