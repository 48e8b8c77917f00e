// SPDX-License-Identifier: Apache-2.0
#include "cli/text/show_text.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::HasSubstr;
using ::testing::Not;

v1::Questionnaire Sample() {
  v1::Questionnaire questionnaire;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        name: "mechanisms/midsa/questionnaires/2016"
        title: "Dialogue for the South"
        revision: 7
        participants { as_written: "Peru" origin: ORIGIN_CURATED }
        participants { as_written: "Chile" }
        focus_areas { as_written: "Piers" }
        answers {
          question_id: "2A"
          question_as_written: "Senior officials' meetings"
          state: ANSWER_STATE_ANSWERED
          text: "Forum on 3 May 2016 in Lima, about ports"
        }
        answers {
          question_id: "3A"
          state: ANSWER_STATE_BLANK
          state_origin: ORIGIN_CURATED
        }
        meetings {
          id: "m-2a-0123456789"
          title: "Forum"
          date { edtf: "2016-05-03" }
          city: "Lima"
          origin: ORIGIN_EXTRACTED
          evidence {
            question_id: "2A"
            begin_byte: 0
            end_byte: 27
            quote: "Forum on 3 May 2016 in Lima"
          }
        }
        claims {
          id: "c-0-0123456789"
          framework: "sdg"
          code: "10.7"
          strength: CLAIM_STRENGTH_EXPLICIT
          origin: ORIGIN_CURATED
        }
        rejections {
          item_id: "m-2a-9999999999"
          reason: "a slip"
          author: "a.diallo"
          meeting { title: "Dinner" }
        }
        decisions {
          id: "stated-count-1"
          verdict: VERDICT_DISMISSED
          reason: "counted"
          author: "a.diallo"
        }
      )pb",
      &questionnaire));
  return questionnaire;
}

std::string Show(size_t width = 80, bool colour = false) {
  return absl::StrReplaceAll(
      ShowText(Sample(), {.width = width, .colour = colour}),
      {{"\xC2\xA0", " "}});
}

TEST(ShowText, FactsAreMarkedInTheTextAndListedWithTheirIds) {
  const std::string text = Show();

  EXPECT_THAT(text, HasSubstr("2A (answered) Senior officials' meetings\n"
                              "    [M1 Forum on 3 May 2016 in Lima], about "
                              "ports\n\n"
                              "    M1  m-2a-0123456789  Forum; 3 May 2016; "
                              "Lima\n"));
}

TEST(ShowText, WhatAPersonDidCarriesAnAsterisk) {
  const std::string text = Show();

  EXPECT_THAT(text, HasSubstr("members (2)  Peru*; Chile\n"));
  EXPECT_THAT(text, HasSubstr("3A (blank*)\n"));
  EXPECT_THAT(text, HasSubstr("Without a place in the text\n"
                              "    C1  c-0-0123456789  *sdg 10.7, explicit\n"));
  EXPECT_THAT(text, HasSubstr("* by a person"));
}

TEST(ShowText, DecisionsSayWhoAndWhy) {
  const std::string text = Show();

  EXPECT_THAT(text, HasSubstr("m-2a-9999999999  Dinner  a.diallo  a slip\n"));
  EXPECT_THAT(text,
              HasSubstr("stated-count-1  dismissed  a.diallo  counted\n"));
}

TEST(ShowText, LinesKeepToTheWidth) {
  for (const size_t width : {40u, 60u, 80u})
    for (absl::string_view line : absl::StrSplit(Show(width), '\n'))
      EXPECT_LE(DisplayWidth(line), width) << line;
}

TEST(ShowText, ColourComesOnlyWhenItIsWanted) {
  EXPECT_THAT(Show(), Not(HasSubstr("\033[")));
  EXPECT_THAT(Show(80, true), HasSubstr("\033[1;36mM1\033[0m"));
}

TEST(ShowAnswers, LeaveTheRestOut) {
  const std::string text = ShowAnswers(Sample(), {});

  EXPECT_EQ(text.substr(0, 13), "2A (answered)");
  EXPECT_THAT(text, Not(HasSubstr("Without a place")));
}

}  // namespace
}  // namespace compendium
