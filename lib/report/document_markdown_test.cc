// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "lib/report/hostile_document.h"
#include "lib/report/markup.h"
#include "lib/report/sample_document.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(WriteDocumentMarkdown, HasWhatAReaderExpects) {
  const std::string text = WriteDocumentMarkdown(SampleDocument());

  EXPECT_THAT(text, StartsWith("# Overview of the round of 2016\n\nWhat "));
  for (const char* const part :
       {"\n- **Revision:** 29 of the registry\n", "2016-05<br>of the house\n",
        "\n## Contents\n\n- [Summary](#summary)\n- [Answers](#all)\n"
        "  - [Mechanism by mechanism](#answers-section)\n",
        "\n<a id=\"summary\"></a>\n\n## Summary\n\n",
        "[the secretariat](<mailto:office@example.org>).\n",
        "\n- Colombo Process: [row 3](#answers-row-3)\n- Bali Process\n",
        "\n> The participating States reaffirmed their commitment to regional "
        "dialogue.<br>They",
        "\n**Mechanisms and what they report**\n\n| Mechanism | Answers | "
        "State "
        "| What was said |\n| --- | ---: | --- | --- |\n| <a "
        "id=\"answers-row-0\"></a>[Dialogue 0](#answers) | 0 | complete | Two "
        "meetings",
        "\n<a id=\"chart\"></a>\n", "\n#### Names\n"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
}

// A bar that no backslash stands before is one between cells.
size_t BarsOf(absl::string_view line) {
  return CountOf(line, "|") - CountOf(line, "\\|");
}

TEST(WriteDocumentMarkdown, HostileTextsStayInTheirCells) {
  const std::string text = WriteDocumentMarkdown(HostileDocument());

  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    if (absl::StartsWith(line, "|")) EXPECT_EQ(BarsOf(line), 4U) << line;
    if (absl::StartsWith(line, "#")) EXPECT_THAT(line, HasSubstr("# "));
  }
}

TEST(WriteDocumentMarkdown, NothingBecomesMarkup) {
  const std::string text = WriteDocumentMarkdown(HostileDocument());

  // Tags are the writer's own; all others have a backslash.
  EXPECT_EQ(CountOf(text, "<"),
            CountOf(text, "\\<") + CountOf(text, "<a id=") +
                CountOf(text, "</a>") + CountOf(text, "<br>") +
                CountOf(text, "](<http://evil.example/a%20b>)"));
  EXPECT_EQ(CountOf(text, "]("), CountOf(text, "](#") + CountOf(text, "](<") +
                                     CountOf(text, "\\]("));
  EXPECT_EQ(CountOf(text, "\r") + CountOf(text, "\x1b"), 0U);
}

}  // namespace
}  // namespace compendium
