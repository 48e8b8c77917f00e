// SPDX-License-Identifier: Apache-2.0
#include "lib/http/gzip.h"

#include <gtest/gtest.h>

#include <string>

namespace compendium::http {
namespace {

constexpr size_t kMax = size_t{1} << 20;

TEST(Gzip, ComesBack) {
  std::string mixed;
  for (size_t i = 0; i < 300'000; ++i) mixed += static_cast<char>(i * i >> 3);
  for (const std::string& text : {std::string(), std::string("a"), mixed}) {
    const auto again = Gunzip(Gzip(text), kMax);
    ASSERT_TRUE(again.ok()) << again.status();
    EXPECT_TRUE(*again == text) << text.size();
  }
}

TEST(Gzip, EqualTextsGiveEqualBytes) { EXPECT_EQ(Gzip("a"), Gzip("a")); }

TEST(Gzip, RepetitionTakesLittle) {
  EXPECT_LT(Gzip(std::string(100'000, 'a')).size(), 1000u);
}

TEST(Gunzip, TooMuchIsRefusedBeforeItIsThere) {
  const std::string bomb = Gzip(std::string(kMax + 1, 'a'));

  EXPECT_EQ(Gunzip(bomb, kMax).status().code(),
            absl::StatusCode::kResourceExhausted);
  EXPECT_TRUE(Gunzip(bomb, kMax + 1).ok());
}

TEST(Gunzip, DamageIsRefused) {
  const std::string whole = Gzip(std::string(1000, 'a') + "b");
  std::string wrong = whole;
  wrong[wrong.size() - 5] ^= 1;  // of the checksum

  for (size_t size = 0; size < whole.size(); ++size)
    EXPECT_EQ(Gunzip(whole.substr(0, size), kMax).status().code(),
              absl::StatusCode::kInvalidArgument)
        << size;
  for (const std::string& bytes :
       {wrong, whole + "x", std::string("plain text")})
    EXPECT_EQ(Gunzip(bytes, kMax).status().code(),
              absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace compendium::http
