// SPDX-License-Identifier: Apache-2.0
#include "lib/document/markup.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

// The text that remains of `text`, tags as "|".
std::string Pieces(absl::string_view text) {
  std::string out;
  while (!text.empty()) {
    const MarkupPiece piece = TakeMarkup(text);
    if (piece.kind == MarkupKind::kText) {
      absl::StrAppend(&out, piece.text);
    } else {
      out += '|';
    }
  }
  return out;
}

TEST(Markup, KnownTagsAreTaken) {
  EXPECT_EQ(Pieces("<p>a</p>"), "|a|");
  EXPECT_EQ(Pieces("<ul style=\"x: y\"> b <LI>c<br/>"), "| b |c|");
  EXPECT_EQ(Pieces("<ul\u00a0class='x'>"), "|");
}

TEST(Markup, WhatIsNoTagIsText) {
  for (const absl::string_view text :
       {"a < b > c", "<", "<>", "</", "<p", "<name of project>", "x<<", "<pp>",
        "<p.>"}) {
    EXPECT_EQ(Pieces(text), text);
  }
}

TEST(Markup, LinkLosesItsBrackets) {
  EXPECT_EQ(Pieces("see <http://example.org/a>."), "see http://example.org/a.");
}

TEST(Markup, TagBehindStrayBracketIsTaken) {
  EXPECT_EQ(Pieces("a < b<i>c"), "a < b|c");
}

TEST(Markup, TagBeyondItsLimitIsText) {
  const std::string text = absl::StrCat("<p ", std::string(600, 'x'), ">");

  EXPECT_EQ(Pieces(text), text);
}

TEST(Markup, EntitiesAreDecoded) {
  EXPECT_EQ(DecodeEntities("a &amp; b &lt;i&gt; &#8364; &#x20AC; &apos;"),
            "a & b <i> € € '");
  EXPECT_EQ(DecodeEntities("x&nbsp;y"), "x\u00a0y");
}

TEST(Markup, WhatIsNoEntityStays) {
  for (const absl::string_view text :
       {"&", "&;", "R&D;", "&#;", "&#x;", "&#0;", "&#xD800;", "&#99999999;",
        "&#-1;", "&unknown;", "a & b; c"}) {
    EXPECT_EQ(DecodeEntities(text), text);
  }
}

}  // namespace
}  // namespace compendium
