// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/token.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

struct Character {
  uint32_t code = 0;
  size_t size = 1;
};

bool IsContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// The character at `at`; a byte that starts no UTF-8 character stands alone
// with code 0.
Character CharacterAt(absl::string_view text, size_t at, size_t end) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + size > end) return {0, 1};
  uint32_t code = lead & (0x7Fu >> size);
  for (size_t i = 1; i < size; ++i) {
    if (!IsContinuation(text[at + i])) return {0, 1};
    code = (code << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  }
  return {code, size};
}

bool IsBlank(uint32_t code) {
  return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0xA0 ||
         (code >= 0x2000 && code <= 0x200B) || code == 0x202F ||
         code == 0x3000 || code == 0xFEFF;
}

// See Token::mark.
char MarkOf(uint32_t code) {
  if (code < 0x80) return static_cast<char>(code);
  if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212) return '-';
  if (code == 0x2018 || code == 0x2019 || code == 0xB4) return '\'';
  if (code == 0xAB || code == 0xBB || (code >= 0x201C && code <= 0x201F)) {
    return '"';
  }
  if (code == 0x2022 || code == 0xB7 || code == 0x2023 || code == 0x2043 ||
      code == 0x21D2 || (code >= 0x25A0 && code <= 0x25FF) ||
      (code >= 0x2700 && code <= 0x27BF) ||
      (code >= 0xE000 && code <= 0xF8FF)) {
    return '*';
  }
  return 0;
}

bool IsDigit(uint32_t code) { return code >= '0' && code <= '9'; }

// Letters: those of ASCII, and everything above it that is no sign.
bool IsLetter(uint32_t code) {
  if (code < 0x80) return absl::ascii_isalpha(static_cast<unsigned char>(code));
  if (code < 0xC0) return code == 0xAA || code == 0xB5 || code == 0xBA;
  if (code == 0xD7 || code == 0xF7) return false;
  return !IsBlank(code) && MarkOf(code) == 0 &&
         !(code >= 0x2000 && code <= 0x2BFF);
}

// What a byte below 0x80 is; the others need a look at their character.
enum class ByteClass : unsigned char { kOther, kBlank, kMark, kDigit, kLetter };

constexpr std::array<ByteClass, 256> MakeClasses() {
  std::array<ByteClass, 256> classes{};
  for (size_t byte = 0; byte < 0x80; ++byte) {
    const char c = static_cast<char>(byte);
    const char lower = LowerAscii(c);
    classes[byte] = c == ' ' || (c >= 0x09 && c <= 0x0D) ? ByteClass::kBlank
                    : c >= '0' && c <= '9'               ? ByteClass::kDigit
                    : lower >= 'a' && lower <= 'z'       ? ByteClass::kLetter
                                                         : ByteClass::kMark;
  }
  return classes;
}

constexpr std::array<ByteClass, 256> kClasses = MakeClasses();

ByteClass ClassOf(char byte) {
  return kClasses[static_cast<unsigned char>(byte)];
}

size_t AddressEnd(absl::string_view text, size_t at, size_t end) {
  while (at < end) {
    const Character c = CharacterAt(text, at, end);
    if (IsBlank(c.code) || c.code == '<' || c.code == '>') break;
    at += c.size;
  }
  return at;
}

bool StartsAddress(absl::string_view text, size_t at, size_t end) {
  // Two letters decide for most words.
  const char first = LowerAscii(text[at]);
  const char second = at + 1 < end ? LowerAscii(text[at + 1]) : '\0';
  if (!(first == 'h' && second == 't') && !(first == 'w' && second == 'w')) {
    return false;
  }
  const absl::string_view rest = text.substr(at, end - at);
  return absl::StartsWithIgnoreCase(rest, "http://") ||
         absl::StartsWithIgnoreCase(rest, "https://") ||
         absl::StartsWithIgnoreCase(rest, "www.");
}

bool IsTimePrefix(absl::string_view word) {
  return absl::EqualsIgnoreCase(word, "mid") ||
         absl::EqualsIgnoreCase(word, "early") ||
         absl::EqualsIgnoreCase(word, "late");
}

// "SDG8" is the word and the number of the goal.
bool IsFrameworkPrefix(absl::string_view word) {
  return absl::EqualsIgnoreCase(word, "sdg") ||
         absl::EqualsIgnoreCase(word, "sdgs");
}

// The end of the word that starts at `at`: letters and digits, with single
// hyphens and apostrophes inside when a letter follows. "mid-June" is "mid",
// "-" and "June", because the month must be found. `ascii` tells whether it
// holds nothing else.
size_t WordEnd(absl::string_view text, size_t at, size_t end, bool& ascii) {
  const size_t begin = at;
  ascii = true;
  while (at < end) {
    const ByteClass kind = ClassOf(text[at]);
    if (kind >= ByteClass::kDigit) {
      if (kind == ByteClass::kDigit && at <= begin + 4 &&
          IsFrameworkPrefix(text.substr(begin, at - begin))) {
        break;
      }
      ++at;
      continue;
    }
    const Character c = CharacterAt(text, at, end);
    if (IsLetter(c.code) || IsDigit(c.code)) {
      ascii = false;
      at += c.size;
      continue;
    }
    const char mark = MarkOf(c.code);
    const bool joins = c.code == '-' || c.code == 0x2010 || mark == '\'';
    if (!joins || at + c.size >= end) break;
    if (IsTimePrefix(text.substr(begin, at - begin))) break;
    if (!IsLetter(CharacterAt(text, at + c.size, end).code)) break;
    ascii &= c.size == 1;
    at += c.size;
  }
  return at;
}

