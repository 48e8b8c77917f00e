// SPDX-License-Identifier: Apache-2.0
// Bytes of a token, before base64:
//   version (1: 0x01) revision (8, big-endian) fingerprint (16) after (any)
//   checksum (4: the first of SHA-256 over all before it)
#include "lib/request/page_token.h"

#include <google/protobuf/descriptor.h>

#include <memory>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "lib/base/big_endian.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"
#include "lib/request/deterministic_bytes.h"
#include "lib/request/error_details.h"

namespace compendium {
namespace {

constexpr char kVersion = 0x01;
constexpr size_t kRevisionSize = 8;
constexpr size_t kFingerprintSize = 16;
constexpr size_t kChecksumSize = 4;
constexpr size_t kHeadSize = 1 + kRevisionSize + kFingerprintSize;
constexpr size_t kTextBytesMax = 1024;  // as requests limit page_token
static_assert((kHeadSize + PageToken::kAfterBytesMax + kChecksumSize) * 4 / 3 <
              kTextBytesMax);

std::string Checksum(absl::string_view bytes) {
  return base::Sha256({bytes}).substr(0, kChecksumSize);
}

absl::Status NotAToken() {
  return InvalidField("page_token",
                      "got a text that is not a token, want next_page_token "
                      "of the page before, letter for letter");
}

void ClearField(const char* name, google::protobuf::Message& message) {
  const auto* field = message.GetDescriptor()->FindFieldByName(name);
  if (field != nullptr) message.GetReflection()->ClearField(&message, field);
}

}  // namespace

std::string PageToken::ToString() const {
  CHECK(revision >= 0);
  CHECK(after.size() <= kAfterBytesMax);
  CHECK(arguments_fingerprint.size() == kFingerprintSize);
  std::string bytes(1, kVersion);
  base::AppendBigEndian(static_cast<uint64_t>(revision), kRevisionSize, bytes);
  absl::StrAppend(&bytes, arguments_fingerprint, after);
  bytes += Checksum(bytes);
  std::string text = absl::WebSafeBase64Escape(bytes);
  CHECK(text.size() <= kTextBytesMax);
  return text;
}

absl::StatusOr<PageToken> PageToken::Parse(
    absl::string_view text, absl::string_view arguments_fingerprint) {
  std::string bytes;
  if (text.size() > kTextBytesMax || !absl::WebSafeBase64Unescape(text, &bytes))
    return NotAToken();
  if (bytes.size() < kHeadSize + kChecksumSize || bytes[0] != kVersion ||
      bytes.size() > kHeadSize + kAfterBytesMax + kChecksumSize)
    return NotAToken();
  const absl::string_view body =
      absl::string_view(bytes).substr(0, bytes.size() - kChecksumSize);
  if (absl::string_view(bytes).substr(body.size()) != Checksum(body))
    return NotAToken();
  // Base64 can say the same in several ways (padding, blanks, spare bits).
  if (absl::WebSafeBase64Escape(bytes) != text) return NotAToken();

  PageToken token;
  token.revision =
      static_cast<int64_t>(base::FromBigEndian(body.substr(1, kRevisionSize)));
  token.arguments_fingerprint =
      std::string(body.substr(1 + kRevisionSize, kFingerprintSize));
  token.after = std::string(body.substr(kHeadSize));
  if (token.revision < 0) return NotAToken();
  if (token.arguments_fingerprint != arguments_fingerprint)
    return InvalidField("page_token",
                        "got a token of a listing with other arguments, want "
                        "the arguments of the first page again");
  return token;
}

std::string FingerprintOf(const google::protobuf::Message& request) {
  const std::unique_ptr<google::protobuf::Message> arguments(request.New());
  arguments->CopyFrom(request);
  ClearField("page_token", *arguments);
  ClearField("page_size", *arguments);

  return base::Sha256({request.GetDescriptor()->full_name(), "\n",
                       SerializeDeterministic(*arguments)})
      .substr(0, kFingerprintSize);
}

}  // namespace compendium
