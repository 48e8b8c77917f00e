// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/markdown_writer.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace compendium {
namespace {

using ::testing::HasSubstr;

TEST(MarkdownText, NothingBecomesMarkup) {
  EXPECT_EQ(MarkdownText("**a** <b> [c](d) `e` | f_g_ & ~h~"),
            "\\*\\*a\\*\\* \\<b\\> \\[c\\](d) \\`e\\` \\| f\\_g\\_ \\& "
            "\\~h\\~");
  EXPECT_EQ(MarkdownText("# a"), "\\# a");
  EXPECT_EQ(MarkdownText("12. a"), "12\\. a");
  EXPECT_EQ(MarkdownText("b) a"), "b\\) a");
  EXPECT_EQ(MarkdownText("- a"), "\\- a");
  EXPECT_EQ(MarkdownText("==="), "\\===");
  EXPECT_EQ(MarkdownText("a\nb\tc"), "a b c");
}

TEST(MarkdownText, AddressesAreLinks) {
  EXPECT_EQ(MarkdownText("See http://a.example/b_(c)."),
            "See [http://a.example/b\\_(c)](<http://a.example/b_(c)>).");
}

TEST(WriteMarkdown, HasHeadingsListsAndParagraphs) {
  PublishedRound round;
  round.title = "Round 2016";
  round.sections.push_back(
      {.mechanism_id = "midsa",
       .title = "Dialogue",
       .participants = {{registry::v1::PARTICIPANT_ROLE_MEMBER, {"Angola"}}},
       .focus_areas = {"health"},
       .questions = {{"1", "Activities", "First\nSecond:\n• one\n• two\nLast"},
                     {"4", "Books", ""}},
       .notes = {"¹ A note"}});

  const std::string text = WriteMarkdown(round);

  EXPECT_THAT(text, HasSubstr("# Round 2016\n\nCompleted"));
  EXPECT_THAT(text, HasSubstr("- [Dialogue](#mechanism-midsa)\n"));
  EXPECT_THAT(text,
              HasSubstr("<a id=\"mechanism-midsa\"></a>\n\n## Dialogue\n"));
  EXPECT_THAT(text, HasSubstr("### Participants\n\n- Angola\n"));
  EXPECT_THAT(text, HasSubstr("### 1\\. Activities\n\nFirst\n\nSecond:\n\n"
                              "- one\n- two\n\nLast\n\n### 4\\. Books\n"));
  EXPECT_THAT(text, HasSubstr("### Notes\n\n¹ A note\n"));
}

}  // namespace
}  // namespace compendium