// The key of a word, ligatures read as their letters.
void SetKey(bool ascii, Token& token) {
  token.key = WordKey(token.text);
  // Ligatures lie above ASCII, most words do not.
  if (ascii || std::none_of(token.text.begin(), token.text.end(), [](char c) {
        return c == '\xEF' || c == '\xC6' || c == '\xC5';
      })) {
    return;
  }
  std::string letters;
  for (size_t at = 0; at < token.text.size();) {
    size_t size = 1;
    const absl::string_view ligature = LigatureAt(token.text.substr(at), size);
    token.folded |= !ligature.empty();
    absl::StrAppend(&letters,
                    ligature.empty() ? token.text.substr(at, 1) : ligature);
    at += size;
  }
  if (token.folded) token.key = WordKey(letters);
}

// Words that a lost ligature tore in two, as far as meetings and goals are
// known by them, or their second half would be taken for "on".
struct TornWord {
  absl::string_view head;
  absl::string_view tail;
  absl::string_view whole;
};
constexpr TornWord kTornWords[] = {
    {"mee", "ng", "meeting"},
    {"mee", "ngs", "meetings"},
    {"o", "cial", "official"},
    {"o", "cials", "officials"},
    {"con", "rmed", "confirmed"},
    {"tenta", "ve", "tentative"},
    {"tenta", "vely", "tentatively"},
    {"consulta", "on", "consultation"},
    {"consulta", "ons", "consultations"},
    {"publica", "on", "publication"},
    {"publica", "ons", "publications"},
    {"ac", "on", "action"},
    {"coordina", "on", "coordination"},
    {"coopera", "on", "cooperation"},
    {"educa", "on", "education"},
    {"implementa", "on", "implementation"},
    {"inaugura", "on", "inauguration"},
    {"informa", "on", "information"},
    {"integra", "on", "integration"},
    {"migra", "on", "migration"},
    {"organisa", "on", "organisation"},
    {"organiza", "on", "organization"},
    {"prepara", "on", "preparation"},
    {"protec", "on", "protection"},
};

// Whether `tail` and the word before it are one of them, a blank apart:
// "mee ng". Then `head` becomes the whole word.
bool JoinTorn(absl::string_view text, const Token& tail, Token& head) {
  constexpr WordList kTails = " ng ngs on ons cial cials ve vely rmed "_words;
  constexpr WordList kHeads =
      " mee o con tenta consulta publica ac coordina coopera educa implementa "
      "inaugura informa integra migra organisa organiza prepara protec "_words;
  // Most words end here.
  if (tail.text.size() > 5 || !IsOneOf(head, kHeads) ||
      !IsOneOf(tail, kTails) || head.end() + 2 < tail.begin) {
    return false;
  }
  for (const TornWord& torn : kTornWords) {
    if (!head.IsWord(torn.head) || tail.text != torn.tail) continue;
    head.text = text.substr(head.begin, tail.end() - head.begin);
    head.folded = true;
    head.key = WordKey(torn.whole);
    return true;
  }
  return false;
}

// See Token::Value.
int16_t ValueOf(absl::string_view digits) {
  if (digits.size() > 4) return -1;
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return static_cast<int16_t>(value);
}

}  // namespace

bool Token::EqualsWord(absl::string_view wanted) const {
  return absl::EqualsIgnoreCase(text, wanted);
}

bool Token::IsCapitalised() const {
  if (!is_word()) return false;
  const auto lead = static_cast<unsigned char>(text[0]);
  return lead >= 0x80 || absl::ascii_isupper(lead);
}

bool Token::IsAcronym() const {
  if (!is_word() || text.size() < 2) return false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (!absl::ascii_isupper(byte) && !absl::ascii_isdigit(byte)) return false;
  }
  return true;
}

void Tokenize(absl::string_view text, size_t begin, size_t end,
              std::vector<Token>& tokens) {
  const size_t first = tokens.size();
  bool space = true;
  for (size_t at = begin; at < end;) {
    ByteClass kind = ClassOf(text[at]);
    Character c{static_cast<unsigned char>(text[at]), 1};
    if (kind == ByteClass::kOther) {
      c = CharacterAt(text, at, end);
      kind = IsBlank(c.code)    ? ByteClass::kBlank
             : IsLetter(c.code) ? ByteClass::kLetter
                                : ByteClass::kMark;
    }
    if (kind == ByteClass::kBlank) {
      space = true;
      at += c.size;
      continue;
    }
    Token& token = tokens.emplace_back();
    token.space_before = space;
    token.begin = at;
    size_t stop = at + c.size;
    bool ascii = false;
    if (kind == ByteClass::kLetter) {
      const bool address = StartsAddress(text, at, end);
      token.kind = address ? TokenKind::kAddress : TokenKind::kWord;
      stop =
          address ? AddressEnd(text, at, end) : WordEnd(text, at, end, ascii);
    } else if (kind == ByteClass::kDigit) {
      token.kind = TokenKind::kNumber;
      while (stop < end && ClassOf(text[stop]) == ByteClass::kDigit) ++stop;
      token.value = ValueOf(text.substr(at, stop - at));
    } else {
      token.mark = MarkOf(c.code);
    }
    token.text = text.substr(at, stop - at);
    if (token.is_word()) SetKey(ascii, token);
    const bool torn = token.is_word() && space && tokens.size() > first + 1 &&
                      JoinTorn(text, token, tokens[tokens.size() - 2]);
    if (torn) tokens.pop_back();
    space = false;
    at = stop;
  }
}

}  // namespace compendium
