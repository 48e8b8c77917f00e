// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// What the words in front of an answer say about which question it answers.
struct QuestionLabel {
  std::string number;  // as an id: "2A" for "2 a."; empty when there is none
  std::optional<size_t> by_words;   // index of KnownQuestions()
  std::optional<size_t> by_number;  // index of KnownQuestions()
  // Whether the wording ends as a question does, not in the middle: a page
  // break may have cut it.
  bool complete = false;

  // Which known question it is: the words decide, then the number.
  std::optional<size_t> known() const {
    return by_words.has_value() ? by_words : by_number;
  }
};

// Reads the words of a label, on one line and without markup:
//   label  := [ [ word ] number [ letter ] [ "." | ")" | ":" ] [ dash ] ]
//             wording
// where word is "Question", "Frage", "n°" and the like, and blanks, a point, a
// hyphen or a bracket may stand between number and letter: "2.A", "2(a)".
// Nothing when it has neither a number nor words of a known question, or is
// longer than a question may be.
std::optional<QuestionLabel> ParseQuestionLabel(absl::string_view line);

// Whether `wording` ends as a question does: with ":", "." or "?".
bool IsCompleteWording(absl::string_view wording);

}  // namespace compendium
