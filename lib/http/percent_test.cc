// SPDX-License-Identifier: Apache-2.0
#include "lib/http/percent.h"

#include <gtest/gtest.h>

namespace compendium::http {
namespace {

TEST(Percent, EveryByteComesBack) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);

  const auto decoded = PercentDecode(PercentEncode(bytes), true);

  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ(*decoded, bytes);
}

TEST(Percent, PlusIsABlankOnlyInForms) {
  EXPECT_EQ(PercentDecode("a+b", true).value_or(""), "a b");
  EXPECT_EQ(PercentDecode("a+b", false).value_or(""), "a+b");
}

TEST(Percent, DigitsAtTheEndCount) {
  EXPECT_EQ(PercentDecode("%41", false).value_or(""), "A");
  EXPECT_FALSE(PercentDecode("%4", false).ok());
  EXPECT_FALSE(PercentDecode("%", false).ok());
}

}  // namespace
}  // namespace compendium::http
