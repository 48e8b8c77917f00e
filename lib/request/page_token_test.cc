// SPDX-License-Identifier: Apache-2.0
#include "lib/request/page_token.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "absl/strings/escaping.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/request/error_details.h"

namespace compendium {
namespace {

using testing::ElementsAre;

const char kFingerprint[] = "0123456789abcdef";
const char kOtherFingerprint[] = "0123456789abcdeF";

PageToken Sample() { return {42, "mechanisms/midsa", kFingerprint}; }

TEST(PageToken, ComesBackAsItWas) {
  const std::string bytes = {'\0', '\xff', '\n'};
  for (const PageToken& token :
       {Sample(), PageToken{0, "", kFingerprint},
        PageToken{std::numeric_limits<int64_t>::max(), bytes, kFingerprint},
        PageToken{1, std::string(PageToken::kAfterBytesMax, 'z'),
                  kFingerprint}}) {
    const std::string text = token.ToString();
    const auto parsed = PageToken::Parse(text, kFingerprint);

    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(parsed->revision, token.revision);
    EXPECT_EQ(parsed->after, token.after);
    EXPECT_EQ(parsed->arguments_fingerprint, token.arguments_fingerprint);
    EXPECT_EQ(parsed->ToString(), text);
    EXPECT_LE(text.size(), 1024);
  }
}

TEST(PageToken, IsSafeInAddresses) {
  for (int64_t revision = 0; revision < 100; ++revision) {
    const std::string text = PageToken{revision, "a", kFingerprint}.ToString();

    EXPECT_EQ(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                     "abcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos)
        << text;
  }
}

TEST(PageToken, OtherArgumentsAreRefused) {
  const auto parsed = PageToken::Parse(Sample().ToString(), kOtherFingerprint);

  EXPECT_EQ(parsed.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(FieldPathsOf(parsed.status()), ElementsAre("page_token"));
}

TEST(PageToken, EveryChangedLetterIsRefused) {
  const std::string text = Sample().ToString();
  for (size_t i = 0; i < text.size(); ++i) {
    for (const char letter : {'A', 'B', '-', '=', '.', ' ', '\n', '\0'}) {
      std::string changed = text;
      if (changed[i] == letter) continue;
      changed[i] = letter;

      const auto parsed = PageToken::Parse(changed, kFingerprint);

      EXPECT_THAT(FieldPathsOf(parsed.status()), ElementsAre("page_token"))
          << changed;
    }
  }
}

TEST(PageToken, EveryOtherLengthIsRefused) {
  const std::string text = Sample().ToString();
  for (size_t size = 0; size < text.size(); ++size)
    EXPECT_FALSE(PageToken::Parse(text.substr(0, size), kFingerprint).ok());
  for (const char* more : {"A", "=", "==", "AAAA", " ", "\n"})
    EXPECT_FALSE(PageToken::Parse(text + more, kFingerprint).ok()) << more;
  EXPECT_FALSE(PageToken::Parse(std::string(1 << 20, 'A'), kFingerprint).ok());
}

TEST(PageToken, AnotherVersionIsRefused) {
  std::string bytes;
  ASSERT_TRUE(absl::WebSafeBase64Unescape(Sample().ToString(), &bytes));
  bytes[0] = 0x02;

  EXPECT_FALSE(
      PageToken::Parse(absl::WebSafeBase64Escape(bytes), kFingerprint).ok());
}

TEST(FingerprintOf, DependsOnTypeAndContent) {
  registry::v1::Mechanism mechanism;
  mechanism.set_name("x");
  registry::v1::Mechanism other;
  other.set_name("y");
  registry::v1::Questionnaire questionnaire;
  questionnaire.set_name("x");

  EXPECT_EQ(FingerprintOf(mechanism).size(), 16);
  EXPECT_EQ(FingerprintOf(mechanism), FingerprintOf(mechanism));
  EXPECT_NE(FingerprintOf(mechanism), FingerprintOf(other));
  EXPECT_NE(FingerprintOf(mechanism), FingerprintOf(questionnaire));
}

}  // namespace
}  // namespace compendium
