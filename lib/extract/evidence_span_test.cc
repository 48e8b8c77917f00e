// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/evidence_span.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(CutText, CutsBeforeACharacter) {
  EXPECT_EQ(CutText("aéé", 3), "aé");
  EXPECT_EQ(CutText("aéé", 4), "aé");
  EXPECT_EQ(CutText("aéé", 5), "aéé");
  EXPECT_EQ(CutText("é", 1), "");
}

TEST(QuoteSpan, CoversTheTokens) {
  const AnswerText answer("• é one. two");

  const ByteSpan span = QuoteSpan(answer, answer.lines()[0].tokens);

  EXPECT_EQ(span.begin, 4u);
  EXPECT_EQ(span.end, answer.text().size());
}

}  // namespace
}  // namespace compendium
