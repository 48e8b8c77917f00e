// SPDX-License-Identifier: Apache-2.0
// A document for tests that uses all that documents have.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/report/document.h"

namespace compendium {

inline DocumentCell WordsCell(const std::string& text,
                              CellTone tone = CellTone::kPlain) {
  return {.parts = {{text}}, .tone = tone};
}

inline DocumentCell NumberCell(int64_t number,
                               CellTone tone = CellTone::kPlain) {
  return {.parts = {{absl::StrCat(number)}}, .tone = tone, .number = number};
}

// A table of `count` mechanisms with answers of some length.
inline DocumentTable SampleTable(const std::string& id, int count) {
  DocumentTable table = {.id = id,
                         .caption = "Mechanisms and what they report",
                         .columns = {{"Mechanism", 3},
                                     {"Answers", 1, true},
                                     {"State", 2},
                                     {"What was said", 6}}};
  static constexpr CellTone kTones[] = {CellTone::kGood, CellTone::kWeak,
                                        CellTone::kBad, CellTone::kMuted};
  static constexpr const char* kStates[] = {"complete", "in part", "missing",
                                            "not asked"};
  for (int i = 0; i < count; ++i) {
    const CellTone tone = kTones[i % 4];
    DocumentRow row = {.id = absl::StrCat(id, "-row-", i)};
    row.cells = {
        {.parts = {{absl::StrCat("Dialogue ", i), absl::StrCat("#", id)}}},
        NumberCell(i * 7 % 23),
        WordsCell(kStates[i % 4], tone),
        {.parts = {{"Two meetings of senior officials were held.\nA "
                    "plan of action was agreed; see "},
                   {"the report", "https://example.org/report?a=1&b=2"},
                   {"."}}}};
    if (i % 9 == 0) {
      for (int line = 0; line < 8; ++line) {
        row.cells[3].parts.push_back(
            {"\nThe mechanism supports the orderly and safe movement of "
             "people, "
             "and the rights of all who migrate, in all of its member "
             "States."});
      }
    }
    table.rows.push_back(row);
  }
  return table;
}

// A table of mechanisms by targets, wider than tall.
inline DocumentTable SampleWideTable() {
  DocumentTable table = {.id = "matrix",
                         .caption = "Targets by mechanism",
                         .columns = {{"Mechanism", 5}},
                         .is_wide = true};
  for (int column = 0; column < 17; ++column) {
    table.columns.push_back({absl::StrCat(column + 1, ".", column % 7), 2});
  }
  for (int i = 0; i < 12; ++i) {
    DocumentRow row = {.cells = {WordsCell(absl::StrCat("Dialogue ", i))}};
    for (int column = 0; column < 17; ++column) {
      const int state = (i * 5 + column * 3) % 7;
      row.cells.push_back(state == 0   ? WordsCell("yes", CellTone::kGood)
                          : state == 1 ? WordsCell("part", CellTone::kWeak)
                          : state == 2 ? WordsCell("no", CellTone::kBad)
                                       : DocumentCell());
    }
    table.rows.push_back(row);
  }
  return table;
}

inline DocumentChart SampleChart() {
  return {
      .id = "chart",
      .title = "Answers by mechanism",
      .description = "Dialogue 1 has 7 answers, Dialogue 2 has 14.",
      .svg =
          "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
          "aria-labelledby=\"chart-title chart-desc\" width=\"480\" "
          "height=\"90\" viewBox=\"0 0 480 90\">"
          "<title id=\"chart-title\">Answers by mechanism</title>"
          "<desc id=\"chart-desc\">Dialogue 1 has 7 answers, Dialogue 2 has "
          "14.</desc>"
          "<g font-family=\"Carlito, sans-serif\" font-size=\"13\">"
          "<text x=\"0\" y=\"25\">Dialogue 1</text>"
          "<rect x=\"90\" y=\"10\" width=\"170\" height=\"22\" "
          "fill=\"#0b4f8a\"/><text x=\"268\" y=\"26\">7</text>"
          "<text x=\"0\" y=\"65\">Dialogue 2</text>"
          "<rect x=\"90\" y=\"50\" width=\"340\" height=\"22\" "
          "fill=\"#0b4f8a\"/><text x=\"438\" y=\"66\">14</text></g></svg>"};
}

// The whole; `count` is the number of rows of its long table.
inline Document SampleDocument(int count = 60) {
  Document document = {
      .title = "Overview of the round of 2016",
      .subtitle = "What inter-State consultation mechanisms report",
      .running_title = "Overview of 2016, revision 29",
      .facts = {{"Round", "2016"},
                {"Revision", "29 of the registry"},
                {"As of", "4 May 2016"},
                {"Rules", "2016-05\nof the house"}},
      .time = absl::FromUnixSeconds(1462363200)};
  DocumentSection summary = {.id = "summary", .title = "Summary"};
  summary.blocks.push_back(DocumentParagraph{
      .parts = {{"Of 60 mechanisms, 15 have answered all questions; "},
                {"the table", "#answers"},
                {" has each. Write to "},
                {"the secretariat", "mailto:office@example.org"},
                {"."}}});
  summary.blocks.push_back(DocumentList{
      .items = {{{"Colombo Process: "}, {"row 3", "#answers-row-3"}},
                {{"Bali Process"}},
                {{"Almaty Process, Алматинский процесс, عملية ألماتي"}}}});
  summary.blocks.push_back(
      DocumentParagraph{.parts = {{"All figures are of one revision."}},
                        .style = ParagraphStyle::kNote,
                        .id = "note"});
  summary.blocks.push_back(DocumentParagraph{
      .parts = {{"The participating States reaffirmed their commitment to "
                 "regional dialogue.\nThey meet again next year."}},
      .style = ParagraphStyle::kQuote});
  summary.blocks.push_back(
      DocumentParagraph{.parts = {{"اجتماع كبار المسؤولين في عمان"}},
                        .style = ParagraphStyle::kQuote});
  summary.blocks.emplace_back(SampleChart());
  document.sections.push_back(summary);
  document.sections.push_back(
      {.id = "all", .title = "Answers", .starts_page = true});
  DocumentSection answers = {
      .id = "answers-section", .title = "Mechanism by mechanism", .level = 2};
  answers.blocks.emplace_back(SampleTable("answers", count));
  document.sections.push_back(answers);
  DocumentSection names = {.id = "names", .title = "Names", .level = 3};
  DocumentTable scripts = {.id = "scripts",
                           .caption = "Names in scripts",
                           .columns = {{"Script", 1}, {"Name", 3}}};
  for (const std::vector<std::string>& row :
       std::vector<std::vector<std::string>>{
           {"Greek, Cyrillic", "Διάλογος, Диалог о миграции"},
           {"Armenian, Georgian", "Երեւան, თბილისი"},
           {"Arabic, Hebrew", "عملية الخرطوم"},
           {"Hebrew", "ירושלים"},
           {"Chinese, Japanese, Korean", "科伦坡进程, 移住, 이주"},
           {"Thai, Devanagari, Bengali", "กระบวนการบาหลี, कोलंबो, ঢাকা"},
           {"Sinhala, Tamil, Amharic", "කොළඹ, கொழும்பு, አዲስ አበባ"},
           {"Lao, Khmer, Burmese", "ວຽງຈັນ, ភ្នំពេញ, ရန်ကုန်"},
           {"A long word", std::string(150, 'x')}}) {
    scripts.rows.push_back({.cells = {WordsCell(row[0]), WordsCell(row[1])}});
  }
  scripts.rows.push_back(
      {.cells = {WordsCell("A page"),
                 {.parts = {{"the report", "https://example.org/report"}}}}});
  names.blocks.emplace_back(scripts);
  document.sections.push_back(names);
  DocumentSection coverage = {.id = "coverage", .title = "Coverage"};
  document.sections.push_back(coverage);
  DocumentSection matrix = {
      .id = "matrix-section", .title = "All targets", .level = 2};
  matrix.blocks.emplace_back(SampleWideTable());
  document.sections.push_back(matrix);
  DocumentSection end = {.id = "end", .title = "Method"};
  end.blocks.push_back(DocumentParagraph{
      .parts = {{"See "}, {"the coverage", "#matrix"}, {" and docs."}}});
  document.sections.push_back(end);
  return document;
}

}  // namespace compendium
