// SPDX-License-Identifier: Apache-2.0
#include "tests/report/document_dump.h"

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"

namespace compendium::tests {
namespace {

std::string Dump(const std::vector<DocumentText>& parts) {
  std::string out;
  for (const DocumentText& part : parts) {
    absl::StrAppend(&out, absl::Utf8SafeCEscape(part.text));
    if (!part.target.empty()) absl::StrAppend(&out, "<", part.target, ">");
  }
  return out;
}

void Dump(const DocumentParagraph& paragraph, std::string& out) {
  absl::StrAppend(&out, "p", static_cast<int>(paragraph.style), " #",
                  paragraph.id, " ", Dump(paragraph.parts), "\n");
}

void Dump(const DocumentList& list, std::string& out) {
  for (const auto& item : list.items)
    absl::StrAppend(&out, "- ", Dump(item), "\n");
}

void Dump(const DocumentTable& table, std::string& out) {
  absl::StrAppend(&out, "table #", table.id, " ", table.caption,
                  table.is_wide ? " wide" : "", "\n");
  for (const DocumentColumn& column : table.columns)
    absl::StrAppend(&out, "| ", column.title, " ", column.width,
                    column.is_number ? " number" : "", "\n");
  for (const DocumentRow& row : table.rows) {
    absl::StrAppend(&out, "row #", row.id);
    for (const DocumentCell& cell : row.cells) {
      absl::StrAppend(&out, " | ", static_cast<int>(cell.tone), " ");
      if (cell.number.has_value())
        absl::StrAppend(&out, "=", *cell.number, " ");
      absl::StrAppend(&out, Dump(cell.parts));
    }
    absl::StrAppend(&out, "\n");
  }
}

void Dump(const DocumentChart& chart, std::string& out) {
  absl::StrAppend(&out, "chart #", chart.id, " ", chart.title, "\n",
                  chart.description, "\n", chart.svg);
}

}  // namespace

std::string Dump(const Document& document) {
  std::string out =
      absl::StrCat("title ", document.title, "\nsubtitle ", document.subtitle,
                   "\nrunning ", document.running_title, "\ntime ",
                   absl::FormatTime(document.time, absl::UTCTimeZone()), "\n");
  for (const DocumentFact& fact : document.facts)
    absl::StrAppend(&out, "fact ", fact.name, ": ", fact.value, "\n");
  for (const DocumentSection& section : document.sections) {
    absl::StrAppend(&out, "section ", section.level, " #", section.id, " ",
                    section.title, section.starts_page ? " new page" : "",
                    "\n");
    for (const DocumentBlock& block : section.blocks)
      std::visit([&out](const auto& one) { Dump(one, out); }, block);
  }
  return out;
}

}  // namespace compendium::tests
