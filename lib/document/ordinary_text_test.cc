// SPDX-License-Identifier: Apache-2.0
#include "lib/document/ordinary_text.h"

#include "gtest/gtest.h"

namespace compendium {
namespace {

TEST(OrdinaryText, PlainTextStays) {
  for (const char* text : {"", "SDG 10.7", "Côte d’Ivoire – €", "Москва 😀"}) {
    EXPECT_EQ(OrdinaryText(text), text);
  }
}

TEST(OrdinaryText, LigaturesBecomeLetters) {
  EXPECT_EQ(OrdinaryText("o\ufb03cial \ufb01le \ufb02ow \ufb00 \ufb05"),
            "official file flow ff st");
}

TEST(OrdinaryText, InvisibleCharactersGo) {
  EXPECT_EQ(OrdinaryText("\ufeffmi\u00adgra\u200btion\u200e \u2060x"),
            "migration x");
  EXPECT_EQ(OrdinaryText("a\u200db"), "a\u200db");
}

TEST(OrdinaryText, AccentsJoinTheirLetters) {
  EXPECT_EQ(OrdinaryText("Zu\u0308rich, Co\u0302te"), "Zürich, Côte");
  EXPECT_EQ(OrdinaryText("Vie\u0323\u0302t"), "Vi\u1ec7t");
  EXPECT_EQ(OrdinaryText("q\u0308"), "q\u0308");  // there is no such character
  EXPECT_EQ(OrdinaryText("\u0308a"), "\u0308a");
  EXPECT_EQ(OrdinaryText("\ufb01\u0301"), "f\u00ed");
}

}  // namespace
}  // namespace compendium
