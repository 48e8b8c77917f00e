// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// Turns the cells of one answer into plain text. What comes out:
//   - one line per paragraph and per list item, no empty lines, no blanks at
//     the ends of a line, single spaces within; "\n" between lines
//   - a list item starts with "• " (U+2022) whatever marked it; numbered and
//     lettered items keep their "2." or "b)"; nested items are items
//   - no tags, entities decoded, no "**" of emphasis
//   - ordinary characters only: see ordinary_text.h
// Lists need not be marked up: after "<ul>" or at the start of a line a hyphen
// is understood as the mark of items, and each further " - " starts the next,
// unless it stands between two numbers. Not thread-safe; made for one text.
class PlainText {
 public:
  // Adds the next cell. If a page break cut a sentence between the cells, the
  // sentence is put together again; see ContinuesSentence.
  void AddCell(absl::string_view cell);

  // Adds text that starts a new line in any case.
  void AddParagraph(absl::string_view text);

  // The text so far. Call it once, at the end.
  std::string Finish();

 private:
  struct List {
    bool numbered = false;
    int next_number = 1;
    std::string marker;  // such as "-"; empty when bullets speak for themselves
  };

  void AddMarkup(absl::string_view text);
  void AddText(absl::string_view text);
  void AddWord(absl::string_view word, absl::string_view after);
  void Append(absl::string_view word);
  void OpenList(bool numbered);
  void StartItem();
  void Flush();

  // Whether the next word is the first of its line.
  bool AtLineStart() const { return line_.empty() || break_ || join_; }
  // Whether `word`, which can mark items, does so here.
  bool MarksItem(absl::string_view word, absl::string_view after);
  // Whether `word` is the number that the innermost numbered list is due to
  // give its next item; counts it if so.
  bool TakeItemNumber(absl::string_view word);

  std::string text_;   // finished lines
  std::string line_;   // the line at work, without its item mark
  bool item_ = false;  // whether that line is an item
  // What is due before the next word: a space, a line end, a decision.
  bool space_ = false;
  bool break_ = false;
  bool join_ = false;
  bool expect_item_ = false;
  std::vector<List> lists_;  // those that are open, the innermost last
};

// `text` on one line: as PlainText, but with spaces for line ends and without
// the item mark at its start.
std::string OneLine(absl::string_view text);

}  // namespace compendium
