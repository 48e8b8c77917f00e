// SPDX-License-Identifier: Apache-2.0
// What attempts at runs and at deliveries have in common.
#pragma once

#include <algorithm>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "lib/request/timestamp.h"
#include "services/reporting/schedule/limits.h"

namespace compendium::reporting {

// The pause after the attempt of that number, from 1: doubles from `first` to
// `longest`.
inline absl::Duration PauseAfter(int attempt_count, absl::Duration first,
                                 absl::Duration longest) {
  // 2^30 seconds are longer than any pause.
  return std::min(longest,
                  first * (int64_t{1} << std::clamp(attempt_count - 1, 0, 30)));
}

// The error of an attempt as it is kept, cut at a character's end.
inline std::string ErrorText(const absl::Status& status) {
  std::string text = absl::StrCat(absl::StatusCodeToString(status.code()), ": ",
                                  status.message());
  if (text.size() > kErrorBytesMax) {
    size_t end = kErrorBytesMax;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
      --end;
    text.resize(end);
  }
  return text;
}

// Whether trying again cannot help: the request itself is wrong.
inline bool IsForGood(const absl::Status& status) {
  return absl::IsInvalidArgument(status) || absl::IsNotFound(status) ||
         absl::IsFailedPrecondition(status) || absl::IsUnimplemented(status) ||
         absl::IsPermissionDenied(status);
}

}  // namespace compendium::reporting
