// SPDX-License-Identifier: Apache-2.0
#include "lib/request/grammar.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lib/request/plain_text.h"

namespace compendium {
namespace {

using namespace rules::v1;  // NOLINT: thirteen enumerators of one prefix

struct Sample {
  Grammar grammar;
  std::vector<std::string> good;
  std::vector<std::string> bad;
};

const std::vector<Sample>& Samples() {
  static const auto& samples = *new std::vector<Sample>{
      {GRAMMAR_MECHANISM_NAME,
       {"mechanisms/midsa", "mechanisms/5-5-dialogue"},
       {"midsa", "mechanisms/", "mechanisms/MIDSA", "rounds/2016",
        "mechanisms/midsa/questionnaires/2016"}},
      {GRAMMAR_ROUND_NAME,
       {"rounds/2016"},
       {"2016", "rounds/", "rounds/20 16", "mechanisms/midsa"}},
      {GRAMMAR_QUESTIONNAIRE_NAME,
       {"mechanisms/midsa/questionnaires/2016"},
       {"mechanisms/midsa", "mechanisms/midsa/questionnaires/",
        "mechanisms//questionnaires/2016"}},
      {GRAMMAR_RESOURCE_NAME,
       {"mechanisms/midsa", "rounds/2016",
        "mechanisms/midsa/questionnaires/2016"},
       {"midsa", "answers/1", "mechanisms/midsa/answers/1"}},
      {GRAMMAR_EDTF,
       {"2016", "2016-12-08?/2016-12-09?", "2016-23", "201X", "2016-05/.."},
       {"8 Dec 2016", "2016-02-30", "2016-1-1", "yesterday"}},
      {GRAMMAR_COUNTRY_CODE,
       {"CHE", "HKG"},
       {"che", "CH", "XXX", "Switzerland"}},
      {GRAMMAR_UUID,
       {"123e4567-e89b-12d3-a456-426614174000",
        "123E4567-E89B-12D3-A456-426614174000"},
       {"123e4567e89b12d3a456426614174000",
        "g23e4567-e89b-12d3-a456-426614174000",
        "123e4567-e89b-12d3-a456-42661417400",
        "123e4567-e89b-12d3-a456-4266141740000",
        "123e4567-e89b-12d3-a4562-26614174000"}},
      {GRAMMAR_DAY,
       {"2016-02-29", "2000-02-29", "0001-01-01", "9999-12-31"},
       {"2015-02-29", "1900-02-29", "2016-13-01", "2016-00-01", "2016-01-00",
        "2016-04-31", "2016-1-1", "20160101", "2016-01-01T", "2016-01-+1",
        "2016- 1-01", "+016-01-01"}},
      {GRAMMAR_FRAMEWORK, {"sdg", "gcm", "themes"}, {"SDG", "sdgs", "mdg"}},
      {GRAMMAR_QUESTION_ID,
       {"1", "2A", "12", "12C"},
       {"A", "2a", "123", "2AB", "A2", " 2", "2A\n"}},
      {GRAMMAR_RESOURCE_ID,
       {"a", "2016", "almaty-process", std::string(63, 'a')},
       {"-a", "a-", "A", "a_b", "a/b", "a b", std::string(64, 'a')}},
  };
  return samples;
}

TEST(GrammarProblem, GoodTextHasNone) {
  for (const Sample& sample : Samples()) {
    for (const std::string& text : sample.good)
      EXPECT_EQ(GrammarProblem(sample.grammar, text), std::nullopt) << text;
  }
}

TEST(GrammarProblem, BadTextIsNamed) {
  for (const Sample& sample : Samples()) {
    for (const std::string& text : sample.bad) {
      const auto problem = GrammarProblem(sample.grammar, text);

      ASSERT_TRUE(problem.has_value()) << Grammar_Name(sample.grammar) << text;
      EXPECT_EQ(problem->find("got " + QuotedForError(text) + ", want "), 0)
          << *problem;
    }
  }
}

TEST(GrammarProblem, IsKnownForEveryGrammar) {
  for (int i = 1; i < Grammar_ARRAYSIZE; ++i) {
    if (!Grammar_IsValid(i)) continue;
    EXPECT_TRUE(GrammarProblem(static_cast<Grammar>(i), "\x01?").has_value())
        << Grammar_Name(static_cast<Grammar>(i));
  }
}

TEST(GrammarProblem, NeverFindsOneInAnyText) {
  EXPECT_EQ(GrammarProblem(GRAMMAR_UNSPECIFIED, "anything"), std::nullopt);
}

TEST(GrammarProblem, IsShortWhateverCame) {
  const std::string text(100'000, '?');

  for (int i = 1; i < Grammar_ARRAYSIZE; ++i) {
    const auto problem = GrammarProblem(static_cast<Grammar>(i), text);
    EXPECT_LT(problem.value_or("").size(), 500);
  }
}

}  // namespace
}  // namespace compendium
