// SPDX-License-Identifier: Apache-2.0
// The steps of `compendium curate`, made of its words. Pure: items that are
// corrected are taken from the record that the caller has read.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/curation_step.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {

// What an item is to say: "FIELD=VALUE" (see SetField), and the words it rests
// on; empty ones leave what is there.
struct ItemChange {
  std::vector<std::string> assignments;
  std::string question_id;
  std::string quote;
};

// Corrects the item with this id (words of a participant or a focus area).
// NOT_FOUND when the questionnaire has none, INVALID_ARGUMENT for a change that
// does not fit.
absl::StatusOr<registry::v1::CurationStep> CorrectStep(
    const registry::v1::Questionnaire& questionnaire, const std::string& id,
    const ItemChange& change);

// The kinds of items that can be added.
inline constexpr const char* kItemKinds[] = {
    "meeting", "claim", "project", "publication", "participant", "focus_area"};

// Adds an item of a kind.
absl::StatusOr<registry::v1::CurationStep> AddStep(absl::string_view kind,
                                                   const ItemChange& change);

// Says how a question was answered; the state in words.
absl::StatusOr<registry::v1::CurationStep> StateStep(
    const std::string& question_id, absl::string_view state);

// A mention of a meeting, as `show` and `curate` write it:
//
//   mention = ( questionnaire | mechanism id ) ":" item id
//
// The mechanism's questionnaire is that of the round. INVALID_ARGUMENT for
// other texts.
absl::StatusOr<registry::v1::MentionReference> ParseMention(
    absl::string_view text, absl::string_view round_id);

// A questionnaire's name for "midsa/2016"; other texts stay.
std::string FullQuestionnaireName(absl::string_view text);

}  // namespace compendium
