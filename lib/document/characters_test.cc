// SPDX-License-Identifier: Apache-2.0
#include "lib/document/characters.h"

#include "gtest/gtest.h"

namespace compendium {
namespace {

TEST(Characters, ValidUtf8HasNoInvalidByte) {
  EXPECT_EQ(FindInvalidUtf8("a é € 😀"), std::nullopt);
  EXPECT_EQ(FindInvalidUtf8(""), std::nullopt);
}

TEST(Characters, InvalidByteIsNamed) {
  EXPECT_EQ(FindInvalidUtf8("ab\xff"), 2u);
  EXPECT_EQ(FindInvalidUtf8("a\xc3"), 1u);             // cut off
  EXPECT_EQ(FindInvalidUtf8("\xc0\xaf"), 0u);          // not the shortest form
  EXPECT_EQ(FindInvalidUtf8("\xe0\x80\x80"), 0u);      // the same, three bytes
  EXPECT_EQ(FindInvalidUtf8("\xed\xa0\x80"), 0u);      // a surrogate
  EXPECT_EQ(FindInvalidUtf8("\xf4\x90\x80\x80"), 0u);  // beyond U+10FFFF
  EXPECT_EQ(FindInvalidUtf8("x\xf0\x8f\x80\x80"), 1u);
}

TEST(Characters, BlanksOfEveryKindAreTrimmed) {
  EXPECT_EQ(TrimBlanks("\ufeff \t\u00a0a b\u2009\u3000\r\n"), "a b");
  EXPECT_EQ(TrimBlanks(" \f\v"), "");
  EXPECT_EQ(TrimBlanks("é"), "é");
}

TEST(Characters, OnlyMarkersMarkItems) {
  for (const absl::string_view marker :
       {"•", "▪", "❖", "➤", "✚", "⇒", "-", "–", "*"}) {
    EXPECT_TRUE(IsItemMarker(marker)) << marker;
  }
  for (const absl::string_view word : {"", "--", "a", "•a", "é"}) {
    EXPECT_FALSE(IsItemMarker(word)) << word;
  }
}

TEST(Characters, BulletsOfSymbolFontsMarkItems) {
  EXPECT_TRUE(IsItemMarker("\uf0b7"));
  EXPECT_TRUE(IsItemMarker("\uf0d8"));
  EXPECT_FALSE(IsItemMarker("\uf041"));
  EXPECT_TRUE(IsLetterBullet("o"));
  EXPECT_FALSE(IsLetterBullet("O"));
  EXPECT_FALSE(IsItemMarker("o"));
}

TEST(Characters, ItemNumbersEndInPointOrParenthesis) {
  for (const absl::string_view word :
       {"1.", "12)", "a)", "(b)", "iv.", "(ii)"}) {
    EXPECT_TRUE(IsItemNumber(word)) << word;
  }
  for (const absl::string_view word :
       {"", ".", ")", "1", "2016.", "one.", "(tbc)", "é."}) {
    EXPECT_FALSE(IsItemNumber(word)) << word;
  }
}

TEST(Characters, AppendedCharacterIsUtf8) {
  std::string out;

  EXPECT_TRUE(AppendCharacter('a', out));
  EXPECT_TRUE(AppendCharacter(0xe9, out));
  EXPECT_TRUE(AppendCharacter(0x20ac, out));
  EXPECT_TRUE(AppendCharacter(0x1f600, out));

  EXPECT_EQ(out, "aé€😀");
}

TEST(Characters, NoCharacterIsNotAppended) {
  std::string out;

  EXPECT_FALSE(AppendCharacter(0, out));
  EXPECT_FALSE(AppendCharacter(0xd800, out));
  EXPECT_FALSE(AppendCharacter(0x110000, out));

  EXPECT_EQ(out, "");
}

}  // namespace
}  // namespace compendium
