// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "compendium/registry/v1/change.pb.h"

namespace compendium::reporting {

// What a registry says of itself when its feed is opened.
struct FeedStart {
  std::string store_id;
  int64_t revision = 0;  // its latest
};

// A message of the feed: the next change, or that all up to a revision has been
// delivered.
struct FeedEvent {
  std::optional<registry::v1::Change> change;
  int64_t progress_revision = 0;  // when there is no change
};

// The port to the registry's feed: changes after a revision, in order, none
// missing, none twice. Open, Next and Close are called by one thread, Cancel by
// any.
class ChangeSource {
 public:
  virtual ~ChangeSource() = default;

  // Begins to deliver what follows `after_revision`. The source may be opened
  // again after any error.
  virtual absl::StatusOr<FeedStart> Open(int64_t after_revision) = 0;

  // The next event; waits for it. After an error the feed is over.
  virtual absl::StatusOr<FeedEvent> Next() = 0;

  // Ends the feed, if it is open, without waiting for what is under way.
  virtual void Close() = 0;

  // Makes this and every later Open and Next return CANCELLED, at once.
  virtual void Cancel() = 0;
};

}  // namespace compendium::reporting
