// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_layout.h"

#include <algorithm>
#include <numeric>

namespace compendium {
namespace {

bool HasWideTable(const DocumentSection& section) {
  return std::any_of(section.blocks.begin(), section.blocks.end(),
                     [](const DocumentBlock& block) {
                       const auto* const table =
                           std::get_if<DocumentTable>(&block);
                       return table != nullptr && table->is_wide;
                     });
}

}  // namespace

std::vector<bool> TurnedSections(const Document& document) {
  std::vector<bool> turned(document.sections.size());
  for (size_t i = turned.size(); i-- > 0;) {
    const DocumentSection& section = document.sections[i];
    turned[i] =
        HasWideTable(section) ||
        (section.blocks.empty() && i + 1 < turned.size() && turned[i + 1]);
  }
  return turned;
}

bool KeepsTogether(const DocumentRow& row) {
  size_t size = 0;
  for (const DocumentCell& cell : row.cells) {
    for (const DocumentText& part : cell.parts) size += part.text.size();
  }
  return size <= kTogetherBytesMax;
}

std::string TextOf(const std::vector<DocumentText>& parts) {
  std::string text;
  for (const DocumentText& part : parts) text += part.text;
  return text;
}

int WidthOf(const DocumentTable& table) {
  return std::accumulate(
      table.columns.begin(), table.columns.end(), 0,
      [](int sum, const DocumentColumn& column) { return sum + column.width; });
}

}  // namespace compendium
