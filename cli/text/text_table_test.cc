// SPDX-License-Identifier: Apache-2.0
#include "cli/text/text_table.h"

#include <gtest/gtest.h>

#include "absl/strings/str_split.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

TEST(TextTable, ColumnsAreAsWideAsTheirCells) {
  TextTable table(
      {{.title = "Code"}, {.title = "Claims", .align_right = true}});

  table.AddRow({"10.7", "7"});
  table.AddRow({"17.18", "12"});

  EXPECT_EQ(table.ToString(80),
            "Code   Claims\n"
            "─────  ──────\n"
            "10.7        7\n"
            "17.18      12\n");
}

TEST(TextTable, HasNoHeadWithoutTitles) {
  TextTable table({{.title = ""}, {.title = ""}});

  table.AddRow({"Revision", "29"});
  table.AddRow({"Kind", "coverage"});

  EXPECT_EQ(table.ToString(80),
            "Revision  29\n"
            "Kind      coverage\n");
}

TEST(TextTable, TheWidestColumnGivesWay) {
  TextTable table({{.title = "Code"}, {.title = "Title"}});

  table.AddRow({"10.7", "orderly and safe migration"});

  EXPECT_EQ(table.ToString(20),
            "Code  Title\n"
            "────  ──────────────\n"
            "10.7  orderly and\n"
            "      safe migration\n");
}

TEST(TextTable, WordsAreCutOnlyWhenNothingElseHelps) {
  TextTable table({{.title = "Kind"}, {.title = "Title"}});

  table.AddRow({"ministerial", "a meeting of ministers"});

  EXPECT_EQ(table.ToString(22),
            "Kind         Title\n"
            "───────────  ─────────\n"
            "ministerial  a meeting\n"
            "             of\n"
            "             ministers\n");
}

TEST(TextTable, UnbrokenColumnsStayWhole) {
  TextTable table({{.title = "Name", .unbroken = true}, {.title = "Title"}});

  table.AddRow({"mechanisms/pan-african-forum", "a forum on migration"});

  EXPECT_EQ(table.ToString(40),
            "Name                          Title\n"
            "────────────────────────────  ──────────\n"
            "mechanisms/pan-african-forum  a forum on\n"
            "                              migration\n");
}

TEST(TextTable, WideAndCombiningCharactersStayInLine) {
  TextTable table({{.title = "City"}, {.title = "Day"}});

  table.AddRow({"\u4e2d\u56fd", "1"});
  table.AddRow({"Co\u0302te", "2"});

  EXPECT_EQ(table.ToString(80),
            "City  Day\n"
            "────  ───\n"
            "\u4e2d\u56fd  1\n"
            "Co\u0302te  2\n");
}

TEST(TextTable, NotesSpanTheColumns) {
  TextTable table({{.title = "Code"}, {.title = "Claims"}});

  table.AddRow({"10.7", "7"});
  table.AddNote("a sentence behind it", 2);

  EXPECT_EQ(table.ToString(16),
            "Code  Claims\n"
            "────  ──────\n"
            "10.7  7\n"
            "  a sentence\n"
            "  behind it\n");
}

TEST(TextTable, EscapeSequencesInCellsAreHarmless) {
  TextTable table({{.title = "Title"}});

  table.AddRow({"\x1b[2J"});

  EXPECT_EQ(table.ToString(80).find('\x1b'), std::string::npos);
}

TEST(TextTable, NoLineIsWiderThanAsked) {
  TextTable table({{.title = "Date"}, {.title = "Place"}, {.title = "Title"}});
  table.AddRow({std::string(30, 'a'), std::string(60, 'b'),
                "many words that go on and on until nobody reads them"});

  for (const size_t width : {24u, 40u, 80u})
    for (absl::string_view line : absl::StrSplit(table.ToString(width), '\n'))
      EXPECT_LE(DisplayWidth(line), width) << line;
}

}  // namespace
}  // namespace compendium
