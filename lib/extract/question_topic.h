// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"

namespace compendium {

// What a question asks for, as far as reading its answer depends on it.
enum class QuestionTopic {
  kOther,
  kActivities,       // the year's activities
  kMeetings,         // meetings of any kind
  kSeniorOfficials,  // senior officials' meetings
  kMinisterial,      // ministerial meetings
  kClaims,  // goals of a framework: discussions, or support by projects
  kProjects,
  kPublications,
};

// The topic of a question by its words; they differ between copies and years,
// but name their subject. Without telling words by its id in the form of 2016
// ("2A"). Never fails.
QuestionTopic TopicOf(absl::string_view question_id,
                      absl::string_view question_as_written);

// Whether meetings are what the question asks for, or part of it.
bool AsksForMeetings(QuestionTopic topic);

}  // namespace compendium
