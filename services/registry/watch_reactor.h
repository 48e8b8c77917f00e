// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/server_callback.h>

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "lib/base/mutex.h"
#include "services/registry/feed/feed.h"
#include "services/registry/feed/watch_sink.h"

namespace compendium::registry {

// One call of Watch: a stream to a client, fed by the feed. Lives until gRPC
// has called OnDone and the feed has let go of it, whichever is later.
//
// gRPC calls the On… methods, the feed Send and End, on any threads and also at
// the same time. What keeps them apart: one write at a time, none after Finish,
// Finish once and not during a write. gRPC is never called under the lock.
class WatchReactor final : public grpc::ServerWriteReactor<grpc::ByteBuffer>,
                           public WatchSink {
 public:
  // Begins the watch; a call that the feed refuses is finished with its error.
  // gRPC gets the result and owns it. Borrows the feed.
  static WatchReactor* Begin(Feed& feed, const WatchCall& call);

  // A call that is finished at once with an error.
  static WatchReactor* Refuse(Feed& feed, const absl::Status& status);

  explicit WatchReactor(Feed& feed) : feed_(feed) {}

  void Send(std::shared_ptr<const std::string> message) override;
  void End(absl::Status status) override;

  void OnWriteDone(bool ok) override;
  void OnCancel() override;
  void OnDone() override;

 private:
  static std::shared_ptr<WatchReactor> Make(Feed& feed);

  Feed& feed_;
  // Until OnDone, this object itself. Set before gRPC knows it.
  std::shared_ptr<WatchReactor> self_;
  grpc::ByteBuffer message_;  // what is being written, if anything

  base::Mutex mu_;
  bool writing_ ABSL_GUARDED_BY(mu_) = false;
  bool finished_ ABSL_GUARDED_BY(mu_) = false;
  absl::Status end_ ABSL_GUARDED_BY(mu_);  // not OK: finish with it
};

}  // namespace compendium::registry
