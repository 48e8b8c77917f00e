// SPDX-License-Identifier: Apache-2.0
#include "lib/document/question_label.h"

#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
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

// What may stand between a number and its letter: "2 A", "2.A", "2-a", "2(a)".
size_t JointSize(absl::string_view line, size_t at) {
  if (const size_t blank = BlankSize(line, at); blank > 0) return blank;
  constexpr absl::string_view kJoints = ".-/(";
  return at < line.size() && kJoints.find(line[at]) != kJoints.npos ? 1 : 0;
}

// The place of the letter that belongs to a number which ends at `at` ("2A",
// "2 A", "2 a."); npos when there is none. In "2 A meeting" the letter is
// taken, too: then the words decide.
size_t FindLetter(absl::string_view line, size_t at) {
  size_t letter = at + JointSize(line, at);
  // "2. a)"; but in "2. A meeting" it is an article.
  const size_t blank =
      letter > at && IsPoint(line, letter - 1) ? BlankSize(line, letter) : 0;
  letter += blank;
  if (!IsLetter(line, letter)) return line.npos;
  const size_t after = letter + 1;
  if (IsPoint(line, after)) return letter;
  const bool alone = after == line.size() || BlankSize(line, after) > 0;
  return alone && blank == 0 ? letter : line.npos;
}

// Takes the word off that some put before a question's number.
void DropNumberWord(absl::string_view& line) {
  constexpr std::array<absl::string_view, 9> kWords = {
      "question", "frage", "pregunta", "item", "n\u00b0",
      "n\u00ba",  "no.",   "nr.",      "q"};
  for (const absl::string_view word : kWords) {
    if (!absl::StartsWithIgnoreCase(line, word)) continue;
    const absl::string_view rest = TrimBlanks(line.substr(word.size()));
    if (IsDigit(rest, 0)) line = rest;
    return;
  }
}

// Takes "2 A." off the front of `line` and returns "2A"; empty when the line
// does not start with a number followed by a blank or a point. "10.7" is none.
std::string TakeNumber(absl::string_view& line) {
  absl::string_view rest = line;
  DropNumberWord(rest);
  size_t digits = 0;
  while (IsDigit(rest, digits)) ++digits;
  if (digits == 0 || digits > 2) return "";
  size_t end = digits;
  std::string number(rest.substr(0, digits));
  if (const size_t letter = FindLetter(rest, digits); letter != rest.npos) {
    number += absl::ascii_toupper(static_cast<unsigned char>(rest[letter]));
    end = letter + 1;
  }
  const size_t points = end;
  while (IsPoint(rest, end)) ++end;
  if (end < rest.size() && BlankSize(rest, end) == 0 &&
      (end == points || IsDigit(rest, end))) {
    return "";
  }
  line = TrimBlanks(rest.substr(end));
  // "2A – Meetings", "1 : Activities"
  while (!line.empty()) {
    const size_t size = CharacterSize(line, 0);
    if (line[0] != ':' && !IsItemMarker(line.substr(0, size))) break;
    if (size < line.size() && BlankSize(line, size) == 0) break;
    line = TrimBlanks(line.substr(size));
  }
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
