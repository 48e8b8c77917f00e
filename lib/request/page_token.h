// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium {

// Where a listing goes on: the opaque text that a page hands to its caller for
// the next one. It holds the revision, so that all pages are of one revision,
// and a fingerprint of the other arguments, so that nobody continues another
// listing by mistake. It is checked against damage, not against forgery: a made
// up token reads nothing that a plain request could not read.
struct PageToken {
  // The longest `after`, in bytes: with it the text keeps below the 1024 bytes
  // that requests allow for a page_token.
  static constexpr size_t kAfterBytesMax = 600;

  int64_t revision = 0;               // of the listing; 0 or more
  std::string after;                  // the last item of the page before
  std::string arguments_fingerprint;  // from FingerprintOf; 16 bytes

  // As URL-safe base64 without padding, at most 1024 bytes.
  std::string ToString() const;

  // Reads what ToString wrote; `arguments_fingerprint` is that of the request
  // at hand. INVALID_ARGUMENT for the field page_token when the text is not
  // exactly a token or belongs to other arguments.
  static absl::StatusOr<PageToken> Parse(
      absl::string_view text, absl::string_view arguments_fingerprint);
};

// The fingerprint of a listing's arguments: of all of `request` but its
// page_token and page_size, if it has these; a caller may change the page size
// on the way.
std::string FingerprintOf(const google::protobuf::Message& request);

}  // namespace compendium
