// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/report/hostile_document.h"
#include "lib/report/markup.h"
#include "lib/report/sample_document.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(WriteDocumentHtml, HasWhatAReaderExpects) {
  const std::string html = WriteDocumentHtml(SampleDocument());

  EXPECT_EQ(FindNestingProblem(html), "");
  for (const char* const part :
       {"<html lang=\"en\">",
        "content=\"default-src 'none'; ",
        "<title>Overview of the round of 2016</title>",
        "<meta name=\"dcterms.created\" content=\"2016-05-04T12:00:00Z\">",
        "<div><dt>Revision</dt><dd>29 of the registry</dd></div>",
        "<dd>2016-05<br>of the house</dd>",
        "<li><a href=\"#all\">Answers</a><ol>\n<li><a "
        "href=\"#answers-section\">Mechanism by mechanism</a></li>\n</ol>\n",
        "<section aria-labelledby=\"all\" class=\"l1 page\">\n<h2 id=\"all\">"
        "Answers</h2>",
        "<h3 id=\"answers-section\">",
        "<h4 id=\"names\">",
        "<a href=\"mailto:office@example.org\">the secretariat</a>",
        "<a href=\"https://example.org/report?a=1&amp;b=2\">the report</a>.",
        "<caption>Mechanisms and what they report</caption>",
        "<col style=\"width:25.0%\"><col style=\"width:8.3%\">",
        "<th scope=\"col\" class=\"n\">Answers</th>",
        "<tr id=\"answers-row-2\"><th scope=\"row\"><a href=\"#answers\">",
        "<td data-label=\"Answers\" class=\"n\">14</td>",
        "<td data-label=\"State\" class=\"bad\">missing</td>",
        "<tr id=\"answers-row-9\" class=\"long\">",
        "<p id=\"note\" class=\"note\">All figures",
        "<blockquote dir=\"rtl\"><p>اجتماع",
        "<figure id=\"chart\" "
        "data-description=\"Dialogue 1 has 7 answers, Dialogue 2 has 14.\">\n"
        "<figcaption>Answers by mechanism</figcaption>\n<svg "}) {
    EXPECT_THAT(html, HasSubstr(part));
  }
}

TEST(WriteDocumentHtml, PagesOfWideTablesAreTurnedWithTheirHeadings) {
  const std::string html = WriteDocumentHtml(SampleDocument());

  EXPECT_THAT(html, HasSubstr("<section aria-labelledby=\"coverage\" "
                              "class=\"l1 turned\">"));
  EXPECT_THAT(html, HasSubstr("<section aria-labelledby=\"matrix-section\" "
                              "class=\"l2 turned\">"));
  EXPECT_THAT(html,
              HasSubstr("<section aria-labelledby=\"end\" class=\"l1\">"));
}

TEST(WriteDocumentHtml, LeadsOnlyWhereTheDocumentSays) {
  const std::string html = WriteDocumentHtml(HostileDocument());

  EXPECT_EQ(CountOf(html, "<a href=\""),
            CountOf(html, "<a href=\"#") +
                CountOf(html, "<a href=\"http://evil.example/a%20b\""));
  EXPECT_GT(CountOf(html, "<a href=\"http://evil.example/a%20b\""), 0U);
}

TEST(WriteDocumentHtml, HostileTextsStayTexts) {
  const std::string html = WriteDocumentHtml(HostileDocument());

  EXPECT_EQ(FindNestingProblem(html), "");
  for (const char* const tag :
       {"<script", "<img", "<svg onload", "</style></"}) {
    EXPECT_THAT(html, Not(HasSubstr(tag)));
  }
  EXPECT_EQ(CountOf(html, "</table>"), CountOf(html, "<table"));
  for (const char* const control : {"\x1b", "\r", "\u0085", "\uFFFE"}) {
    EXPECT_THAT(html, Not(HasSubstr(control)));
  }
}

TEST(WriteDocumentHtml, WithoutSectionsIsATitle) {
  const std::string html = WriteDocumentHtml({.title = "T"});

  EXPECT_THAT(html, HasSubstr("<h1>T</h1>\n</header>\n<main>\n</main>"));
}

}  // namespace
}  // namespace compendium
