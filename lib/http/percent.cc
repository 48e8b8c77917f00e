// SPDX-License-Identifier: Apache-2.0
#include "lib/http/percent.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace compendium::http {
namespace {

bool IsUnreserved(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) ||
         absl::string_view("-._~").find(c) != absl::string_view::npos;
}

// What may stand in a path or a query beside the above; browsers leave some of
// what RFC 3986 has encoded.
bool IsPlain(char c) {
  return IsUnreserved(c) ||
         absl::string_view("!$&'()*+,;=:@/?[]{}|^`\\").find(c) !=
             absl::string_view::npos;
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

absl::StatusOr<std::string> PercentDecode(absl::string_view text,
                                          bool plus_is_blank) {
  std::string decoded;
  decoded.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? HexDigit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? HexDigit(text[i + 2]) : -1;
      if (high < 0 || low < 0)
        return absl::InvalidArgumentError(absl::StrCat(
            "byte ", i, ": got a % without two hexadecimal digits, want %25"));
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus_is_blank) {
      decoded += ' ';
    } else if (IsPlain(c)) {
      decoded += c;
    } else {
      return absl::InvalidArgumentError(
          absl::StrCat("byte ", i, ": got what a URI cannot have, want it as %",
                       absl::StrFormat("%02X", static_cast<unsigned char>(c))));
    }
  }
  return decoded;
}

std::string PercentEncode(absl::string_view text) {
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (IsUnreserved(c)) {
      encoded += c;
    } else {
      absl::StrAppendFormat(&encoded, "%%%02X", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

}  // namespace compendium::http
