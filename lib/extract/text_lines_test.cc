// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/text_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "lib/extract/limits.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Sentences(const AnswerText& answer) {
  std::vector<std::string> sentences;
  for (const TextLine& line : answer.lines()) {
    for (const TokenRange sentence : line.sentences) {
      sentences.emplace_back(answer.Slice(sentence));
    }
  }
  return sentences;
}

TEST(AnswerText, MarkersAreTakenOffLines) {
  const AnswerText answer("Intro\n• ❖ Theme\n1. Title\n- N/A\n\n   \n2016 on");

  ASSERT_EQ(answer.lines().size(), 5u);
  EXPECT_EQ(answer.lines()[0].marker, LineMarker::kNone);
  EXPECT_EQ(answer.lines()[1].marker, LineMarker::kBullet);
  EXPECT_EQ(answer.Slice(answer.lines()[1].tokens), "Theme");
  EXPECT_EQ(answer.lines()[2].marker, LineMarker::kNumber);
  EXPECT_EQ(answer.Slice(answer.lines()[2].tokens), "Title");
  EXPECT_EQ(answer.Slice(answer.lines()[3].tokens), "N/A");
  EXPECT_EQ(answer.lines()[4].marker, LineMarker::kNone);
}

TEST(AnswerText, SentencesEndAtFullStopsBeforeCapitals) {
  const AnswerText answer(
      "Held on 3 Sept. in St. Gallen, e.g. by No. 5. It went well. fine");

  EXPECT_THAT(Sentences(answer),
              ElementsAre("Held on 3 Sept. in St. Gallen, e.g. by No. 5.",
                          "It went well. fine"));
}

TEST(AnswerText, LineSpansAreBytesOfTheText) {
  const AnswerText answer("a\n•  éé \nb");

  EXPECT_EQ(answer.lines()[1].begin, 7u);
  EXPECT_EQ(answer.lines()[1].end, 11u);
}

TEST(AnswerText, MarkAloneIsALine) {
  const AnswerText answer("-----\n•");

  EXPECT_EQ(answer.lines().size(), 2u);
}

TEST(AnswerText, TextBeyondTheLimitIsNotRead) {
  const AnswerText answer(std::string(kAnswerBytesMax, ' ') + "word");

  EXPECT_TRUE(answer.lines().empty());
}

}  // namespace
}  // namespace compendium
