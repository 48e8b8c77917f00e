// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"
#include "lib/domain/answer_state.h"
#include "lib/extract/text_lines.h"

namespace compendium {

// What an answer's text amounts to:
//   kBlank              nothing, or nothing but marks
//   kNotApplicable      the whole text is "N/A", "n. a.", "not applicable" …
//   kNothingToReport    the whole text is "NTR", "nothing to report" …
//   kCrossReference     a short text that only points: "See point 2", "idem"
//   kNegativeStatement  one sentence on one line that starts by denying ("Not
//   at
//                       this stage.", "There were no …", "It has not been …"),
//                       or several that all do
//   kAnswered           everything else; also a denial that goes on to name
//                       codes, or has a list or further sentences behind it
// Never fails; a pure function of the words, linear in the text.
AnswerState ClassifyAnswer(absl::string_view text);

// The same for a text that was taken apart already.
AnswerState ClassifyAnswer(const AnswerText& answer);

}  // namespace compendium
