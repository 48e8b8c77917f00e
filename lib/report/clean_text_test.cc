// SPDX-License-Identifier: Apache-2.0
#include "lib/report/clean_text.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(CleanText, KeepsWhatIsText) {
  for (const char* const text :
       {"", "Colombo Process", "a\nb\tc", "שלום, é, 𝔘", "=1+1 <b>"}) {
    EXPECT_EQ(CleanText(text), text);
  }
}

TEST(CleanText, AllLinesEndAlike) {
  EXPECT_EQ(CleanText("a\r\nb\rc\n\rd\u2028e\u2029f"), "a\nb\nc\n\nd\ne\nf");
  EXPECT_EQ(CleanLine("a\r\nb"), "a b");
}

TEST(CleanText, ControlsAreSeenAndNotObeyed) {
  EXPECT_EQ(CleanText("\x1b[31m\x7f\u0085\uFFFE"),
            "\uFFFD[31m\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(CleanText(absl::string_view("a\0b", 3)), "a\uFFFDb");
}

TEST(CleanText, TurnsOfDirectionEndWithTheirLine) {
  EXPECT_EQ(CleanText("\u202Eab\nc"), "\u202Eab\u202C\nc");
  EXPECT_EQ(CleanText("\u2067a\u202Bb"), "\u2067a\u202Bb\u202C\u2069");
  EXPECT_EQ(CleanText("\u2067a\u202Bb\u2069c"), "\u2067a\u202Bb\u202C\u2069c");
  EXPECT_EQ(CleanText("\u202Ba\u202Cb"), "\u202Ba\u202Cb");
}

TEST(CleanText, LeavesOutWhatClosesNothing) {
  EXPECT_EQ(CleanText("a\u2069b\u202Cc"), "abc");
  // An embedding is not closed from within an isolate.
  EXPECT_EQ(CleanText("\u202Ba\u2066b\u202Cc\u2069"),
            "\u202Ba\u2066bc\u2069\u202C");
}

}  // namespace
}  // namespace compendium
