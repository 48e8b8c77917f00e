// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/docx_section.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace compendium {

int TextWidthTwips(bool is_turned) {
  return is_turned ? kPageHeightTwips - 2 * kSideMarginTwips : kTextWidthTwips;
}

std::string SectionXml(const DocxSection& section) {
  // Heads and feet end at the right margin, so turned pages have their own.
  const absl::string_view turned = section.is_turned ? "-turned" : "";
  return absl::StrCat(
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header", turned,
      "\"/><w:footerReference w:type=\"default\" r:id=\"footer", turned,
      "\"/><w:pgSz w:w=\"",
      section.is_turned ? kPageHeightTwips : kPageWidthTwips, "\" w:h=\"",
      section.is_turned ? kPageWidthTwips : kPageHeightTwips,
      section.is_turned ? "\" w:orient=\"landscape" : "",
      "\"/><w:pgMar w:top=\"1418\" w:right=\"", kSideMarginTwips,
      "\" w:bottom=\"1247\" w:left=\"", kSideMarginTwips,
      "\" w:header=\"680\" w:footer=\"567\" w:gutter=\"0\"/>",
      section.first_page_is_bare ? "<w:titlePg/>" : "", "</w:sectPr>");
}

}  // namespace compendium
