// SPDX-License-Identifier: Apache-2.0
#include "lib/document/known_question.h"

#include <algorithm>

#include "absl/strings/str_split.h"
#include "lib/document/phrase_set.h"
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
    }
    questions.push_back(std::move(question));
  }
  return questions;
}

// The ways to recognise questions, as they are looked for.
struct Ways {
  struct Way {
    std::vector<size_t> phrases;  // of the set; a wording holds all of them
    size_t size = 0;              // their bytes
  };

  PhraseSet phrases;
  std::vector<std::vector<Way>> of_question;  // by KnownQuestions()
};

// `to_key` makes a phrase what it is in the texts that are looked through.
Ways MakeWays(std::string (*to_key)(absl::string_view)) {
  Ways ways;
  for (const KnownQuestion& question : KnownQuestions()) {
    std::vector<Ways::Way>& of_question = ways.of_question.emplace_back();
    for (const std::vector<std::string>& words : question.words) {
      Ways::Way& way = of_question.emplace_back();
      for (const std::string& phrase : words) {
        const std::string key = to_key(phrase);
        way.phrases.push_back(ways.phrases.Add(key));
        way.size += key.size();
      }
    }
  }
  ways.phrases.Build();
  return ways;
}

// The bytes of the longest of `ways` of which all phrases were found; 0 when
// none is.
size_t MatchSize(const std::vector<Ways::Way>& ways,
                 const PhraseSet::Found& found) {
  size_t longest = 0;
  for (const Ways::Way& way : ways) {
    const bool whole =
        std::all_of(way.phrases.begin(), way.phrases.end(),
                    [&](size_t phrase) { return found[phrase]; });
    if (whole) longest = std::max(longest, way.size);
  }
  return longest;
}

// See FindQuestionByWords; `ways` says which words of a question count.
std::optional<size_t> FindBest(const Ways& ways, absl::string_view key,
                               absl::string_view id) {
  const PhraseSet::Found found = ways.phrases.Find(key);
  if (found.none()) return std::nullopt;
  const std::vector<KnownQuestion>& questions = KnownQuestions();
  std::optional<size_t> best;
  size_t best_size = 0;
  for (size_t i = 0; i < questions.size(); ++i) {
    const size_t size = MatchSize(ways.of_question[i], found);
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
  static const Ways kWays =
      MakeWays([](absl::string_view phrase) { return std::string(phrase); });
  static const Ways kLossyWays = MakeWays(LossyNameKey);
  const std::string key = NameKey(wording);
  const std::optional<size_t> found = FindBest(kWays, key, id);
  if (found.has_value()) return found;
  return FindBest(kLossyWays, WithoutLigatures(key), id);
}

}  // namespace compendium
