// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/registry/store/record.h"

namespace compendium::registry {

// What planning a batch needs to know of the history before it; each engine
// answers from its own storage. An error means that stored bytes are damaged:
// it is DATA_LOSS and the batch must not be written.
class CommittedState {
 public:
  virtual ~CommittedState() = default;

  // The latest version of `name`; nullopt when there is none.
  virtual absl::StatusOr<std::optional<RecordHead>> FindHead(
      absl::string_view name) const = 0;

  // The version of `name` that `revision` wrote; it exists.
  virtual absl::StatusOr<RecordHead> ReadHeadAt(absl::string_view name,
                                                int64_t revision) const = 0;

  // Calls `visit` with the latest version of each record whose name begins with
  // `prefix`, in the order of their names, until it returns false.
  virtual absl::Status VisitHeads(
      absl::string_view prefix,
      const std::function<bool(absl::string_view name, const RecordHead&)>&
          visit) const = 0;

  // The revision that `request_id` committed; nullopt when it never did.
  virtual absl::StatusOr<std::optional<int64_t>> FindRequest(
      absl::string_view request_id) const = 0;

  // The log entry of `revision`; it exists.
  virtual absl::StatusOr<LogEntry> FindLogEntry(int64_t revision) const = 0;
};

}  // namespace compendium::registry
