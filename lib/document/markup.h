// SPDX-License-Identifier: Apache-2.0
// The markup that documents carry: the few HTML tags and entities that a text
// extractor or a word processor leaves behind.
//
//   markup := { text | tag }
//   tag    := "<" [ "/" ] name [ anything but "<" and ">" ] [ "/" ] ">"
//   link   := "<" scheme ":" address ">"          is text, without the brackets
//
// Only names in a fixed list make a tag; every other "<" is text, so that what
// looks like markup but is none is not lost.
#pragma once

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// What a piece of markup does to the lines of the text.
enum class MarkupKind {
  kText,
  kInline,        // <i>, </b>, <span …>: nothing
  kBreak,         // <br>, <div>, </li> …: what follows is another line
  kParagraph,     // <p>: the same, and lists that are still open end
  kOpenList,      // <ul>
  kOpenNumbered,  // <ol>
  kCloseList,     // </ul>, </ol>
  kItem,          // <li>
};

struct MarkupPiece {
  MarkupKind kind = MarkupKind::kText;
  absl::string_view text;  // for kText, with entities still in it
};

// Takes the next piece off the front of `rest`, which must not be empty. Never
// takes nothing. Linear over all pieces of a text.
MarkupPiece TakeMarkup(absl::string_view& rest);

// `text` with its character references decoded: &amp; &lt; &gt; &quot; &apos;
// &nbsp; &#8364; &#x20AC;. Whatever else starts with "&" stays.
std::string DecodeEntities(absl::string_view text);

}  // namespace compendium
