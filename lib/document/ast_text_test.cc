// SPDX-License-Identifier: Apache-2.0
// Trees as pandoc makes them; the tests of whole documents stand in
// cli/import/document_source_test.cc.
#include "lib/document/ast_text.h"

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

using testing::HasSubstr;

std::string TextOf(absl::string_view blocks) {
  const auto text = TextFromAst(
      absl::StrCat(R"({"pandoc-api-version":[1,22,2,1],"meta":{},"blocks":[)",
                   blocks, "]}"));
  EXPECT_TRUE(text.ok()) << text.status();
  return text.ok() ? *text : "";
}

TEST(AstText, ParagraphsAreEscapedLines) {
  EXPECT_EQ(TextOf(R"({"t":"Para","c":[{"t":"Str","c":"a<b>"},{"t":"Space"},
                       {"t":"Emph","c":[{"t":"Str","c":"&c"}]},
                       {"t":"LineBreak"},{"t":"Str","c":"d"}]})"),
            "a&lt;b&gt; <i>&amp;c</i>\nd\n\n");
}

TEST(AstText, ListsAreItems) {
  EXPECT_EQ(TextOf(R"({"t":"BulletList","c":[
                        [{"t":"Plain","c":[{"t":"Str","c":"a"}]},
                         {"t":"BulletList","c":[
                           [{"t":"Plain","c":[{"t":"Str","c":"b"}]}]]}],
                        [{"t":"Plain","c":[{"t":"Str","c":"c"}]}]]})"),
            "- a\n  - b\n- c\n\n");
  EXPECT_EQ(TextOf(R"({"t":"OrderedList","c":[
                        [4,{"t":"LowerAlpha"},{"t":"OneParen"}],
                        [[{"t":"Plain","c":[{"t":"Str","c":"x"}]}]]]})"),
            "d) x\n\n");
}

TEST(AstText, AddressesOfLinksAreKept) {
  // The preamble keeps them apart, for its words are names.
  EXPECT_EQ(TextOf(R"({"t":"Para","c":[{"t":"Link","c":[["",[],[]],
                       [{"t":"Str","c":"Peru"}],
                       ["https://pe.example/?a=1&b=<2>",""]]}]})"),
            "Peru\n\n<https://pe.example/?a=1&b=%3C2%3E>\n\n");
}

TEST(AstText, DeletedTextStandsAtTheEnd) {
  EXPECT_EQ(TextOf(R"({"t":"Para","c":[{"t":"Str","c":"kept"},
       {"t":"Span","c":[["",["deletion"],[["author","A. Diallo"]]],
                        [{"t":"Str","c":"gone"}]]},
       {"t":"Span","c":[["",["insertion"],[]],[{"t":"Str","c":"new"}]]}]})"),
            "keptnew\n\n[1] deleted by A. Diallo: gone\n\n");
}

TEST(AstText, TitlesOfTheTitlePageComeFirst) {
  const auto text = TextFromAst(
      R"({"meta":{"title":{"t":"MetaInlines","c":[{"t":"Str","c":"Elbe"}]},
                  "generator":{"t":"MetaString","c":"x"}},"blocks":[]})");

  ASSERT_TRUE(text.ok()) << text.status();
  EXPECT_EQ(*text, "Elbe\n\n");
}

TEST(AstText, WhatIsNoTreeIsRefused) {
  for (const char* json :
       {"", "[]", "{}", "{\"blocks\":", "{\"blocks\":7}",
        "{\"blocks\":[{\"t\":\"Para\",\"c\":5}]}", "{\"blocks\":[\"Para\"]}"}) {
    EXPECT_TRUE(absl::IsInvalidArgument(TextFromAst(json).status())) << json;
  }
  EXPECT_THAT(
      std::string(
          TextFromAst(R"({"blocks":[{"t":"Figure"}]})").status().message()),
      HasSubstr("got an element Figure"));
}

TEST(AstText, DeepNestingIsRefused) {
  const std::string deep(100'000, '[');

  EXPECT_TRUE(absl::IsResourceExhausted(
      TextFromAst(absl::StrCat("{\"blocks\":", deep)).status()));
}

}  // namespace
}  // namespace compendium
