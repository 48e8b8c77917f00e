// SPDX-License-Identifier: Apache-2.0
// Small contents and what tests look for in documents.
#pragma once

#include <google/protobuf/text_format.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compendium/reporting/v1/report.pb.h"
#include "lib/base/status_macros.h"
#include "lib/report/document.h"
#include "lib/report/make_document.h"

namespace compendium {

// A content of revision 7, with `text` (protobuf's text format) merged in.
inline reporting::v1::ReportContent ContentOf(const std::string& text) {
  reporting::v1::ReportContent content;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        spec {
          parameters { round: "rounds/2016" }
          revision: 7
          rule_set: "1"
        }
        revision_time { seconds: 1480000000 }
        store_id: "store"
        revision_hash: "0a0b"
        round { name: "rounds/2016" title: "Round of 2016" }
        mechanisms { name: "mechanisms/midsa" display_name: "MIDSA in full" }
        mechanisms { name: "mechanisms/rcm" display_name: "RCM in full" }
      )pb",
      &content));
  reporting::v1::ReportContent more;
  CHECK(google::protobuf::TextFormat::ParseFromString(text, &more));
  content.MergeFrom(more);
  return content;
}

inline Document DocumentOf(const reporting::v1::ReportContent& content) {
  absl::StatusOr<Document> document = MakeDocument(content);
  CHECK(document.ok());
  return *std::move(document);
}

inline std::string TextOf(const std::vector<DocumentText>& parts) {
  std::string text;
  for (const DocumentText& part : parts) absl::StrAppend(&text, part.text);
  return text;
}

// The cells of a row, "|" between them.
inline std::string TextOf(const DocumentRow& row) {
  std::string text;
  for (const DocumentCell& cell : row.cells)
    absl::StrAppend(&text, text.empty() ? "" : "|", TextOf(cell.parts));
  return text;
}

// The rows of the table with that id; none when the document has no such one.
inline std::vector<std::string> RowsOf(const Document& document,
                                       const std::string& table_id) {
  std::vector<std::string> rows;
  for (const DocumentSection& section : document.sections)
    for (const DocumentBlock& block : section.blocks)
      if (const auto* table = std::get_if<DocumentTable>(&block);
          table != nullptr && table->id == table_id)
        for (const DocumentRow& row : table->rows) rows.push_back(TextOf(row));
  return rows;
}

// All paragraphs and list items of a section, a line each.
inline std::string ProseOf(const Document& document,
                           const std::string& section_id) {
  std::string prose;
  for (const DocumentSection& section : document.sections) {
    if (section.id != section_id) continue;
    for (const DocumentBlock& block : section.blocks) {
      if (const auto* paragraph = std::get_if<DocumentParagraph>(&block))
        absl::StrAppend(&prose, TextOf(paragraph->parts), "\n");
      if (const auto* list = std::get_if<DocumentList>(&block))
        for (const auto& item : list->items)
          absl::StrAppend(&prose, "- ", TextOf(item), "\n");
    }
  }
  return prose;
}

}  // namespace compendium
