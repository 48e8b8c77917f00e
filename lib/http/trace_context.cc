// SPDX-License-Identifier: Apache-2.0
#include "lib/http/trace_context.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace compendium::http {
namespace {

constexpr size_t kSize = 55;  // of version 00

bool IsLowerHex(absl::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  });
}

bool IsId(absl::string_view text) {
  return IsLowerHex(text) &&
         text.find_first_not_of('0') != absl::string_view::npos;
}

int ValueOf(char digit) {
  return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

}  // namespace

std::optional<TraceContext> TraceContext::Parse(absl::string_view text) {
  if (text.size() < kSize || text[2] != '-' || text[35] != '-' ||
      text[52] != '-')
    return std::nullopt;
  const absl::string_view version = text.substr(0, 2);
  const absl::string_view trace_id = text.substr(3, 32);
  const absl::string_view parent_id = text.substr(36, 16);
  const absl::string_view flags = text.substr(53, 2);
  if (!IsLowerHex(version) || version == "ff" || !IsId(trace_id) ||
      !IsId(parent_id) || !IsLowerHex(flags))
    return std::nullopt;
  if (text.size() > kSize && (version == "00" || text[kSize] != '-'))
    return std::nullopt;
  // Level 1 knows one flag; others are not passed on.
  return TraceContext(trace_id, parent_id,
                      static_cast<uint8_t>(ValueOf(flags[1]) & 1));
}

std::string TraceContext::ToString() const {
  return absl::StrCat("00-", trace_id_, "-", parent_id_, "-",
                      absl::StrFormat("%02x", flags_));
}

}  // namespace compendium::http
