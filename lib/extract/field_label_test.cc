// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/field_label.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;

// The pieces of the first line as "field=value".
std::vector<std::string> Pieces(absl::string_view text) {
  constexpr const char* kNames[] = {"none", "title",     "period",   "start",
                                    "end",  "objective", "coverage", "funding",
                                    "link", "other"};
  const AnswerText answer(text);
  std::vector<std::string> pieces;
  for (const FieldPiece& piece :
       SplitFields(answer, answer.lines()[0].tokens)) {
    pieces.push_back(absl::StrCat(kNames[static_cast<int>(piece.field)], "=",
                                  answer.Slice(piece.value)));
  }
  return pieces;
}

TEST(FieldLabel, ManyWordingsOfOneLabel) {
  for (const char* const label :
       {"Funding source:", "Source of funding:", "Donor(s):", "Project donor:",
        "b) Funding –", "Name of the donor:", "Financing:"}) {
    EXPECT_THAT(Pieces(absl::StrCat(label, " Lake Fund")),
                ElementsAre("funding=Lake Fund"))
        << label;
  }
  EXPECT_THAT(Pieces("Funded by Lake Fund"), ElementsAre("funding=Lake Fund"));
  EXPECT_THAT(Pieces("Project Period: 2016"), ElementsAre("period=2016"));
  EXPECT_THAT(Pieces("Start date: 2016"), ElementsAre("start=2016"));
  EXPECT_THAT(Pieces("End date: 2016"), ElementsAre("end=2016"));
  EXPECT_THAT(Pieces("Project 2: Wells"), ElementsAre("title=Wells"));
  EXPECT_THAT(Pieces("Implementing partners: IOM"), ElementsAre("other=IOM"));
}

TEST(FieldLabel, LabelsOneBehindTheOther) {
  EXPECT_THAT(Pieces("Wells; Duration, 6 months – May 2016; objective: to dig"),
              ElementsAre("none=Wells;", "period=6 months – May 2016;",
                          "objective=to dig"));
  EXPECT_THAT(Pieces("Wells for all. Geographical coverage: South Sea Funding "
                     "source: Pearl Fund Website: www.a.example"),
              ElementsAre("none=Wells for all.", "coverage=South Sea",
                          "funding=Pearl Fund", "link=www.a.example"));
}

TEST(FieldLabel, LabelAloneHasNoValue) {
  EXPECT_THAT(Pieces("Objectives:"), ElementsAre("objective="));
  EXPECT_THAT(Pieces("Objectives"), ElementsAre("objective="));
}

TEST(FieldLabel, WordsOfSentencesAreNone) {
  EXPECT_THAT(Pieces("The project covers the region and its objectives"),
              ElementsAre("none=The project covers the region and its "
                          "objectives"));
  EXPECT_THAT(Pieces("A study of “Funding: who pays” and more"),
              ElementsAre("none=A study of “Funding: who pays” and more"));
}

}  // namespace
}  // namespace compendium
