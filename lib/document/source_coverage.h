// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "absl/strings/string_view.h"
#include "lib/document/compendium_text.h"
#include "lib/document/document_line.h"

namespace compendium {

// To whom a line of the document belongs. Each line has one owner, which is why
// spans and remainders together cover every byte exactly once.
struct LineOwner {
  enum class Part {
    kDocument,   // no questionnaire's: a remainder of the document
    kProfile,    // heading, participants or focus areas of a questionnaire
    kAnswer,     // a question or its answer
    kRemainder,  // in a questionnaire, but not understood
  };

  Part part = Part::kDocument;
  size_t questionnaire = 0;  // index of ParsedDocument.questionnaires
  size_t answer = 0;         // index of Questionnaire.answers

  friend bool operator==(const LineOwner&, const LineOwner&) = default;
};

// Writes into `parsed`, whose questionnaires and answers are there, the spans
// and remainders of `text`. Neighbouring lines of one owner make one span;
// remainders longer than kRemainderBytesMax are cut between characters.
void AddSpans(absl::string_view text, const std::vector<DocumentLine>& lines,
              const std::vector<LineOwner>& owners, ParsedDocument& parsed);

}  // namespace compendium
