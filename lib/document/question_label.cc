// SPDX-License-Identifier: Apache-2.0
#include "lib/document/question_label.h"

#include "absl/strings/ascii.h"
#include "lib/document/characters.h"
#include "lib/document/known_question.h"
#include "lib/document/limits.h"

namespace compendium {
namespace {

bool IsDigit(absl::string_view text, size_t at) {
  return at < text.size() &&
         absl::ascii_isdigit(static_cast<unsigned char>(text[at]));
}

bool IsLetter(absl::string_view text, size_t at) {
  return at < text.size() &&
         absl::ascii_isalpha(static_cast<unsigned char>(text[at]));
}

bool IsPoint(absl::string_view text, size_t at) {
  return at < text.size() &&
         (text[at] == '.' || text[at] == ')' || text[at] == ':');
}

// The end of the letter that belongs to a number which ends at `at` ("2A",
// "2 A", "2 a."); `at` itself when there is none. In "2 A meeting" the letter
// is taken, too: then the words decide.
size_t EndOfLetter(absl::string_view line, size_t at) {
  const size_t letter = at + BlankSize(line, at);
  if (!IsLetter(line, letter)) return at;
  const size_t after = letter + 1;
  const bool alone = after == line.size() || IsPoint(line, after) ||
                     BlankSize(line, after) > 0;
  return alone ? after : at;
}

// Takes "2 A." off the front of `line` and returns "2A"; empty when the line
// does not start with a number followed by a blank or a point.
std::string TakeNumber(absl::string_view& line) {
  size_t digits = 0;
  while (IsDigit(line, digits)) ++digits;
  if (digits == 0 || digits > 2) return "";
  size_t end = EndOfLetter(line, digits);
  std::string number(line.substr(0, digits));
  if (end > digits) {
    number += absl::ascii_toupper(static_cast<unsigned char>(line[end - 1]));
  }
  const size_t points = end;
  while (IsPoint(line, end)) ++end;
  if (end < line.size() && end == points && BlankSize(line, end) == 0) {
    return "";
  }
  line = TrimBlanks(line.substr(end));
  return number;
}

}  // namespace

bool IsCompleteWording(absl::string_view wording) {
  const absl::string_view text = TrimBlanks(wording);
  if (text.empty()) return false;
  const char last = text.back();
  return last == ':' || last == '.' || last == '?';
}

std::optional<QuestionLabel> ParseQuestionLabel(absl::string_view line) {
  line = TrimBlanks(line);
  if (line.empty() || line.size() > kQuestionBytesMax) return std::nullopt;
  QuestionLabel label;
  label.complete = IsCompleteWording(line);
  label.number = TakeNumber(line);
  if (line.empty()) return std::nullopt;
  label.by_words = FindQuestionByWords(line, label.number);
  label.by_number = FindQuestionById(label.number);
  if (label.number.empty() && !label.by_words.has_value()) return std::nullopt;
  return label;
}

}  // namespace compendium
