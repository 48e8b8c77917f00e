// SPDX-License-Identifier: Apache-2.0
// copied-heading: the meetings of senior officials and those of ministers begin
// with the same line. copied-answer: two different questions have the same
// answer as a whole. Compared by NameKey, so that blanks and capitals make no
// difference.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
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

// How the key of a text begins: texts with one key begin alike. Far cheaper
// than the key, by which few answers need to be compared.
std::string KeyBeginning(absl::string_view text) {
  constexpr size_t kReadBytes = 96;
  constexpr size_t kKeyBytes = 16;
  // A cut may tear a character of up to 3 bytes.
  constexpr size_t kTornBytes = 3;
  std::string key = NameKey(text.substr(0, kReadBytes));
  if (key.size() < kKeyBytes + kTornBytes) key = NameKey(text);
  key.resize(std::min(key.size(), kKeyBytes));
  return key;
}

bool IsOneLevel(QuestionTopic topic) {
  return topic == QuestionTopic::kSeniorOfficials ||
         topic == QuestionTopic::kMinisterial;
}

TokenRange WholeOf(const AnswerView& answer) {
  return {0, answer.text.tokens().size()};
}

// The answers that begin as another one does.
absl::flat_hash_set<const AnswerView*> BeginAlike(
    const QuestionnaireView& view) {
  absl::flat_hash_map<std::string, std::vector<const AnswerView*>> groups;
  for (const AnswerView& answer : view.answers())
    if (answer.answered)
      groups[KeyBeginning(answer.text.Slice(WholeOf(answer)))].push_back(
          &answer);
  absl::flat_hash_set<const AnswerView*> alike;
  for (const auto& [beginning, answers] : groups)
    if (answers.size() > 1) alike.insert(answers.begin(), answers.end());
  return alike;
}

std::string Sentence(absl::string_view what, const AnswerView& answer,
                     const AnswerView& original, absl::string_view words) {
  return absl::StrCat("The ", what, " of question ", answer.id(),
                      " is that of question ", original.id(), ": ",
                      InMessage(words), ".");
}

}  // namespace

void CheckCopies(const QuestionnaireView& view, FindingList& list) {
  const absl::flat_hash_set<const AnswerView*> alike = BeginAlike(view);
  absl::flat_hash_map<std::string, const AnswerView*> headings;
  absl::flat_hash_map<std::string, const AnswerView*> answers;
  for (const AnswerView& answer : view.answers()) {
    if (!answer.answered || answer.text.lines().empty()) continue;
    const TokenRange whole = WholeOf(answer);
    std::string key;
    if (alike.contains(&answer)) key = NameKey(answer.text.Slice(whole));
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
