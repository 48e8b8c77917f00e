// SPDX-License-Identifier: Apache-2.0
#include "lib/document/question_label.h"

#include <string>

#include "gtest/gtest.h"
#include "lib/document/known_question.h"

namespace compendium {
namespace {

// The id of the known question that `line` asks; "-" for none, "" for no label.
std::string IdOf(absl::string_view line) {
  const auto label = ParseQuestionLabel(line);
  if (!label.has_value()) return "";
  const auto known = label->known();
  return known.has_value() ? KnownQuestions()[*known].id : "-";
}

TEST(QuestionLabel, NumberIsReadInEveryForm) {
  for (const absl::string_view line :
       {"2A Words:", "2 A Words:", "2A. Words:", "2a) Words:", "2A: Words:",
        "2 a. Words:", "2A\u00a0Words:", "2.A Words:", "2(a) Words:",
        "2-A Words:", "2. a) Words:", "Question 2A : Words:",
        "Frage 2a) Words:", "N\u00b0 2A Words:", "2A \u2013 Words:",
        "2A\u202f: Words:"}) {
    const auto label = ParseQuestionLabel(line);
    ASSERT_TRUE(label.has_value()) << line;
    EXPECT_EQ(label->number, "2A") << line;
    EXPECT_EQ(IdOf(line), "2A") << line;
  }
}

TEST(QuestionLabel, WordsDecideAgainstTheNumber) {
  EXPECT_EQ(IdOf("5 New publications of the year:"), "4");
  EXPECT_EQ(IdOf("3. Meetings organised last year:"), "2");
}

TEST(QuestionLabel, WordsAloneAreEnough) {
  EXPECT_EQ(IdOf("Ministerial meetings:"), "2B");
  EXPECT_EQ(IdOf("Senior Officials’ gatherings"), "2A");
}

TEST(QuestionLabel, AnArticleAfterANumberIsNoLetter) {
  EXPECT_EQ(ParseQuestionLabel("2. A meeting of experts:")->number, "2");
}

TEST(QuestionLabel, WordsOfOtherLanguagesAreKnown) {
  EXPECT_EQ(IdOf("Re\u0301unions des Hauts Fonctionnaires :"), "2A");
  EXPECT_EQ(IdOf("Neue Vero\u0308ffentlichungen im Jahr 2016:"), "4");
  EXPECT_EQ(IdOf("3. Nuevos proyectos:"), "3");
}

TEST(QuestionLabel, WordsThatLostTheirLigaturesAreKnown) {
  EXPECT_EQ(IdOf("Brief update on main ac vi es in 2016:"), "1");
  EXPECT_EQ(IdOf("Mee ngs organized (or planned for) in 2016:"), "2");
  EXPECT_EQ(IdOf("Senior O cials’ Mee ng(s):"), "2A");
  EXPECT_EQ(IdOf("Senior O\ufb03cials’ Meeting(s):"), "2A");
  EXPECT_EQ(IdOf("New publica ons in 2016:"), "4");
}

TEST(QuestionLabel, LongestMatchWins) {
  EXPECT_EQ(IdOf("Discussions of its role; please give a brief update:"), "2C");
  EXPECT_EQ(IdOf("If the above\u2011mentioned project helps, new or not"),
            "3A");
  EXPECT_EQ(IdOf("3A If the above-mentioned project supports an SDG:"), "3A");
}

TEST(QuestionLabel, UnknownQuestionKeepsItsNumber) {
  const auto label = ParseQuestionLabel("6. Anything else to tell:");

  ASSERT_TRUE(label.has_value());
  EXPECT_EQ(label->number, "6");
  EXPECT_FALSE(label->known().has_value());
}

TEST(QuestionLabel, OtherTextIsNoLabel) {
  for (const absl::string_view line :
       {"", "N/A", "5+5 Talks", "2016:", "2016 was good", "12", "3rd round",
        "update on these:"}) {
    EXPECT_FALSE(ParseQuestionLabel(line).has_value()) << line;
  }
}

TEST(QuestionLabel, CutWordingIsNotComplete) {
  EXPECT_TRUE(ParseQuestionLabel("1. Main activities:")->complete);
  EXPECT_FALSE(ParseQuestionLabel("1. Main activities in")->complete);
}

TEST(KnownQuestion, FormHasEightQuestionsInOrder) {
  std::string ids;
  for (const KnownQuestion& question : KnownQuestions()) {
    ids += question.id + (question.asks_for_claims ? "! " : " ");
  }

  EXPECT_EQ(ids, "1 2 2A 2B 2C! 3 3A! 4 ");
}

TEST(KnownQuestion, NumberWhoseWordsFitComesFirst) {
  const absl::string_view wording = "New projects and new publications";

  EXPECT_EQ(FindQuestionByWords(wording, "3"), FindQuestionById("3"));
  EXPECT_EQ(FindQuestionByWords(wording, "4"), FindQuestionById("4"));
}

}  // namespace
}  // namespace compendium
