// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <google/protobuf/timestamp.pb.h>

#include "absl/time/time.h"

namespace compendium {

// "2026-03-01 12:00:00Z"; empty for an absent time.
inline std::string TimeWords(const google::protobuf::Timestamp& time) {
  if (time.seconds() == 0 && time.nanos() == 0) return "";
  return absl::FormatTime("%Y-%m-%d %H:%M:%SZ",
                          absl::FromUnixSeconds(time.seconds()),
                          absl::UTCTimeZone());
}

}  // namespace compendium
