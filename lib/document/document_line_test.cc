// SPDX-License-Identifier: Apache-2.0
#include "lib/document/document_line.h"

#include <vector>

#include "gtest/gtest.h"

namespace compendium {
namespace {

DocumentLine OnlyLine(absl::string_view text) {
  const std::vector<DocumentLine> lines = ReadLines(text);
  EXPECT_EQ(lines.size(), 1u) << text;
  return lines.empty() ? DocumentLine() : lines[0];
}

TEST(DocumentLine, EveryLineEndEndsALine) {
  const std::vector<DocumentLine> lines = ReadLines("a\r\nb\nc\rd\r\n\r\ne");

  ASSERT_EQ(lines.size(), 6u);
  EXPECT_EQ(lines[1].content, "b");
  EXPECT_EQ(lines[4].kind, LineKind::kBlank);
  size_t end = 0;
  for (const DocumentLine& line : lines) {
    EXPECT_EQ(line.begin_byte, end);
    end = line.end_byte;
  }
  EXPECT_EQ(end, 13u);
}

TEST(DocumentLine, TabMakesARow) {
  const DocumentLine line = OnlyLine("1. Main activities:\tnone\tso far");

  EXPECT_EQ(line.kind, LineKind::kRow);
  EXPECT_EQ(line.label_cell, "1. Main activities:");
  EXPECT_EQ(line.answer_cell, "none\tso far");
  EXPECT_TRUE(IsQuestionLabel(line));
}

TEST(DocumentLine, HyphensAloneAreAPageBreak) {
  EXPECT_EQ(OnlyLine("--\t---").kind, LineKind::kPageBreak);
  EXPECT_EQ(OnlyLine(" ----- ").kind, LineKind::kPageBreak);
  EXPECT_EQ(OnlyLine("-\t-").kind, LineKind::kRow);
  EXPECT_EQ(OnlyLine("--\tx").kind, LineKind::kRow);
}

TEST(DocumentLine, BlankCharactersMakeABlankLine) {
  EXPECT_EQ(OnlyLine(" \u00a0\f").kind, LineKind::kBlank);
  EXPECT_EQ(OnlyLine("\ufeff").kind, LineKind::kBlank);
  EXPECT_EQ(OnlyLine("\t").kind, LineKind::kRow);  // an empty cell
}

TEST(DocumentLine, MembersAreMarkedInManyWays) {
  for (const absl::string_view text :
       {"Member States: Chad", "- Member States:** Chad", "**Members:** Chad",
        "• Participating\u00a0Countries: Chad", "<p>PARTICIPANTS: Chad</p>",
        "Member States:\tChad"}) {
    const DocumentLine line = OnlyLine(text);
    EXPECT_EQ(line.mark, LineMark::kMembers) << text;
    EXPECT_EQ(line.mark_text, "Chad") << text;
  }
}

TEST(DocumentLine, OtherLinesHaveNoMark) {
  EXPECT_EQ(OnlyLine("- Focus:**").mark, LineMark::kFocus);
  EXPECT_EQ(OnlyLine("\tParticipants: Chad").mark, LineMark::kNone);
  EXPECT_EQ(OnlyLine("All participants: Chad").mark, LineMark::kNone);
  EXPECT_EQ(OnlyLine("Member States").mark, LineMark::kNone);
}

TEST(DocumentLine, PlainLineNeedsMoreToBeAQuestion) {
  EXPECT_TRUE(IsQuestionLabel(OnlyLine("3. New projects this year:")));
  EXPECT_FALSE(IsQuestionLabel(OnlyLine("3. New projects this year")));
  EXPECT_FALSE(IsQuestionLabel(OnlyLine("New projects this year:")));
  EXPECT_FALSE(IsQuestionLabel(OnlyLine("3. The following:")));
  EXPECT_TRUE(IsQuestionLabel(OnlyLine("3. The following:\tx")));
}

TEST(DocumentLine, RowOfATableInAnAnswerIsNoQuestion) {
  EXPECT_FALSE(IsQuestionLabel(OnlyLine("2 May\tLima")));
  EXPECT_FALSE(IsQuestionLabel(OnlyLine("Ministerial meeting\tLima")));
  EXPECT_TRUE(IsQuestionLabel(OnlyLine("Ministerial meeting:\tLima")));
  EXPECT_TRUE(IsQuestionLabel(OnlyLine("2C What was said on\tLima")));
}

TEST(DocumentLine, ItemsStartWithAMarker) {
  EXPECT_TRUE(OnlyLine(" - x").is_item);
  EXPECT_TRUE(OnlyLine("\u00a0•x").is_item);
  EXPECT_FALSE(OnlyLine("-x").is_item);
  EXPECT_FALSE(OnlyLine("x - y").is_item);
}

TEST(DocumentLine, FootnotesAndPageNumbersAreTold) {
  for (const absl::string_view text :
       {"¹ see there", " ² x", "[12] x", "*As of June", "17"}) {
    EXPECT_TRUE(IsFootnoteOrPageNumber(text)) << text;
  }
  for (const absl::string_view text :
       {"**Bold**", "* item", "*Italic*", "[x] y", "[] y", "2016 was", "x ¹",
        "20161"}) {
    EXPECT_FALSE(IsFootnoteOrPageNumber(text)) << text;
  }
}

TEST(DocumentLine, ABulletBeforeATabMarksAnItem) {
  for (const char* line : {"\u2022\tfirst", "o\tfirst", "\uf0b7\tfirst",
                           "-\tfirst", " \u2013\tfirst"}) {
    EXPECT_EQ(OnlyLine(line).kind, LineKind::kPlain) << line;
    EXPECT_TRUE(OnlyLine(line).is_item) << line;
  }
  EXPECT_EQ(OnlyLine("or\tfirst").kind, LineKind::kRow);
}

TEST(DocumentLine, MembersAndFocusMayBeRows) {
  const DocumentLine members = OnlyLine("Member States\tPeru, Chile");
  EXPECT_EQ(members.mark, LineMark::kMembers);
  EXPECT_EQ(members.mark_text, "Peru, Chile");
  EXPECT_EQ(OnlyLine("<b>Focus:</b>\tlabour").mark, LineMark::kFocus);
  EXPECT_EQ(OnlyLine("Venue\tLima").mark, LineMark::kNone);
}

TEST(DocumentLine, MarksAreKnownInOtherLanguagesAndWithoutLigatures) {
  EXPECT_EQ(OnlyLine("\u00c9tats membres\u00a0: Mali").mark,
            LineMark::kMembers);
  EXPECT_EQ(OnlyLine("Mitgliedstaaten: Peru").mark, LineMark::kMembers);
  EXPECT_EQ(OnlyLine("Par cipa ng States: Peru").mark, LineMark::kMembers);
  EXPECT_EQ(OnlyLine("Schwerpunkte:").mark, LineMark::kFocus);
}

TEST(DocumentLine, HeadsOfColumnsAreKnown) {
  EXPECT_TRUE(IsColumnHeader(OnlyLine("<b>Question</b>\tAnswer")));
  EXPECT_FALSE(IsColumnHeader(OnlyLine("Question\tThe answer is no")));
  EXPECT_FALSE(IsColumnHeader(OnlyLine("Question")));
}

}  // namespace
}  // namespace compendium
