// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/token.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace compendium {
namespace {

using ::testing::ElementsAre;

std::vector<Token> TokensOf(absl::string_view text) {
  std::vector<Token> tokens;
  Tokenize(text, 0, text.size(), tokens);
  return tokens;
}

std::vector<std::string> Texts(absl::string_view text) {
  std::vector<std::string> texts;
  for (const Token& token : TokensOf(text)) texts.emplace_back(token.text);
  return texts;
}

TEST(Token, WordsKeepInnerHyphensAndApostrophes) {
  EXPECT_THAT(
      Texts("inter-sessional d’Ivoire Ministers’ PP7"),
      ElementsAre("inter-sessional", "d’Ivoire", "Ministers", "’", "PP7"));
}

TEST(Token, NumbersStandApartFromWhatIsGluedToThem) {
  EXPECT_THAT(Texts("23rd 10.c 28/29"),
              ElementsAre("23", "rd", "10", ".", "c", "28", "/", "29"));
}

TEST(Token, TimePrefixIsItsOwnWord) {
  EXPECT_THAT(Texts("mid-June mid-2016"),
              ElementsAre("mid", "-", "June", "mid", "-", "2016"));
}

TEST(Token, AddressIsOneToken) {
  const auto tokens = TokensOf("(https://example.org/2016/12-May) end");

  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_EQ(tokens[1].kind, TokenKind::kAddress);
  EXPECT_EQ(tokens[1].text, "https://example.org/2016/12-May)");
}

TEST(Token, MarksOfOneMeaningHaveOneSign) {
  const auto tokens = TokensOf("– - “ \" • ⇒ ➤ ’");

  std::string marks;
  for (const Token& token : tokens) marks.push_back(token.mark);
  EXPECT_EQ(marks, "--\"\"***'");
}

TEST(Token, PositionsAreBytesAndBlanksOfAllWidthsSeparate) {
  const auto tokens = TokensOf("é\u00a0b");

  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tokens[0].end(), 2u);
  EXPECT_EQ(tokens[1].begin, 4u);
  EXPECT_TRUE(tokens[1].space_before);
}

TEST(Token, BytesThatAreNotUtf8AreMarks) {
  const auto tokens = TokensOf("a\xff\xc3");

  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_EQ(tokens[1].kind, TokenKind::kMark);
  EXPECT_EQ(tokens[2].text.size(), 1u);
}

TEST(Token, KindsOfWordsAreTold) {
  const auto tokens = TokensOf("SOM Som Élan 2016 12345");

  EXPECT_TRUE(tokens[0].IsAcronym());
  EXPECT_FALSE(tokens[1].IsAcronym());
  EXPECT_TRUE(tokens[2].IsCapitalised());
  EXPECT_EQ(tokens[3].Value(), 2016);
  EXPECT_EQ(tokens[4].Value(), -1);
}

TEST(Token, ListHoldsWholeWordsOnly) {
  const auto tokens = TokensOf("Meet meeting");

  EXPECT_FALSE(IsOneOf(tokens[0], " meeting at "_words));
  EXPECT_TRUE(IsOneOf(tokens[1], " meeting at "_words));
}

TEST(Token, LigaturesAreReadAsTheirLetters) {
  const auto tokens = TokensOf("Oﬃcials meeƟng oﬃce");

  EXPECT_TRUE(IsOneOf(tokens[0], " officials "_words));
  EXPECT_TRUE(tokens[1].IsWord("meeting"));
  EXPECT_FALSE(IsOneOf(tokens[2], " officials "_words));
}

TEST(Token, LostLigaturesAreForgiven) {
  const auto tokens = TokensOf("meeng ocials mes");

  EXPECT_TRUE(IsOneOf(tokens[0], " meeting "_words));
  EXPECT_TRUE(IsOneOf(tokens[1], " officials "_words));
  EXPECT_FALSE(IsOneOf(tokens[2], " times "_words));
}

TEST(Token, WordsTornByALostLigatureAreWhole) {
  EXPECT_THAT(
      Texts("3rd Senior O cials Mee ng (tenta vely) to be con\u00a0rmed"),
      ElementsAre("3", "rd", "Senior", "O cials", "Mee ng", "(", "tenta vely",
                  ")", "to", "be", "con\u00a0rmed"));
  const auto tokens = TokensOf("Mee ngs consulta on");

  EXPECT_TRUE(tokens[0].IsWord("meetings"));
  EXPECT_TRUE(IsOneOf(tokens[0], " meetings "_words));
  EXPECT_TRUE(tokens[0].IsCapitalised());
  EXPECT_TRUE(tokens[1].IsWord("consultation"));
}

TEST(Token, OtherShortWordsStandApart) {
  EXPECT_THAT(
      Texts("mee, ng o on con on mee  x ng"),
      ElementsAre("mee", ",", "ng", "o", "on", "con", "on", "mee", "x", "ng"));
  std::vector<Token> tokens = TokensOf("mee");
  Tokenize(" ng", 0, 3, tokens);
  EXPECT_EQ(tokens.size(), 2u);
}

}  // namespace
}  // namespace compendium
