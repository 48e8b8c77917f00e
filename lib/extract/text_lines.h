// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "lib/extract/token.h"

namespace compendium {

// What stands before the words of a line.
enum class LineMarker {
  kNone,
  kBullet,  // "•", "-", "⇒": an item of a list
  kNumber,  // "1.", "2)"
};

// Sentences that follow one another; most lines are one.
using SentenceRanges = absl::InlinedVector<TokenRange, 1>;

// One line of an answer: a paragraph or an item of a list.
struct TextLine {
  LineMarker marker = LineMarker::kNone;
  size_t begin = 0;          // first byte after the marker
  size_t end = 0;            // the byte after the last one that is no blank
  TokenRange tokens;         // after the marker
  SentenceRanges sentences;  // they cover `tokens`
};

// An answer's text, taken apart. It borrows the text, which must outlive it;
// after construction it never changes, so any thread may read it. Building it
// takes linear time. Of a text longer than kAnswerBytesMax only that many bytes
// are read.
class AnswerText {
 public:
  explicit AnswerText(absl::string_view text);

  absl::string_view text() const { return text_; }
  const std::vector<Token>& tokens() const { return tokens_; }
  const Token& token(size_t index) const { return tokens_[index]; }
  const std::vector<TextLine>& lines() const { return lines_; }

  // The text from the first to the last token of a range, as it stands.
  absl::string_view Slice(TokenRange range) const;

 private:
  absl::string_view text_;
  std::vector<Token> tokens_;
  std::vector<TextLine> lines_;  // those that hold no token are left out
};

// The sentences of a range of tokens. A full stop ends one only before a blank
// and a capital letter (or an opening quotation mark), and not after an
// abbreviation such as "Sept.", "e.g." or "St.". Linear.
SentenceRanges SplitSentences(const std::vector<Token>& tokens,
                              TokenRange range);

}  // namespace compendium
