// SPDX-License-Identifier: Apache-2.0
// Signatures of Standard Webhooks 1.0 (www.standardwebhooks.com), symmetric.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace compendium::reporting {

// The key in "whsec_" and base64, with blanks around it: 24 to 64 bytes.
// INVALID_ARGUMENT, which does not repeat the text, for anything else.
absl::StatusOr<std::string> ParseWebhookKey(absl::string_view text);

// The value of webhook-signature: "v1," and, in base64, HMAC-SHA256 of
// id "." seconds since 1970 "." body.
std::string WebhookSignature(absl::string_view key, absl::string_view id,
                             absl::Time time, absl::string_view body);

}  // namespace compendium::reporting
