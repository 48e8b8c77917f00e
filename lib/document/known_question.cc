// SPDX-License-Identifier: Apache-2.0
#include "lib/document/known_question.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "lib/domain/csv_table.h"
#include "lib/domain/name_key.h"

namespace compendium {

extern const char kQuestionsCsv[];

namespace {

std::vector<KnownQuestion> LoadQuestions() {
  std::vector<KnownQuestion> questions;
  const CsvTable table(kQuestionsCsv);
  for (size_t row = 0; row < table.row_count(); ++row) {
    KnownQuestion question;
    question.id = std::string(table.Field(row, "id"));
    question.title = std::string(table.Field(row, "title"));
    question.asks_for_claims = table.Field(row, "asks_for_claims") == "yes";
    for (const absl::string_view way :
         absl::StrSplit(table.Field(row, "words"), '|')) {
      question.words.push_back(absl::StrSplit(way, '+'));
      std::vector<std::string>& lossy = question.lossy_words.emplace_back();
      for (const std::string& phrase : question.words.back())
        lossy.push_back(LossyNameKey(phrase));
    }
    questions.push_back(std::move(question));
  }
  return questions;
}

// The bytes of the longest of `ways` that is found in `key`; 0 when none is.
size_t MatchSize(const std::vector<std::vector<std::string>>& ways,
                 absl::string_view key) {
  size_t longest = 0;
  for (const std::vector<std::string>& way : ways) {
    size_t size = 0;
    for (const std::string& phrase : way) {
      if (!absl::StrContains(key, phrase)) {
        size = 0;
        break;
      }
      size += phrase.size();
    }
    longest = std::max(longest, size);
  }
  return longest;
}

// See FindQuestionByWords; `words` says which words of a question count.
std::optional<size_t> FindBest(
    const std::vector<std::vector<std::string>> KnownQuestion::*words,
    absl::string_view key, absl::string_view id) {
  const std::vector<KnownQuestion>& questions = KnownQuestions();
  std::optional<size_t> best;
  size_t best_size = 0;
  for (size_t i = 0; i < questions.size(); ++i) {
    const size_t size = MatchSize(questions[i].*words, key);
    if (size > 0 && questions[i].id == id) return i;
    if (size > best_size) {
      best = i;
      best_size = size;
    }
  }
  return best;
}

}  // namespace

const std::vector<KnownQuestion>& KnownQuestions() {
  static const std::vector<KnownQuestion> kQuestions = LoadQuestions();
  return kQuestions;
}

std::optional<size_t> FindQuestionById(absl::string_view id) {
  const std::vector<KnownQuestion>& questions = KnownQuestions();
  for (size_t i = 0; i < questions.size(); ++i) {
    if (questions[i].id == id) return i;
  }
  return std::nullopt;
}

std::optional<size_t> FindQuestionByWords(absl::string_view wording,
                                          absl::string_view id) {
  const std::optional<size_t> found =
      FindBest(&KnownQuestion::words, NameKey(wording), id);
  if (found.has_value()) return found;
  return FindBest(&KnownQuestion::lossy_words, LossyNameKey(wording), id);
}

}  // namespace compendium
