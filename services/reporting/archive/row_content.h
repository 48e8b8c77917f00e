// SPDX-License-Identifier: Apache-2.0
// Messages as the `content` of rows.
#pragma once

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "lib/request/deterministic_bytes.h"
#include "lib/request/timestamp.h"
#include "lib/sqlite/sqlite_database.h"

namespace compendium::reporting {

// The message in a column; DATA_LOSS when it is none.
template <class Message>
absl::StatusOr<Message> MessageIn(const SqliteRow& row, int column) {
  Message message;
  const absl::string_view bytes = row.Bytes(column);
  if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return absl::DataLossError(
        absl::StrCat("the archive holds no ",
                     absl::string_view(message.GetDescriptor()->name()),
                     " where one should be"));
  return message;
}

// The times of the tables.
inline int64_t Micros(absl::Time time) { return absl::ToUnixMicros(time); }
inline int64_t Micros(const google::protobuf::Timestamp& timestamp) {
  return absl::ToUnixMicros(ToTime(timestamp));
}

}  // namespace compendium::reporting
