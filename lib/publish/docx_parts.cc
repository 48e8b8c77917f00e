// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/docx_parts.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "lib/publish/docx_package.h"
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
  // The types come first, as every reader expects.
  return PackDocx({
      {"[Content_Types].xml", kContentTypesXml},
      {"_rels/.rels", std::string(kPackageRelationships)},
      {"word/document.xml", body.DocumentXml()},
      {"word/_rels/document.xml.rels", body.RelationshipsXml()},
      {"word/footnotes.xml", body.FootnotesXml()},
      {"word/_rels/footnotes.xml.rels", body.FootnoteRelationshipsXml()},
      {"word/styles.xml", kStylesXml},
      {"word/numbering.xml", kNumberingXml},
      {"word/settings.xml", kSettingsXml},
      {"word/header1.xml",
       absl::StrReplaceAll(kHeaderXml,
                           {{"@TITLE@", XmlText(properties.title)}})},
      {"word/footer1.xml",
       absl::StrReplaceAll(kFooterXml,
                           {{"@NOTE@", XmlText(properties.footer)}})},
      {"docProps/core.xml", CoreXml(properties)},
  });
}

}  // namespace compendium
