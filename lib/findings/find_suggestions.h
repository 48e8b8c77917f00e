// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/finding.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {

// The version of data/suggestion_words.csv and of how it is read. It grows with
// every change by which equal records may give other suggestions.
inline constexpr absl::string_view kSuggestionWordsVersion = "1";

// The SDG targets to which answers point without claiming them: a phrase of
// data/suggestion_words.csv stands in an answer, and no claim of the
// questionnaire names the target. One for each target, in the order of the
// framework, resting on its best sentence: one about the SDGs before one about
// projects or publications before any other; among these the one with the
// longest phrase; then the first. The latest of questionnaire.decisions with
// its id is attached.
//
// Not suggested is what the text denies ("not related to remittances"), what
// stands in the name of a body, a fund or a treaty, what the same sentence
// claims as a goal, and what a person took out (Questionnaire.rejections). A
// suggestion counts as nothing until a person accepts it.
//
// Focus areas are not read: a claim rests on a sentence of an answer.
//
// Pure and deterministic; never fails; at most kSuggestionsMax. Linear in the
// texts. Any thread.
std::vector<registry::v1::Suggestion> FindSuggestions(
    const registry::v1::Questionnaire& questionnaire);

}  // namespace compendium
