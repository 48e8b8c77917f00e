// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "absl/status/status.h"

namespace compendium::registry {

// Where the messages of one watch go: a stream to a client, or a test. Made by
// its owner and shared with the feed, which may call it until Feed::Remove and
// once more if that call has already begun.
class WatchSink {
 public:
  virtual ~WatchSink() = default;

  // Takes one serialized WatchResponse; the next one comes only after
  // Feed::Ready. Called by whoever serves the feed, must not block. The text is
  // shared among watchers. After End it is to be ignored.
  virtual void Send(std::shared_ptr<const std::string> message) = 0;

  // The watch is over, for this reason (never OK), once a message that is still
  // on its way has gone. May be called more than once and by any thread.
  virtual void End(absl::Status status) = 0;
};

}  // namespace compendium::registry
