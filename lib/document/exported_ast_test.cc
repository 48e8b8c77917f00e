// SPDX-License-Identifier: Apache-2.0
#include "lib/document/exported_ast.h"

#include <string>

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "lib/document/ast_text.h"
#include "lib/document/compendium_text.h"

namespace compendium {
namespace {

Ast Str(const std::string& text) { return {{"t", "Str"}, {"c", text}}; }
Ast Para(const Ast& inlines) { return {{"t", "Para"}, {"c", inlines}}; }
Ast Words(const std::string& text) { return Para(Ast::array({Str(text)})); }
Ast Attributes(const std::string& id) {
  return Ast::array({id, Ast::array(), Ast::array()});
}
Ast Header(int level, const std::string& id, const std::string& text) {
  return {{"t", "Header"},
          {"c", Ast::array({level, Attributes(id), Ast::array({Str(text)})})}};
}
Ast Bullets(const std::vector<Ast>& items) {
  Ast list = Ast::array();
  for (const Ast& item : items) list.push_back(Ast::array({item}));
  return {{"t", "BulletList"}, {"c", list}};
}
Ast Note(const std::string& text) {
  return {{"t", "Note"}, {"c", Ast::array({Words(text)})}};
}

using Row = std::vector<Ast>;  // each cell's blocks
Ast RowOf(const Row& row) {
  Ast cells = Ast::array();
  for (const Ast& blocks : row)
    cells.push_back(
        Ast::array({Attributes(""), {{"t", "AlignDefault"}}, 1, 1, blocks}));
  return Ast::array({Attributes(""), cells});
}
Ast Table(const std::vector<Row>& rows) {
  Ast body = Ast::array();
  for (size_t i = 1; i < rows.size(); ++i) body.push_back(RowOf(rows[i]));
  return {
      {"t", "Table"},
      {"c",
       Ast::array(
           {Attributes(""),
            Ast::array({nullptr, Ast::array({Words("A caption")})}),
            Ast::array(),
            Ast::array({Attributes(""), Ast::array({RowOf(rows[0])})}),
            Ast::array({Ast::array({Attributes(""), 0, Ast::array(), body})}),
            Ast::array({Attributes(""), Ast::array()})})}};
}
Row Cells(const Ast& left, const Ast& right) {
  return {Ast::array({left}), right};
}
Ast Questions() {
  return Table(
      {Cells(Words("Question"), Ast::array({Words("Answer")})),
       Cells(Words("2A. Officials"),
             Ast::array({Words("In <Lima>  2A. New projects:"),
                         Bullets({Words("one"), Words("**two**")}),
                         Para(Ast::array({Str("end. "), Note("¹ A note")}))})),
       Cells(Words(""), Ast::array({Words("and more")})),
       Cells(Words("9. Books"), Ast::array()),
       Cells(Words("no question"), Ast::array({Words("a remark")}))});
}

TEST(ExportedAst, BecomesExportedText) {
  const Ast blocks = Ast::array(
      {Header(1, "", "Round"), Header(2, "mechanism-a-b", "Dialogue: A."),
       Header(3, "x", "Observers"), Bullets({Words("Chad, and; Mali")}),
       Header(3, "y", "Focus areas"), Words("health"),
       Header(3, "z", "Remarks"), Words("• A remark"), Questions()});

  EXPECT_EQ(ExportedTextFromAst({"A title"}, blocks),
            "A title\nRound\n\n"
            "<h1 id=\"mechanism-a-b\"><pre>Dialogue: A.</pre></h1>\n\n"
            "<p id=\"observers\">Observers:</p>\n"
            "• <pre>Chad, and; Mali</pre>\n"
            "<p id=\"focus-areas\">Focus areas:</p>\n"
            "• <pre>health</pre>\n"
            "Remarks\n• A remark\nA caption\n\n"
            "Question\nAnswer\n"
            "<b id=\"question-2A\">2A. Officials</b>\t"
            "<pre>In &lt;Lima&gt;  2A. New projects:&#10;• one&#10;• **two**"
            "&#10;end. ¹</pre>\n"
            "\t<pre>and more</pre>\n"
            "<b id=\"question-9\">9. Books</b>\t\n"
            "no question\na remark\n\n"
            "¹ A note\n");
}

TEST(ExportedAst, WithoutIdsTheHeadingNamesTheMechanism) {
  const Ast blocks = Ast::array(
      {Words("Contents"), Header(1, "any", "Dialogue on Things (DOT)"),
       Header(2, "participants", "Participants"), Words("Chad"),
       Header(2, "answers", "Answers"), Questions(),
       Header(1, "other", "Other talks"), Header(2, "", "Participants"),
       Words("Mali"), Header(2, "", "Answers"), Questions()});

  const auto text = TextFromAst(Ast({{"blocks", blocks}}).dump());
  ASSERT_TRUE(text.ok()) << text.status();
  const auto parsed =
      ParseCompendiumText(*text, {.file_name = "a.docx", .round_id = "2016"});
  ASSERT_TRUE(parsed.ok()) << parsed.status();

  ASSERT_EQ(parsed->questionnaires.size(), 2U);
  EXPECT_EQ(parsed->questionnaires[0].mechanism_id, "dot");
  EXPECT_EQ(parsed->questionnaires[1].mechanism_id, "other-talks");
  EXPECT_EQ(
      parsed->questionnaires[1].questionnaire.participants(0).as_written(),
      "Mali");
}

TEST(ExportedAst, OtherTablesMakeNone) {
  EXPECT_FALSE(IsExportedAst(Ast::array()));
  EXPECT_FALSE(IsExportedAst(Ast::array(
      {Table({Cells(Words("Question"), Ast::array({Words("Reply")}))})})));
  EXPECT_FALSE(IsExportedAst(Ast::array({Questions()})));
  EXPECT_FALSE(IsExportedAst(
      Ast::array({Header(1, "", "Our form"), Words("Focus: x"), Questions()})));
  EXPECT_FALSE(
      IsExportedAst(Ast::array({Header(1, "", "Answers"), Questions()})));
  EXPECT_TRUE(IsExportedAst(Ast::array(
      {Header(1, "", "Dialogue"), Header(2, "", "Answers"), Questions()})));
}

TEST(ExportedAst, DeletedTextStandsApart) {
  const Ast deleted = {
      {"t", "Span"},
      {"c",
       Ast::array({Ast::array({"", Ast::array({"deletion"}), Ast::array()}),
                   Ast::array({Str("gone")})})}};
  Ast blocks = Ast::array(
      {Header(1, "", "Dialogue"), Header(2, "", "Answers"), Questions()});
  blocks.insert(blocks.begin(), Para(Ast::array({Str("kept "), deleted})));

  const std::string text = ExportedTextFromAst({}, blocks);

  EXPECT_EQ(text.substr(0, 6), "kept \n");
  EXPECT_EQ(text.substr(text.size() - 5), "gone\n");
}

}  // namespace
}  // namespace compendium
