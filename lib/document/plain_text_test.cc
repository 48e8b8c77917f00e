// SPDX-License-Identifier: Apache-2.0
#include "lib/document/plain_text.h"

#include <initializer_list>
#include <string>

#include "gtest/gtest.h"

namespace compendium {
namespace {

std::string TextOf(std::initializer_list<absl::string_view> cells) {
  PlainText plain;
  for (const absl::string_view cell : cells) plain.AddCell(cell);
  return plain.Finish();
}

TEST(PlainText, ParagraphsAreLines) {
  EXPECT_EQ(TextOf({"<p>One  <i>two</i>.</p> <p>Three</p>"}),
            "One two.\nThree");
}

TEST(PlainText, InlineTagsLeaveNoBlank) {
  EXPECT_EQ(TextOf({"(<i>x</i>), <u>y</u>z"}), "(x), yz");
}

TEST(PlainText, BlanksOfEveryKindBecomeOne) {
  EXPECT_EQ(TextOf({" a\u00a0\u2009 b\t&nbsp;c "}), "a b c");
}

TEST(PlainText, EmphasisOfAsterisksIsDropped) {
  EXPECT_EQ(TextOf({"**Bold** and ***more*** but *this"}),
            "Bold and more but *this");
}

TEST(PlainText, EveryBulletMarksAnItem) {
  EXPECT_EQ(TextOf({"<ul> • a ▪ b ❖ c ➤ d ✚ e ⇒ f </ul>"}),
            "• a\n• b\n• c\n• d\n• e\n• f");
}

TEST(PlainText, ListItemsOfHtmlAreItems) {
  EXPECT_EQ(
      TextOf({"<ul><li>a</li><li><p>b</p></li><li>• c</li></ul><p>d</p>"}),
      "• a\n• b\n• c\nd");
}

TEST(PlainText, HyphensMarkItemsOnlyInLists) {
  EXPECT_EQ(TextOf({"<ul> - one - two"}), "• one\n• two");
  EXPECT_EQ(TextOf({"- one - two"}), "• one\n• two");
  EXPECT_EQ(TextOf({"North - South - East"}), "North - South - East");
  EXPECT_EQ(TextOf({"<ul> • North - South"}), "• North - South");
}

TEST(PlainText, HyphenBetweenNumbersIsNoMarker) {
  EXPECT_EQ(TextOf({"<ul> - Lima, 2 - 6 May - Quito"}),
            "• Lima, 2 - 6 May\n• Quito");
}

TEST(PlainText, NestedListReturnsToItsOuterMarker) {
  EXPECT_EQ(TextOf({"<ul> - a <ul> ▪ b ▪ c - d"}), "• a\n• b\n• c\n• d");
}

TEST(PlainText, NumberedListKeepsItsNumbers) {
  EXPECT_EQ(TextOf({"<ol> 1. First of 3. kind 2. Second"}),
            "1. First of 3. kind\n2. Second");
}

TEST(PlainText, ListWithoutMarkersIsOneItem) {
  EXPECT_EQ(TextOf({"<ul> A meeting. It was long."}),
            "• A meeting. It was long.");
}

TEST(PlainText, CellsOfACutSentenceAreOneLine) {
  EXPECT_EQ(TextOf({"<p>Held in</p>", "<p>May in Lima.</p>", "<p>Next.</p>"}),
            "Held in May in Lima.\nNext.");
}

TEST(PlainText, ListGoesOnInTheNextCell) {
  EXPECT_EQ(TextOf({"<ul> - a new", "plan - b", "<ul> - c", "<ul> Dee."}),
            "• a new plan\n• b\n• c Dee.");
  EXPECT_EQ(TextOf({"<ul> • a;", "<ul> B."}), "• a;\n• B.");
}

TEST(PlainText, AddedParagraphIsALine) {
  PlainText plain;
  plain.AddParagraph("A title");
  plain.AddParagraph("and its text");

  EXPECT_EQ(plain.Finish(), "A title\nand its text");
}

TEST(PlainText, NothingGivesNothing) {
  EXPECT_EQ(TextOf({"", "<p></p>", "<ul> </ul>", "\u00a0", "**"}), "");
}

TEST(PlainText, LineKeepsNoItemMark) {
  EXPECT_EQ(OneLine("- ⇒ <p>Trade</p><p>and</p> work"), "Trade and work");
}

}  // namespace
}  // namespace compendium
