// SPDX-License-Identifier: Apache-2.0
// The states of a completion in words and marks for people.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "compendium/reporting/v1/completion.pb.h"

namespace compendium {

// A state with its mark, what the mark means, and its count.
struct CompletionStateWords {
  reporting::v1::CompletionState state;
  absl::string_view mark;
  absl::string_view meaning;
  int (reporting::v1::CompletionCounts::*count)() const;
};

// The states that occur, in the order in which to show them.
std::vector<CompletionStateWords> CompletionStatesIn(
    const reporting::v1::CompletionCounts& counts);

// The state's mark: "yes", "n/a", "–".
absl::string_view CompletionMark(reporting::v1::CompletionState state);

// What the mark means: "answered", "left blank".
absl::string_view CompletionMeaning(reporting::v1::CompletionState state);

}  // namespace compendium
