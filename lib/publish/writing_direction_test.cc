// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/writing_direction.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(IsRightToLeft, TheFirstLetterThatHasADirectionDecides) {
  for (const char* const text :
       {"שלום", "1. عملية", "  (ירושלים) City", "\u200FLima", "\u202E"}) {
    EXPECT_TRUE(IsRightToLeft(text)) << text;
  }
  for (const char* const text :
       {"", "12 – 13", "Lima, עברית", "é שלום", "北京 عملية", "\u200B"}) {
    EXPECT_FALSE(IsRightToLeft(text)) << text;
  }
}

}  // namespace
}  // namespace compendium
