// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium {

// What an answer amounts to. The ways of not answering mean different things
// and are never merged: "N/A" is not "nothing to report", and neither is an
// empty cell.
enum class AnswerState {
  kAnswered,           // the text tells something
  kNotApplicable,      // "N/A", "n. a."
  kNothingToReport,    // "NTR"
  kBlank,              // nothing was written
  kCrossReference,     // points to another answer: "See point 2"
  kNegativeStatement,  // a sentence that says there was none
};

// The name in records: "answered", "not_applicable", "nothing_to_report",
// "blank", "cross_reference", "negative_statement".
absl::string_view ToString(AnswerState state);

// Reads exactly what ToString writes; kInvalidArgument for any other text.
absl::StatusOr<AnswerState> ParseAnswerState(absl::string_view text);

}  // namespace compendium
