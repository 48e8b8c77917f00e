// SPDX-License-Identifier: Apache-2.0
#include "cli/text/marked_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;

TextMark Mark(size_t begin, size_t end, const std::string& label,
              MarkKind kind = MarkKind::kMeeting) {
  return {begin, end, label, kind};
}

// With plain spaces behind labels.
std::string Plain(absl::string_view text, std::vector<TextMark> marks,
                  MarkedTextOptions options = {}) {
  return absl::StrReplaceAll(MarkedText(text, std::move(marks), options),
                             {{"\xC2\xA0", " "}});
}

TEST(MarkedText, LabelsStandBeforeTheirText) {
  EXPECT_EQ(Plain("Forum in Lima", {Mark(0, 5, "M1")}), "[M1 Forum] in Lima\n");
  EXPECT_EQ(Plain("Forum", {}), "Forum\n");
}

TEST(MarkedText, InnerMarksCloseFirst) {
  EXPECT_EQ(Plain("Forum on 10.7", {Mark(9, 13, "C1"), Mark(0, 13, "M1")}),
            "[M1 Forum on [C1 10.7]]\n");
}

TEST(MarkedText, OneStretchHasOnePairOfBrackets) {
  EXPECT_EQ(Plain("5.2, 10.7", {Mark(0, 9, "C1"), Mark(0, 9, "C2")}),
            "[C1,C2 5.2, 10.7]\n");
}

TEST(MarkedText, CrossingMarksSayWhichEnds) {
  EXPECT_EQ(Plain("abcdef", {Mark(0, 4, "M1"), Mark(2, 6, "M2")}),
            "[M1 ab[M2 cd]M1ef]\n");
}

TEST(MarkedText, NeighboursDoNotTouch) {
  EXPECT_EQ(Plain("abcd", {Mark(2, 4, "M2"), Mark(0, 2, "M1")}),
            "[M1 ab][M2 cd]\n");
}

TEST(MarkedText, MarksThatAreNoneAreLeftOut) {
  EXPECT_EQ(Plain("abc", {Mark(2, 2, "M1"), Mark(0, 9, "M2")}), "abc\n");
}

TEST(MarkedText, LinesKeepToTheWidth) {
  const std::string text =
      "The annual forum of senior officials was held in Lima, Peru, in May";
  const MarkedTextOptions narrow = {.width = 30, .indent = 4};

  const std::string lines = Plain(text, {Mark(4, 36, "M1")}, narrow);

  for (absl::string_view line : absl::StrSplit(lines, '\n'))
    EXPECT_LE(DisplayWidth(line), 30u) << line;
  EXPECT_EQ(lines.substr(0, 8), "    The ");
}

TEST(MarkedText, ColourOnlyAddsToTheText) {
  const std::string text = "Forum on 10.7\nin Lima and a second line of it";
  const std::vector<TextMark> marks = {Mark(0, 20, "M1"),
                                       Mark(9, 13, "C1", MarkKind::kClaim)};
  const MarkedTextOptions plain = {.width = 24};
  MarkedTextOptions colour = plain;
  colour.colour = true;

  std::string coloured = MarkedText(text, marks, colour);

  EXPECT_THAT(coloured, HasSubstr("\033[36m"));
  EXPECT_THAT(coloured, HasSubstr("\033[1;32m"));
  // Each line ends plain, so that nothing runs into the next one.
  for (const char* sequence :
       {"\033[0m", "\033[36m", "\033[1;36m", "\033[32m", "\033[1;32m"})
    coloured = absl::StrReplaceAll(coloured, {{sequence, ""}});
  EXPECT_EQ(coloured, MarkedText(text, marks, plain));
}

TEST(MarkedText, EscapeSequencesOfTheTextAreNotObeyed) {
  EXPECT_EQ(Plain("a\033[31mb", {Mark(0, 1, "M1")}),
            "[M1 a]\xEF\xBF\xBD[31mb\n");
}

}  // namespace
}  // namespace compendium
