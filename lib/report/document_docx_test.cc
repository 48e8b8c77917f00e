// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_docx.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/publish/unzip.h"
#include "lib/report/hostile_document.h"
#include "lib/report/markup.h"
#include "lib/report/sample_document.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Parts PartsOf(const Document& document) {
  const auto bytes = WriteDocumentDocx(document);
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  return bytes.ok() ? Unzip(*bytes) : Parts();
}

TEST(WriteDocumentDocx, HasWhatAReaderExpects) {
  const Parts parts = PartsOf(SampleDocument());
  const std::string& document = parts.at("word/document.xml");

  for (const char* const part :
       {"<w:pStyle w:val=\"Title\"/>", "<w:titlePg/>",
        ">Revision</w:t><w:tab/><w:t xml:space=\"preserve\">29 of the",
        " PAGEREF summary \\h ", "<w:pStyle w:val=\"ContentsEntry2\"/>",
        "<w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/>",
        "<w:pStyle w:val=\"Heading3\"/>",
        "<w:pStyle w:val=\"Quote\"/><w:bidi/>", "w:name=\"answers-row-3\"",
        "<w:hyperlink w:anchor=\"answers-row-3\"", "<w:tblHeader/>",
        "<w:shd w:val=\"clear\" w:color=\"auto\" "
        "w:fill=\"E2F2E5\"/>",
        ">✓ </w:t>", "<w:pStyle w:val=\"CellNumber\"/>",
        "w:orient=\"landscape\"", "r:id=\"header-turned\"",
        "<w:tblDescription w:val=\"Targets by mechanism\"/>"}) {
    EXPECT_THAT(document, HasSubstr(part));
  }
  // Charts are left out, and so are links to them.
  EXPECT_THAT(document, Not(HasSubstr("Answers by mechanism")));
  EXPECT_THAT(parts.at("word/header1.xml"),
              HasSubstr("Overview of 2016, revision 29"));
  EXPECT_THAT(parts.at("word/footer2.xml"), HasSubstr("w:pos=\"14570\""));
  EXPECT_THAT(parts.at("[Content_Types].xml"), HasSubstr("/word/footer2.xml"));
  EXPECT_THAT(parts.at("word/styles.xml"),
              HasSubstr("w:styleId=\"SectionEnd\""));
  EXPECT_THAT(parts.at("word/_rels/document.xml.rels"),
              HasSubstr("Target=\"https://example.org/report?a=1&amp;b=2\""));
  EXPECT_THAT(parts.at("docProps/core.xml"),
              HasSubstr(">2016-05-04T12:00:00Z</dcterms:created>"));
}

TEST(WriteDocumentDocx, ColumnsFillThePage) {
  const std::string document =
      PartsOf(SampleDocument()).at("word/document.xml");

  EXPECT_THAT(document, HasSubstr("<w:tblW w:w=\"9638\" w:type=\"dxa\"/>"));
  EXPECT_THAT(document, HasSubstr("<w:tblW w:w=\"14570\" w:type=\"dxa\"/>"));
}

TEST(WriteDocumentDocx, LongIdsAreBookmarksThatWordTakes) {
  Document document;
  const std::string id(60, 'i');
  document.sections.push_back({.id = id, .title = "A"});
  document.sections.push_back(
      {.id = "b",
       .title = "B",
       .blocks = {DocumentParagraph{.parts = {{"to A", "#" + id}}}}});

  const std::string xml = PartsOf(document).at("word/document.xml");

  EXPECT_THAT(xml, HasSubstr("w:name=\"place-0\""));
  EXPECT_THAT(xml, HasSubstr("<w:hyperlink w:anchor=\"place-0\""));
  EXPECT_THAT(xml, Not(HasSubstr(id)));
}

TEST(WriteDocumentDocx, HostileTextsStayTexts) {
  const Parts parts = PartsOf(HostileDocument());

  for (const auto& [name, xml] : parts) {
    EXPECT_EQ(FindNestingProblem(xml), "") << name;
    EXPECT_EQ(CountOf(xml, "\x1b") + CountOf(xml, "\uFFFE"), 0U) << name;
  }
  const std::string& links = parts.at("word/_rels/document.xml.rels");
  EXPECT_EQ(CountOf(links, "TargetMode=\"External\""),
            CountOf(links, "Target=\"http://evil.example/a%20b\""));
  EXPECT_GT(CountOf(links, "TargetMode=\"External\""), 0U);
}

TEST(WriteDocumentDocx, EqualDocumentsGiveEqualBytes) {
  Document other = SampleDocument();
  other.facts[0].value = "2017";

  EXPECT_TRUE(*WriteDocumentDocx(SampleDocument()) ==
              *WriteDocumentDocx(SampleDocument()));
  EXPECT_FALSE(*WriteDocumentDocx(SampleDocument()) ==
               *WriteDocumentDocx(other));
}

}  // namespace
}  // namespace compendium
