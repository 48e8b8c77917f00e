// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_text.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(LinkedText, AddressesLeadWhereTheySay) {
  const auto parts = LinkedText("See https://a.org/x, and\nmore");

  ASSERT_EQ(parts.size(), 3u);
  EXPECT_EQ(parts[0].text, "See ");
  EXPECT_EQ(parts[0].target, "");
  EXPECT_EQ(parts[1].text, "https://a.org/x");
  EXPECT_EQ(parts[1].target, "https://a.org/x");
  EXPECT_EQ(parts[2].text, ", and\nmore");
}

TEST(LinkedText, OtherTextStaysWordForWord) {
  for (const char* text :
       {"", "\n", "a\n\nb", "javascript:alert(1)", "• x\r"}) {
    std::string all;
    for (const auto& part : LinkedText(text)) {
      all += part.text;
      EXPECT_EQ(part.target, "");
    }
    EXPECT_EQ(all, text);
  }
}

TEST(IdOf, IsFitForXml) {
  EXPECT_EQ(IdOf("node", "10.7"), "node-10.7");
  EXPECT_EQ(IdOf("x", "a b\"<é"), "x-a_b____");
}

TEST(NumberCell, IsTextAndNumber) {
  const DocumentCell cell = NumberCell(1234);

  EXPECT_EQ(cell.number, 1234);
  ASSERT_EQ(cell.parts.size(), 1u);
  EXPECT_EQ(cell.parts[0].text, "1234");
}

}  // namespace
}  // namespace compendium
