// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/docx_parts.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "lib/publish/docx_package.h"
#include "lib/publish/docx_section.h"
#include "lib/publish/xml_text.h"

namespace compendium {

extern const char kContentTypesXml[];
extern const char kStylesXml[];
extern const char kNumberingXml[];
extern const char kSettingsXml[];
extern const char kHeaderXml[];
extern const char kFooterXml[];

namespace {

constexpr absl::string_view kPackageRelationships =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="document" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>
)";

constexpr absl::string_view kTurnedTypes =
    R"(  <Override PartName="/word/header2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
  <Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
)";

// `xml` with `more` before its tag `end`.
std::string Before(absl::string_view end, absl::string_view more,
                   absl::string_view xml) {
  return absl::StrReplaceAll(xml, {{end, absl::StrCat(more, end)}});
}

// A head or foot whose right end is at the margin of turned pages.
std::string Turned(absl::string_view xml) {
  return Before(
      "</w:pPr>",
      absl::StrCat("<w:tabs><w:tab w:val=\"clear\" w:pos=\"",
                   TextWidthTwips(false), "\"/><w:tab w:val=\"right\" w:pos=\"",
                   TextWidthTwips(true), "\"/></w:tabs>"),
      xml);
}

std::string CoreXml(const DocxProperties& properties) {
  std::string times;
  for (const char* const name : {"created", "modified"}) {
    if (properties.written_time.empty()) break;
    absl::StrAppend(&times, "<dcterms:", name, " xsi:type=\"dcterms:W3CDTF\">",
                    properties.written_time, "</dcterms:", name, ">\n");
  }
  return absl::StrCat(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/"
      "2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/"
      "1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://"
      "www.w3.org/2001/XMLSchema-instance\">\n<dc:title>",
      XmlText(properties.title), "</dc:title>\n<dc:language>en-GB",
      "</dc:language>\n", times, "</cp:coreProperties>\n");
}

}  // namespace

absl::StatusOr<std::string> PackDocument(const DocxBody& body,
                                         const DocxProperties& properties) {
  const std::string head =
      absl::StrReplaceAll(kHeaderXml, {{"@TITLE@", XmlText(properties.head)}});
  const std::string foot =
      absl::StrReplaceAll(kFooterXml, {{"@NOTE@", XmlText(properties.footer)}});
  // The types come first, as every reader expects.
  std::vector<DocxPart> parts = {
      {"[Content_Types].xml", kContentTypesXml},
      {"_rels/.rels", std::string(kPackageRelationships)},
      {"word/document.xml", body.DocumentXml()},
      {"word/_rels/document.xml.rels", body.RelationshipsXml()},
      {"word/footnotes.xml", body.FootnotesXml()},
      {"word/_rels/footnotes.xml.rels", body.FootnoteRelationshipsXml()},
      {"word/styles.xml", Before("</w:styles>", properties.styles, kStylesXml)},
      {"word/numbering.xml", kNumberingXml},
      {"word/settings.xml", kSettingsXml},
      {"word/header1.xml", head},
      {"word/footer1.xml", foot},
      {"docProps/core.xml", CoreXml(properties)},
  };
  if (body.has_turned_pages()) {
    parts[0].bytes = Before("</Types>", kTurnedTypes, kContentTypesXml);
    parts.push_back({"word/header2.xml", Turned(head)});
    parts.push_back({"word/footer2.xml", Turned(foot)});
  }
  return PackDocx(parts);
}

}  // namespace compendium
