// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/question_topic.h"

#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/extract/word_list.h"

namespace compendium {
namespace {

struct TopicWord {
  absl::string_view word;
  QuestionTopic topic;
};

// The first of these that occurs decides, so the special come before the
// general: the question about publications also asks for "projects'" links.
constexpr TopicWord kWords[] = {
    {"sustainable development goal", QuestionTopic::kClaims},
    {"sdg", QuestionTopic::kClaims},
    {"global compact", QuestionTopic::kClaims},
    {"publication", QuestionTopic::kPublications},
    {"new project", QuestionTopic::kProjects},
    {"senior official", QuestionTopic::kSeniorOfficials},
    {"ministerial", QuestionTopic::kMinisterial},
    {"meeting", QuestionTopic::kMeetings},
    {"activities", QuestionTopic::kActivities},
    {"project", QuestionTopic::kProjects},
};

// Copies write "oﬃcials" with a character for three letters.
std::string WithoutLigatures(absl::string_view text) {
  std::string letters;
  letters.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    size_t size = 1;
    const absl::string_view ligature = LigatureAt(text.substr(at, 3), size);
    absl::StrAppend(&letters, ligature.empty() ? text.substr(at, 1) : ligature);
    at += size;
  }
  return letters;
}

// The ids of the form of 2016.
constexpr TopicWord kIds[] = {
    {"1", QuestionTopic::kActivities},
    {"2", QuestionTopic::kMeetings},
    {"2A", QuestionTopic::kSeniorOfficials},
    {"2B", QuestionTopic::kMinisterial},
    {"2C", QuestionTopic::kClaims},
    {"3", QuestionTopic::kProjects},
    {"3A", QuestionTopic::kClaims},
    {"4", QuestionTopic::kPublications},
};

}  // namespace

QuestionTopic TopicOf(absl::string_view question_id,
                      absl::string_view question_as_written) {
  const std::string words =
      absl::AsciiStrToLower(WithoutLigatures(question_as_written));
  for (const TopicWord& entry : kWords) {
    if (absl::StrContains(words, entry.word)) return entry.topic;
  }
  for (const TopicWord& entry : kIds) {
    if (question_id == entry.word) return entry.topic;
  }
  return QuestionTopic::kOther;
}

bool AsksForMeetings(QuestionTopic topic) {
  return topic == QuestionTopic::kActivities ||
         topic == QuestionTopic::kMeetings ||
         topic == QuestionTopic::kSeniorOfficials ||
         topic == QuestionTopic::kMinisterial;
}

}  // namespace compendium
