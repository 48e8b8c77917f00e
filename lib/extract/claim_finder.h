// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/question_topic.h"
#include "lib/extract/text_lines.h"

namespace compendium {

// A goal or target that an answer names, with its evidence in bytes of the
// answer's text.
struct FoundClaim {
  std::string code;  // as SdgCode writes it
  registry::v1::ClaimStrength strength =
      registry::v1::CLAIM_STRENGTH_UNSPECIFIED;
  size_t evidence_begin = 0;
  size_t evidence_end = 0;
};

// The Sustainable Development Goals and targets that an answer claims, each
// once, in the order of the text.
//
//   list   = word { code | separator | word }
//   word   = "SDG" | "goal" | "target" and their plurals
//   code   = number [ "." ( number | letter ) ]     one of the 17 goals and 169
//                                                   targets, or it ends the
//                                                   list
//   separator = marks, brackets, "and", "or", "possibly" …
//
// A number counts only in such a list, or at the start of a line before the
// name of its goal ("13 Climate Action"). Targets also count where they start a
// line without the word, if nothing else stands in it, several follow one
// another, or their words in brackets ("8.8 (rights of workers)"): "3.1
// Training" is a section. What a number counts ("10 participants", "5 May") is
// no goal. A goal whose targets follow it in
// brackets or behind a dash stands for these only: "8 (8.7)" is 8.7. "Possibly"
// holds for the code behind it; "implicitly" and "will contribute to" for the
// rest of the sentence and, when it ends with a colon, for the lines below.
// What a sentence denies is not claimed. Goals and targets of other things are
// told apart by the answer or its question naming the SDGs. Linear.
std::vector<FoundClaim> FindClaims(const AnswerText& answer,
                                   QuestionTopic topic);

}  // namespace compendium
