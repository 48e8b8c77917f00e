// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/text_lines.h"

#include <algorithm>

#include "lib/extract/date_words.h"
#include "lib/extract/limits.h"

namespace compendium {
namespace {

// The lists of longer texts are made as large as they will be: growing them
// would touch several times the memory, which costs more than counting lines.
constexpr size_t kShortTextBytes = 256;

// Room for the lines of a text; for one when it is short.
size_t LinesAhead(absl::string_view text) {
  if (text.size() <= kShortTextBytes) return 1;
  const auto ends =
      static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
  // A line that is kept has a byte beside its end.
  return std::min(ends, text.size() / 2) + 1;
}

constexpr WordList kAbbreviations =
    " approx art cf dr etc fig incl mr mrs ms para prof st vol vs jan "
    "feb mar apr jun jul aug sep sept oct nov dec "_words;

bool IsItemMark(const Token& token) {
  return token.Is('*') || token.Is('-') || token.Is('>') || token.Is('_');
}

// Whether "12. – 14. April" or "12. – 14.04.2016" starts at `at`.
bool StartsDottedInterval(const std::vector<Token>& tokens, size_t at,
                          size_t last) {
  const size_t to = at + 3;
  return to + 2 < last && tokens[at + 2].Is('-') && tokens[to].is_number() &&
         tokens[to + 1].Is('.') && !tokens[to + 1].space_before &&
         (IsMonthName(tokens[to + 2]) || tokens[to + 2].is_number());
}

// Whether a number at `first` numbers the line: "1. Title", "2) title", or the
// number alone before a capitalised word ("1 Thematic workshop"). `before` is
// the number of the line above, or 0.
size_t NumberMarkerEnd(const std::vector<Token>& tokens, TokenRange range,
                       int before) {
  const size_t at = range.first;
  if (range.size() < 2 || tokens[at].Value() < 0) return at;
  // Larger numbers are years and days, not items.
  if (tokens[at].Value() == 0 || tokens[at].Value() > 20) return at;
  const Token& next = tokens[at + 1];
  // "12. April" is a day, unless it carries on the numbers above.
  if (next.Is('.') && at + 2 < range.last) {
    const bool day = tokens[at].Value() != before + 1;
    if (day && IsMonthName(tokens[at + 2])) return at;
    if (StartsDottedInterval(tokens, at, range.last)) return at;
  }
  if ((next.Is('.') || next.Is(')')) && !next.space_before) {
    if (range.size() == 2 || tokens[at + 2].space_before) return at + 2;
  }
  return at;
}

// Drops the marks that open a list item, also nested ones ("• ❖ Theme").
// `number` is that of the line above, or 0, and becomes that of this line.
void TakeMarker(const std::vector<Token>& tokens, TextLine& line, int& number) {
  size_t& first = line.tokens.first;
  while (line.tokens.size() > 1 && IsItemMark(tokens[first]) &&
         tokens[first + 1].space_before) {
    line.marker = LineMarker::kBullet;
    ++first;
  }
  const size_t after = NumberMarkerEnd(tokens, line.tokens, number);
  // Lines without a number, as items of a list, do not end the numbers.
  if (after == first) return;
  number = tokens[first].Value();
  first = std::min(after, line.tokens.last);
  if (line.marker == LineMarker::kNone) line.marker = LineMarker::kNumber;
}

bool IsAbbreviation(const Token& token) {
  if (token.is_word() && token.text.size() == 1) return true;
  return IsOneOf(token, kAbbreviations);
}

bool EndsSentence(const std::vector<Token>& tokens, size_t at, size_t last) {
  const Token& mark = tokens[at];
  if (!mark.Is('.') && !mark.Is('!') && !mark.Is('?')) return false;
  if (at + 1 >= last || !tokens[at + 1].space_before) return false;
  if (at > 0 && mark.Is('.') && IsAbbreviation(tokens[at - 1])) return false;
  // "12. März"
  if (at > 0 && tokens[at - 1].Value() > 0 && tokens[at - 1].Value() <= 31 &&
      IsMonthName(tokens[at + 1])) {
    return false;
  }
  return tokens[at + 1].IsCapitalised() || tokens[at + 1].Is('"') ||
         tokens[at + 1].kind == TokenKind::kAddress;
}

// Appends the sentences of a range.
void AddSentences(const std::vector<Token>& tokens, TokenRange range,
                  SentenceRanges& sentences) {
  size_t first = range.first;
  for (size_t at = range.first; at < range.last; ++at) {
    if (!EndsSentence(tokens, at, range.last)) continue;
    sentences.push_back({first, at + 1});
    first = at + 1;
  }
  if (first < range.last) sentences.push_back({first, range.last});
}

}  // namespace

SentenceRanges SplitSentences(const std::vector<Token>& tokens,
                              TokenRange range) {
  SentenceRanges sentences;
  AddSentences(tokens, range, sentences);
  return sentences;
}

AnswerText::AnswerText(absl::string_view text)
    : text_(text.substr(0, kAnswerBytesMax)) {
  const size_t lines = LinesAhead(text_);
  lines_.reserve(lines);
  // Words with a blank take more bytes, entries of lists no fewer; a text of
  // marks makes it grow. Room that is not used costs nothing.
  tokens_.reserve(std::max(text_.size() / 3 + 1, lines));
  int number = 0;
  for (size_t begin = 0; begin < text_.size();) {
    size_t end = text_.find('\n', begin);
    if (end == absl::string_view::npos) end = text_.size();
    const size_t first = tokens_.size();
    Tokenize(text_, begin, end, tokens_);
    begin = end + 1;
    if (tokens_.size() == first) continue;
    TextLine& line = lines_.emplace_back();
    line.tokens = {first, tokens_.size()};
    TakeMarker(tokens_, line, number);
    if (line.tokens.empty()) {
      lines_.pop_back();
      continue;
    }
    line.begin = tokens_[line.tokens.first].begin;
    line.end = tokens_[line.tokens.last - 1].end();
    AddSentences(tokens_, line.tokens, line.sentences);
  }
}

absl::string_view AnswerText::Slice(TokenRange range) const {
  if (range.empty()) return absl::string_view();
  const size_t begin = tokens_[range.first].begin;
  return text_.substr(begin, tokens_[range.last - 1].end() - begin);
}

}  // namespace compendium
