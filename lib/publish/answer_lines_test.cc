// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/answer_lines.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Pieces(absl::string_view line) {
  std::vector<std::string> pieces;
  for (const TextPiece& piece : SplitLinks(line)) {
    pieces.push_back(absl::StrCat(piece.is_link ? "@" : "", piece.text));
  }
  return pieces;
}

TEST(SplitAnswer, HasParagraphsAndItems) {
  const std::vector<AnswerLine> lines = SplitAnswer("One\n• two\r\n \n•three");

  ASSERT_EQ(lines.size(), 3U);
  EXPECT_FALSE(lines[0].is_item);
  EXPECT_TRUE(lines[1].is_item);
  EXPECT_EQ(lines[1].text, "two");
  EXPECT_FALSE(lines[2].is_item);
  EXPECT_TRUE(SplitAnswer("").empty());
}

TEST(SplitLinks, AnAddressEndsBeforeTheSentenceDoes) {
  EXPECT_THAT(Pieces("See http://a.example/b, or (https://c.example/d)."),
              ElementsAre("See ", "@http://a.example/b", ", or (",
                          "@https://c.example/d", ")."));
  EXPECT_THAT(Pieces("<http://a.example>"),
              ElementsAre("<", "@http://a.example", ">"));
  EXPECT_THAT(Pieces("http://a.example/x_(y)"),
              ElementsAre("@http://a.example/x_(y)"));
}

TEST(SplitLinks, OtherSchemesAreText) {
  EXPECT_THAT(Pieces("javascript:alert(1) http:// httpx://a"),
              ElementsAre("javascript:alert(1) http:// httpx://a"));
}

TEST(SplitLinks, PiecesMakeTheLine) {
  const std::string line = "a http://b.example. http://http://c d";
  std::string whole;
  for (const TextPiece& piece : SplitLinks(line)) {
    absl::StrAppend(&whole, piece.text);
  }
  EXPECT_EQ(whole, line);
}

TEST(LinkTarget, EncodesWhatAddressesMayNotHold) {
  EXPECT_EQ(LinkTarget("http://a.example/é{}\\%20"),
            "http://a.example/%C3%A9%7B%7D%5C%20");
}

}  // namespace
}  // namespace compendium
