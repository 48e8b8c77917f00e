// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_links.h"

#include <gtest/gtest.h>

#include "lib/report/sample_document.h"

namespace compendium {
namespace {

using Kind = DocumentLink::Kind;

TEST(DocumentLinks, LeadToPlacesOfTheDocumentOnly) {
  const Document document = SampleDocument(5);
  const DocumentLinks links(document);

  for (const char* const target :
       {"#summary", "#answers", "#answers-row-3", "#note", "#chart"}) {
    const DocumentLink link = links.Of({"text", target});
    EXPECT_EQ(link.kind, Kind::kPlace) << target;
    EXPECT_EQ("#" + link.target, target);
  }
  for (const char* const target : {"", "#", "#nowhere", "summary"}) {
    EXPECT_EQ(links.Of({"text", target}).kind, Kind::kNone) << target;
  }
}

TEST(DocumentLinks, LeadToAddressesOfThreeKindsOnly) {
  const Document document;
  const DocumentLinks links(document);

  EXPECT_EQ(links.Of({"", "http://a.example/é\"<"}).target,
            "http://a.example/%C3%A9%22%3C");
  EXPECT_EQ(links.Of({"", "HTTPS://a.example"}).kind, Kind::kAddress);
  EXPECT_EQ(links.Of({"", "mailto:a@a.example\r\nBcc: b"}).target,
            "mailto:a@a.example%0D%0ABcc:%20b");
  for (const char* const target :
       {"javascript:alert(1)", "file:///etc/passwd", "//a.example", "data:,x",
        " http://a.example", "https://", "mailto:", "internal:'A'!A1"}) {
    EXPECT_EQ(links.Of({"text", target}).kind, Kind::kNone) << target;
  }
}

TEST(DocumentLinksDeathTest, RefusesWhatIsNoDocument) {
  Document twice = SampleDocument(2);
  twice.sections[1].id = "answers";
  Document ragged = SampleDocument(2);
  std::get<DocumentTable>(ragged.sections[2].blocks[0])
      .rows[0]
      .cells.pop_back();

  EXPECT_DEATH(DocumentLinks{twice}, "CHECK failed");
  EXPECT_DEATH(DocumentLinks{ragged}, "CHECK failed");
}

}  // namespace
}  // namespace compendium
