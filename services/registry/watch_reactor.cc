// SPDX-License-Identifier: Apache-2.0
#include "services/registry/watch_reactor.h"

#include <utility>

#include "lib/rpc/grpc_status.h"
#include "services/registry/byte_buffer.h"

namespace compendium::registry {

std::shared_ptr<WatchReactor> WatchReactor::Make(Feed& feed) {
  auto reactor = std::make_shared<WatchReactor>(feed);
  reactor->self_ = reactor;
  return reactor;
}

WatchReactor* WatchReactor::Begin(Feed& feed, const WatchCall& call) {
  const std::shared_ptr<WatchReactor> reactor = Make(feed);
  // Headers go out at once, so that the client knows that it is watching.
  reactor->StartSendInitialMetadata();
  if (absl::Status status = feed.Add(call, reactor); !status.ok())
    reactor->End(std::move(status));
  return reactor.get();
}

WatchReactor* WatchReactor::Refuse(Feed& feed, const absl::Status& status) {
  const std::shared_ptr<WatchReactor> reactor = Make(feed);
  reactor->End(status);
  return reactor.get();
}

void WatchReactor::Send(std::shared_ptr<const std::string> message) {
  {
    base::MutexLock lock(mu_);
    if (finished_ || !end_.ok()) return;
    writing_ = true;
  }
  // From here to OnWriteDone nobody else touches message_ or finishes.
  message_ = BufferOf(std::move(message));
  StartWrite(&message_);
}

void WatchReactor::End(absl::Status status) {
  {
    base::MutexLock lock(mu_);
    if (finished_) return;
    if (end_.ok()) end_ = status;
    if (writing_) return;  // OnWriteDone finishes
    finished_ = true;
    status = end_;
  }
  Finish(ToGrpcStatus(status));
}

void WatchReactor::OnWriteDone(bool ok) {
  absl::Status status;
  {
    base::MutexLock lock(mu_);
    writing_ = false;
    if (!ok && end_.ok()) end_ = absl::CancelledError("the client went away");
    status = end_;
    if (!status.ok()) finished_ = true;
  }
  if (status.ok()) return feed_.Ready(*this);
  Finish(ToGrpcStatus(status));
}

void WatchReactor::OnCancel() {
  End(absl::CancelledError("the client went away"));
}

void WatchReactor::OnDone() {
  feed_.Remove(*this);
  // May destroy this object, after the last use of its members.
  const std::shared_ptr<WatchReactor> self = std::move(self_);
}

}  // namespace compendium::registry
