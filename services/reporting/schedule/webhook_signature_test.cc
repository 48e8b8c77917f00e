// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/webhook_signature.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace compendium::reporting {
namespace {

TEST(WebhookSignatureTest, SignsIdTimeAndBody) {
  const std::string key(32, '\x01');
  // printf 'id-1.1700000000.a,b\r\n' |
  //   openssl dgst -sha256 -mac HMAC -macopt hexkey:0101… -binary | base64
  EXPECT_EQ(WebhookSignature(key, "id-1", absl::FromUnixSeconds(1'700'000'000),
                             "a,b\r\n"),
            "v1,8zH/1f9nDyLWQchrWbI4HCpKV0JRNvgzwIikJqEO7t4=");
  EXPECT_NE(WebhookSignature(key, "id-1", absl::FromUnixSeconds(1'700'000'000),
                             "a,c\r\n"),
            WebhookSignature(key, "id-1", absl::FromUnixSeconds(1'700'000'000),
                             "a,b\r\n"));
}

TEST(ParseWebhookKeyTest, TakesKeysOfTheRightForm) {
  const std::string key = "0123456789abcdef01234567";
  EXPECT_EQ(
      *ParseWebhookKey(absl::StrCat("whsec_", absl::Base64Escape(key), "\n")),
      key);
}

TEST(ParseWebhookKeyTest, RefusesOthersWithoutRepeatingThem) {
  const std::string secret = absl::Base64Escape("0123456789abcdef01234567");
  for (const std::string& text :
       {std::string(), std::string("whsec_"), secret,
        absl::StrCat("whsec_", absl::Base64Escape("short")),
        absl::StrCat("whsec_", absl::Base64Escape(std::string(65, 'x'))),
        absl::StrCat("whsec_", secret, "!")}) {
    const absl::Status status = ParseWebhookKey(text).status();
    EXPECT_TRUE(absl::IsInvalidArgument(status)) << text;
    EXPECT_EQ(status.message().find(secret), absl::string_view::npos);
  }
}

}  // namespace
}  // namespace compendium::reporting
