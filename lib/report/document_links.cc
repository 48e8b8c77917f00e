// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_links.h"

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "lib/base/status_macros.h"
#include "lib/publish/answer_lines.h"

namespace compendium {

DocumentLinks::DocumentLinks(const Document& document) {
  for (const DocumentSection& section : document.sections) {
    CHECK(section.level >= 1 && section.level <= 3);
    AddPlace(section.id);
    for (const DocumentBlock& block : section.blocks) AddBlock(block);
  }
}

void DocumentLinks::AddPlace(const std::string& id) {
  if (!id.empty()) CHECK(places_.insert(id).second);
}

void DocumentLinks::AddBlock(const DocumentBlock& block) {
  if (const auto* const paragraph = std::get_if<DocumentParagraph>(&block)) {
    AddPlace(paragraph->id);
  } else if (const auto* const chart = std::get_if<DocumentChart>(&block)) {
    AddPlace(chart->id);
  } else if (const auto* const table = std::get_if<DocumentTable>(&block)) {
    CHECK(!table->columns.empty());
    AddPlace(table->id);
    for (const DocumentColumn& column : table->columns) {
      CHECK(column.width > 0);
    }
    for (const DocumentRow& row : table->rows) {
      CHECK(row.cells.size() == table->columns.size());
      AddPlace(row.id);
    }
  }
}

DocumentLink DocumentLinks::Of(const DocumentText& text) const {
  absl::string_view target = text.target;
  if (absl::ConsumePrefix(&target, "#")) {
    if (!places_.contains(target)) return {};
    return {DocumentLink::Kind::kPlace, std::string(target)};
  }
  for (const absl::string_view scheme : {"http://", "https://", "mailto:"}) {
    if (absl::StartsWithIgnoreCase(target, scheme) &&
        target.size() > scheme.size()) {
      return {DocumentLink::Kind::kAddress, LinkTarget(target)};
    }
  }
  return {};
}

}  // namespace compendium
