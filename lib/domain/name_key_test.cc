// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/name_key.h"

#include "gtest/gtest.h"

namespace compendium {
namespace {

TEST(NameKey, CaseArticleAndBlanksAreFolded) {
  EXPECT_EQ(NameKey("The  Netherlands "), "netherlands");
  EXPECT_EQ(NameKey("the former YUGOSLAV\tRepublic"),
            "former yugoslav republic");
  EXPECT_EQ(NameKey("Theland"), "theland");
}

TEST(NameKey, HyphensAreBlanks) {
  EXPECT_EQ(NameKey("Timor-Leste"), "timor leste");
  EXPECT_EQ(NameKey("Guinea\u2011Bissau"), "guinea bissau");
  EXPECT_EQ(NameKey("a - b"), "a b");
  EXPECT_EQ(NameKey("Viet\u00a0Nam"), "viet nam");
}

TEST(NameKey, ApostrophesAreAlike) {
  const std::string want = "cote d'ivoire";

  EXPECT_EQ(NameKey("Cote d'Ivoire"), want);
  EXPECT_EQ(NameKey("C\u00f4te d\u2019Ivoire"), want);
  EXPECT_EQ(NameKey("Co\u0302te d`Ivoire"), want);
}

TEST(NameKey, AccentsAreDropped) {
  EXPECT_EQ(NameKey("\u00c5land"), "aland");
  EXPECT_EQ(NameKey("T\u00fcrkiye"), "turkiye");
  EXPECT_EQ(NameKey("\u0130stanbul"), "istanbul");
  EXPECT_EQ(NameKey("\u0141\u00f3d\u017a"), "lodz");
  EXPECT_EQ(NameKey("Bucure\u0219ti"), "bucuresti");
}

TEST(NameKey, AmpersandIsAnd) {
  EXPECT_EQ(NameKey("Bosnia & Herzegovina"), "bosnia and herzegovina");
}

TEST(NameKey, IsStable) {
  for (const char* const name :
       {"The Gambia", "C\u00f4te d\u2019Ivoire", "Kosovo*", "a - b"})
    EXPECT_EQ(NameKey(NameKey(name)), NameKey(name));
}

TEST(NameKey, NormalFormsAreAlike) {
  EXPECT_EQ(NameKey("Vi\u1ec7t Nam"), "viet nam");
  EXPECT_EQ(NameKey("Vie\u0323\u0302t Nam"), "viet nam");
  EXPECT_EQ(NameKey("Tu\u0308rkiye"), NameKey("T\u00fcrkiye"));
}

TEST(NameKey, LigaturesAreLettersAndInvisibleCharactersNothing) {
  EXPECT_EQ(NameKey("Paci\ufb01c O\ufb03ce"), "pacific office");
  EXPECT_EQ(NameKey("Mi\u00adgra\u200btion"), "migration");
  EXPECT_EQ(NameKey("\ufeffViet\u2009Nam"), "viet nam");
}

TEST(LossyNameKey, IsThatOfTextThatLostItsLigatures) {
  EXPECT_EQ(LossyNameKey("par cipants"), LossyNameKey("Participants"));
  EXPECT_EQ(LossyNameKey("informa on a er"), LossyNameKey("information after"));
  EXPECT_EQ(LossyNameKey("A en on"), LossyNameKey("attention"));
  EXPECT_EQ(LossyNameKey("o cials"), LossyNameKey("o\ufb03cials"));
  EXPECT_EQ(LossyNameKey("Par\u019Fcipants"), LossyNameKey("participants"));
  EXPECT_EQ(LossyNameKey("a\u01a9en\u019fon"), LossyNameKey("attention"));
  EXPECT_NE(LossyNameKey("Niger"), LossyNameKey("Nigeria"));
  EXPECT_EQ(LossyNameKey(""), "");
}

TEST(NameKey, OtherBytesStay) {
  EXPECT_EQ(NameKey(""), "");
  EXPECT_EQ(NameKey(" - "), "");
  EXPECT_EQ(NameKey("\xff\xc3"), "\xff\xc3");
  EXPECT_EQ(NameKey("\u041c\u00d7"), "\u041c\u00d7");
  EXPECT_EQ(NameKey("Kosovo*"), "kosovo*");
}

}  // namespace
}  // namespace compendium
