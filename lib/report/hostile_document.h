// SPDX-License-Identifier: Apache-2.0
// Documents for tests that no writer likes.
#pragma once

#include <array>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/report/document.h"

namespace compendium {

// Texts that mean something to HTML, XML, Markdown, spreadsheets, terminals or
// the rules of writing from right to left.
inline constexpr std::array<absl::string_view, 24> kHostileTexts = {
    "<script>alert(1)</script>",
    "</title></style></table><img src=x onerror=alert(1)>",
    "\"><svg onload='alert(1)'>",
    "]]><!--",
    "&lt;b&gt; &amp; &#60;",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1-1",
    "-2+3",
    "'=1+1",
    "{=1+1}",
    "http://evil.example/a b",
    "internal:'Sheet'!A1",
    "| a | b |\n| --- | --- |",
    "[link](javascript:alert(1)) ![i](http://evil.example/i.png)",
    "`code` ~~~ # head\n\n    indented\n1. one\n> quote\n---",
    "a\r\nb\rc\u2028d\u2029e",
    "\x01\x07\x0b\x0c\x1b[31mred\x7f\u0085\uFFFE\uFFFF",
    "\u202Eevil\u202D\u2066\u2067 \u2069\u2069\u202C\u202C",
    "\u200Fשלום \u202Bمرحبا",
    "_x000D_ _x003C_script_x003E_",
    "@TITLE@ @NOTE@ &[Picture]&G&P &N &\"Arial\" &A",
    "  blanks at both ends\t\t",
    "\U0001F600 \u0301\u0301 é 𝔘"};

// A document that has `text` wherever a document has text, and `target`
// wherever it leads to.
inline Document DocumentOf(const std::string& text, const std::string& target) {
  const std::vector<DocumentText> parts = {{text}, {text, target}, {text}};
  DocumentTable table = {.id = "table",
                         .caption = text,
                         .columns = {{text, 1}, {text, 2, true}, {text, 1}}};
  table.rows.push_back({.id = "row",
                        .cells = {{.parts = parts, .tone = CellTone::kBad},
                                  {.parts = {{text}}, .number = -7},
                                  {.parts = {}}}});
  DocumentTable wide = table;
  wide.id = "wide";
  wide.is_wide = true;
  wide.rows[0].id.clear();
  DocumentSection section = {.id = "section", .title = text};
  section.blocks = {
      DocumentParagraph{.parts = parts, .id = "paragraph"},
      DocumentParagraph{.parts = parts, .style = ParagraphStyle::kNote},
      DocumentParagraph{.parts = parts, .style = ParagraphStyle::kQuote},
      DocumentList{.items = {parts, {{text}}}},
      table,
      DocumentChart{.id = "chart",
                    .title = text,
                    .description = text,
                    .svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                           "width=\"9\" height=\"9\"><desc>d</desc></svg>"}};
  Document document = {.title = text,
                       .subtitle = text,
                       .running_title = text,
                       .facts = {{text, text}},
                       .time = absl::FromUnixSeconds(1462363200)};
  document.sections = {section,
                       {.id = "next",
                        .title = text,
                        .level = 2,
                        .blocks = {wide},
                        .starts_page = true},
                       {.id = "last", .title = text, .level = 3}};
  return document;
}

// All of kHostileTexts in one document, and a word too long for any line.
inline Document HostileDocument() {
  Document document = DocumentOf(std::string(3000, 'x'), "javascript:alert(1)");
  for (size_t i = 0; i < kHostileTexts.size(); ++i) {
    const std::string text(kHostileTexts[i]);
    Document other = DocumentOf(text, text);
    DocumentTable table = std::get<DocumentTable>(other.sections[0].blocks[4]);
    table.id = absl::StrCat("table-", i);
    table.rows[0].id = absl::StrCat("row-", i);
    document.sections.push_back(
        {.id = absl::StrCat("section-", i),
         .title = text,
         .blocks = {other.sections[0].blocks[1], table}});
    document.facts.push_back({text, text});
  }
  return document;
}

}  // namespace compendium
