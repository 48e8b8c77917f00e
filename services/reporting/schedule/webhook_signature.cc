// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/webhook_signature.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/base/status_macros.h"

namespace compendium::reporting {
namespace {

// What the specification recommends.
constexpr size_t kKeyBytesMin = 24;
constexpr size_t kKeyBytesMax = 64;

}  // namespace

absl::StatusOr<std::string> ParseWebhookKey(absl::string_view text) {
  absl::string_view encoded = absl::StripAsciiWhitespace(text);
  std::string key;
  if (!absl::ConsumePrefix(&encoded, "whsec_") ||
      !absl::Base64Unescape(encoded, &key) || key.size() < kKeyBytesMin ||
      key.size() > kKeyBytesMax)
    return absl::InvalidArgumentError(
        absl::StrCat("want \"whsec_\" and ", kKeyBytesMin, " to ", kKeyBytesMax,
                     " bytes in base64"));
  return key;
}

std::string WebhookSignature(absl::string_view key, absl::string_view id,
                             absl::Time time, absl::string_view body) {
  const std::string head =
      absl::StrCat(id, ".", absl::ToUnixSeconds(time), ".");
  const std::string text = absl::StrCat(head, body);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int size = 0;
  CHECK(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
             reinterpret_cast<const unsigned char*>(text.data()), text.size(),
             digest.data(), &size) != nullptr);
  return absl::StrCat("v1,",
                      absl::Base64Escape(absl::string_view(
                          reinterpret_cast<const char*>(digest.data()), size)));
}

}  // namespace compendium::reporting
