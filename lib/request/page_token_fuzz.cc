// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>

#include "absl/strings/escaping.h"
#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "lib/request/page_token.h"

namespace compendium {
namespace {

// Whatever parses must be written the same way again.
void CheckText(absl::string_view text, absl::string_view fingerprint) {
  const auto token = PageToken::Parse(text, fingerprint);
  if (token.ok()) CHECK(token->ToString() == text);
}

}  // namespace
}  // namespace compendium

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const absl::string_view input(reinterpret_cast<const char*>(data), size);
  const absl::string_view fingerprint = "0123456789abcdef";
  compendium::CheckText(input, fingerprint);
  compendium::CheckText(absl::WebSafeBase64Escape(input), fingerprint);
  // Of any bytes, a token that must come back.
  const compendium::PageToken token{
      static_cast<int64_t>(size),
      std::string(input.substr(0, compendium::PageToken::kAfterBytesMax)),
      std::string(fingerprint)};
  const auto parsed =
      compendium::PageToken::Parse(token.ToString(), fingerprint);
  CHECK(parsed.ok() && parsed->after == token.after);
  return 0;
}
