// SPDX-License-Identifier: Apache-2.0
#include "lib/document/sentence.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "lib/document/characters.h"

namespace compendium {
namespace {

bool IsDigit(char c) {
  return absl::ascii_isdigit(static_cast<unsigned char>(c));
}
bool IsLower(char c) {
  return absl::ascii_islower(static_cast<unsigned char>(c));
}

absl::string_view LastWord(absl::string_view line) {
  const size_t blank = line.rfind(' ');
  return blank == line.npos ? line : line.substr(blank + 1);
}

// A sentence's end may stand before closing quotation marks and brackets.
absl::string_view WithoutClosingMarks(absl::string_view line) {
  while (absl::ConsumeSuffix(&line, "\"") || absl::ConsumeSuffix(&line, "”") ||
         absl::ConsumeSuffix(&line, "’") || absl::ConsumeSuffix(&line, "»")) {
  }
  return line;
}

bool IsYear(absl::string_view word) {
  return word.size() >= 4 && IsDigit(word[0]) && IsDigit(word[1]) &&
         IsDigit(word[2]) && IsDigit(word[3]) &&
         (word.size() == 4 || !IsDigit(word[4]));
}

// Whether `line` asks for a number: "held on", "Bangkok,", "16 –".
bool ExpectsNumber(absl::string_view line) {
  const absl::string_view last = LastWord(line);
  return IsLower(last[0]) || IsItemMarker(last) || last.back() == ',' ||
         last.back() == '-' || absl::EndsWith(last, "–");
}

}  // namespace

bool ContinuesSentence(absl::string_view line, absl::string_view word) {
  if (IsItemNumber(LastWord(line))) return true;  // its text is cut off
  if (IsItemNumber(word) || word.back() == ':') return false;
  const absl::string_view end = WithoutClosingMarks(line);
  const char last = end.empty() ? ' ' : end.back();
  if (last == ':' || last == ';') return false;
  if (IsLower(word[0])) return true;
  if (last == '.' || last == '!' || last == '?') return false;
  if (IsDigit(word[0])) return IsYear(word) || ExpectsNumber(line);
  return true;
}

}  // namespace compendium
