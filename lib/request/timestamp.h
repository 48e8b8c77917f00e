// SPDX-License-Identifier: Apache-2.0
// Points of time between messages and code. protobuf's own helpers count
// nanoseconds from 1970 and reach no farther than the year 2262.
#pragma once

#include <google/protobuf/timestamp.pb.h>

#include <cstdint>

#include "absl/time/time.h"

namespace compendium {

inline absl::Time ToTime(const google::protobuf::Timestamp& timestamp) {
  return absl::FromUnixSeconds(timestamp.seconds()) +
         absl::Nanoseconds(timestamp.nanos());
}

// What is finer than a nanosecond is cut off. `time` is finite.
inline void SetTimestamp(absl::Time time,
                         google::protobuf::Timestamp& timestamp) {
  const int64_t seconds = absl::ToUnixSeconds(time);
  timestamp.set_seconds(seconds);
  timestamp.set_nanos(static_cast<int32_t>(
      absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(seconds))));
}

}  // namespace compendium
