// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "lib/extract/word_list.h"

namespace compendium {

// What a token is made of. A byte: a text has many tokens.
enum class TokenKind : uint8_t {
  kWord,     // letters; "inter-sessional", "d'Ivoire" and "PP7" are one word,
             // "SDG8" is the word "SDG" and the number 8
  kNumber,   // digits; "23rd" is the number 23 and the word "rd"
  kMark,     // one other character
  kAddress,  // a web address; whatever numbers it holds mean nothing
};

// The smallest piece of text that the finders look at. It borrows the text.
struct Token {
  TokenKind kind = TokenKind::kMark;
  // Whether a blank or the start of the line precedes it.
  bool space_before = false;
  // Of a word, whether it holds ligature characters or a blank in the place of
  // one ("mee ng"); its key has their letters.
  bool folded = false;
  // Of a mark, what it stands for: '-' for every dash, '"' for every double
  // quotation mark, '\'' for every single one, '*' for every bullet, else the
  // ASCII character itself, or 0 for a character that means nothing here.
  char mark = 0;
  int16_t value = -1;  // see Value
  uint64_t key = 0;    // of a word, its WordKey
  size_t begin = 0;    // first byte in the text
  absl::string_view text;

  size_t end() const { return begin + text.size(); }
  bool is_word() const { return kind == TokenKind::kWord; }
  bool is_number() const { return kind == TokenKind::kNumber; }
  bool Is(char wanted) const {
    return kind == TokenKind::kMark && mark == wanted;
  }
  // Whether it is this word; capitals make no difference.
  bool IsWord(absl::string_view wanted) const {
    if (folded) return is_word() && key == WordKey(wanted);
    return is_word() && text.size() == wanted.size() && EqualsWord(wanted);
  }
  // Whether it is a word that starts with a capital letter (ASCII, or any
  // letter outside ASCII).
  bool IsCapitalised() const;
  // Whether it is a word of two or more capitals and digits, such as "SOM".
  bool IsAcronym() const;
  // Its value if it is a number of at most four digits, else -1.
  int Value() const { return value; }

 private:
  bool EqualsWord(absl::string_view wanted) const;
};

// A stretch of tokens: [first, last).
struct TokenRange {
  size_t first = 0;
  size_t last = 0;

  bool empty() const { return first >= last; }
  size_t size() const { return empty() ? 0 : last - first; }
  friend bool operator==(const TokenRange& a, const TokenRange& b) = default;
};

// Appends the tokens of text[begin, end), which holds no line end, to `tokens`.
// Tokens never cut a UTF-8 character; bytes that are not UTF-8 become marks of
// one byte. Linear.
void Tokenize(absl::string_view text, size_t begin, size_t end,
              std::vector<Token>& tokens);

// Whether the token is one of these words, capitals or not.
inline bool IsOneOf(const Token& token, WordList words) {
  return token.is_word() && words.Contains(token.key);
}

}  // namespace compendium
