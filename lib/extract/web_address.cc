// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/web_address.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "lib/extract/limits.h"

namespace compendium {
namespace {

bool EndsWithMark(absl::string_view address) {
  for (const absl::string_view mark :
       {".", ",", ";", ":", "]", "}", "\"", "'", "!", "?", "*", "\u2019",
        "\u201d", "\u00bb", "\u2026"}) {
    if (absl::EndsWith(address, mark)) return true;
  }
  return false;
}

// Takes off one character of UTF-8.
void RemoveLast(absl::string_view& text) {
  do {
    const auto byte = static_cast<unsigned char>(text.back());
    text.remove_suffix(1);
    if ((byte & 0xC0) != 0x80) return;
  } while (!text.empty());
}

absl::string_view Trim(absl::string_view address) {
  // A bracket that the address itself opened belongs to it.
  const auto opened = std::count(address.begin(), address.end(), '(');
  auto closed = std::count(address.begin(), address.end(), ')');
  while (!address.empty()) {
    if (EndsWithMark(address)) {
      RemoveLast(address);
    } else if (address.back() == ')' && closed > opened) {
      address.remove_suffix(1);
      --closed;
    } else {
      break;
    }
  }
  return address;
}

}  // namespace

absl::string_view FindAddress(const AnswerText& answer, TokenRange range,
                              size_t& at) {
  for (at = range.first; at < range.last; ++at) {
    const Token& token = answer.token(at);
    if (token.kind != TokenKind::kAddress) continue;
    const absl::string_view address = Trim(token.text);
    // An address that had to be cut would lead elsewhere.
    if (!address.empty() && address.size() <= kAddressBytesMax) return address;
  }
  return absl::string_view();
}

}  // namespace compendium
