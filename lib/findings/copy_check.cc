// SPDX-License-Identifier: Apache-2.0
// copied-heading: the meetings of senior officials and those of ministers begin
// with the same line. copied-answer: two different questions have the same
// answer as a whole. Compared by NameKey, so that blanks and capitals make no
// difference.
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "lib/domain/name_key.h"
#include "lib/findings/checks.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// Shorter lines ("Theme:", "Bangkok, May 2016") may be the same by right.
constexpr size_t kHeadingBytesMin = 20;
// A short answer ("see the website") may fit two questions.
constexpr size_t kAnswerBytesMin = 40;

bool IsOneLevel(QuestionTopic topic) {
  return topic == QuestionTopic::kSeniorOfficials ||
         topic == QuestionTopic::kMinisterial;
}

std::string Sentence(absl::string_view what, const AnswerView& answer,
                     const AnswerView& original, absl::string_view words) {
  return absl::StrCat("The ", what, " of question ", answer.id(),
                      " is that of question ", original.id(), ": ",
                      InMessage(words), ".");
}

}  // namespace

void CheckCopies(const QuestionnaireView& view, FindingList& list) {
  absl::flat_hash_map<std::string, const AnswerView*> headings;
  absl::flat_hash_map<std::string, const AnswerView*> answers;
  for (const AnswerView& answer : view.answers()) {
    if (!answer.answered || answer.text.lines().empty()) continue;
    const TokenRange whole = {0, answer.text.tokens().size()};
    std::string key = NameKey(answer.text.Slice(whole));
    if (key.size() >= kAnswerBytesMin) {
      const auto [entry, added] = answers.try_emplace(std::move(key), &answer);
      const AnswerView& original = *entry->second;
      if (!added && original.id() != answer.id()) {
        list.Add(
            {"copied-answer",
             v1::FINDING_SEVERITY_WARNING,
             Sentence("answer", answer, original, answer.text.Slice(whole)),
             "Ask the respondent for the answer that belongs there.",
             {view.Quote(original, whole), view.Quote(answer, whole)},
             answer.id()});
        continue;
      }
    }
    if (!IsOneLevel(answer.topic)) continue;
    const TokenRange line = answer.text.lines()[0].tokens;
    std::string heading = NameKey(answer.text.Slice(line));
    if (heading.size() < kHeadingBytesMin) continue;
    const auto [entry, added] =
        headings.try_emplace(std::move(heading), &answer);
    const AnswerView& original = *entry->second;
    if (added || original.topic == answer.topic) continue;
    list.Add(
        {"copied-heading",
         v1::FINDING_SEVERITY_WARNING,
         Sentence("heading", answer, original, answer.text.Slice(line)),
         "Ask the respondent for title and date of the meeting that is meant, "
         "and correct its entry.",
         {view.Quote(original, original.text.lines()[0].tokens),
          view.Quote(answer, line)},
         answer.id()});
  }
}

}  // namespace compendium
