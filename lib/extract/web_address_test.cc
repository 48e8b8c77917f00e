// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/web_address.h"

#include <gtest/gtest.h>
#include <string>

#include "lib/extract/limits.h"

namespace compendium {
namespace {

std::string Found(absl::string_view text) {
  const AnswerText answer(text);
  size_t at = 0;
  return std::string(FindAddress(answer, {0, answer.tokens().size()}, at));
}

TEST(WebAddress, MarksOfTheSentenceAreNoPartOfIt) {
  EXPECT_EQ(Found("see http://a.example/b?c=1."), "http://a.example/b?c=1");
  EXPECT_EQ(Found("(www.a.example/b)."), "www.a.example/b");
  EXPECT_EQ(Found("“https://a.example”, and"), "https://a.example");
}

TEST(WebAddress, BracketsOfItsOwnStay) {
  EXPECT_EQ(Found("http://a.example/b_(c)"), "http://a.example/b_(c)");
}

TEST(WebAddress, TooLongOrAbsentGivesNothing) {
  EXPECT_EQ(Found("no address"), "");
  EXPECT_EQ(Found("http://" + std::string(kAddressBytesMax, 'a')), "");
}

}  // namespace
}  // namespace compendium
