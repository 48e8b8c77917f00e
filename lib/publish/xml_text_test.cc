// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/xml_text.h"

#include <string>

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(XmlText, EscapesWhatMeansSomething) {
  EXPECT_EQ(XmlText("<a href=\"x\">&'\r"),
            "&lt;a href=&quot;x&quot;&gt;&amp;&#39;&#13;");
}

TEST(XmlText, ReplacesWhatXmlDoesNotHave) {
  EXPECT_EQ(XmlText(std::string("a\0b\x1f", 4)), "a\uFFFDb\uFFFD");
  EXPECT_EQ(XmlText("\uFFFE\u0085"), "\uFFFD\uFFFD");
  EXPECT_EQ(XmlText("\xC3"), "\uFFFD");
}

TEST(XmlText, LeavesEverythingElse) {
  EXPECT_EQ(XmlText("é שלום \u200f\t\n\U0001F600"),
            "é שלום \u200f\t\n\U0001F600");
}

}  // namespace
}  // namespace compendium
