// SPDX-License-Identifier: Apache-2.0
#include "lib/document/text_encoding.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/document/characters.h"

namespace compendium {
namespace {

constexpr absl::string_view kMarkLow("\xff\xfe", 2);
constexpr absl::string_view kMarkHigh("\xfe\xff", 2);

uint32_t ByteAt(absl::string_view bytes, size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

absl::Status Wrong(size_t at, absl::string_view problem) {
  return absl::InvalidArgumentError(
      absl::StrCat("document: got ", problem, " at byte ", at,
                   ", want UTF-16 as its byte order mark says"));
}

}  // namespace

bool HasUtf16Mark(absl::string_view bytes) {
  // FF FE 00 00 is UTF-32: a text in UTF-16 holds no NUL.
  return absl::StartsWith(bytes, kMarkHigh) ||
         (absl::StartsWith(bytes, kMarkLow) &&
          bytes.substr(2, 2) != absl::string_view("\0\0", 2));
}

absl::StatusOr<std::string> FromUtf16(absl::string_view bytes) {
  const bool low_first = absl::StartsWith(bytes, kMarkLow);
  if (bytes.size() % 2 != 0) return Wrong(bytes.size() - 1, "half a character");
  const auto unit = [&](size_t at) {
    const uint32_t first = ByteAt(bytes, at);
    const uint32_t second = ByteAt(bytes, at + 1);
    return low_first ? first | (second << 8) : (first << 8) | second;
  };
  std::string text;
  text.reserve(bytes.size() / 2);
  for (size_t at = 2; at < bytes.size(); at += 2) {
    uint32_t code = unit(at);
    if (code >= 0xd800 && code <= 0xdbff && at + 2 < bytes.size()) {
      const uint32_t low = unit(at + 2);
      if (low < 0xdc00 || low > 0xdfff) {
        return Wrong(at, "half of a surrogate pair");
      }
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
      at += 2;
    }
    if (!AppendCharacter(code, text)) {
      return Wrong(at, code == 0 ? "a NUL" : "half of a surrogate pair");
    }
  }
  return text;
}

std::string GuessEncoding(absl::string_view bytes) {
  const absl::string_view start = bytes.substr(0, 4096);
  const auto nuls = std::count(start.begin(), start.end(), '\0');
  const auto share =
      start.empty() ? 0
                    : 100 * nuls / static_cast<std::ptrdiff_t>(start.size());
  if (share > 60) return "UTF-32";
  if (share > 25 || HasUtf16Mark(bytes)) return "UTF-16";
  if (nuls > 0) return "no text";
  bool high_controls = false;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' &&
        byte != '\f' && byte != '\v') {
      return "no text";
    }
    // Windows has its dashes and quotation marks where ISO 8859-1 has controls.
    high_controls = high_controls || (byte >= 0x80 && byte < 0xa0);
  }
  return high_controls ? "Windows-1252" : "ISO-8859-1";
}

}  // namespace compendium
