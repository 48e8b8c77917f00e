// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <functional>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/reporting/endpoint/moment.h"
#include "services/reporting/past/past_reader.h"
#include "services/reporting/projection/publisher.h"

namespace compendium::reporting {

// One call: waits for the snapshot of its moment, unless the caller gives up
// before. Owns itself until gRPC is done with it.
//
// gRPC calls OnCancel and OnDone only after the method has returned its
// reactor, so they see the ticket. A call that reads the past is not given up:
// that takes a moment, or ends by the deadline.
class WaitingCall final : public grpc::ServerUnaryReactor {
 public:
  // Must finish the call, now or later.
  using Then = std::function<void(WaitingCall& call,
                                  const absl::StatusOr<SnapshotLink>&)>;

  // All must outlive the call.
  WaitingCall(const grpc::CallbackServerContext& context, Publisher& publisher,
              PastReader& past)
      : context_(context), publisher_(publisher), past_(past) {}

  // Calls `then` with the snapshot, on whatever thread has it; not when the
  // caller has given up.
  void Await(const Moment& moment, absl::Time deadline, Then then);

  void OnCancel() override;
  void OnDone() override { delete this; }

 private:
  void Complete(const absl::StatusOr<SnapshotLink>& snapshot);

  const grpc::CallbackServerContext& context_;
  Publisher& publisher_;
  PastReader& past_;
  Then then_;
  Publisher::Ticket ticket_ = 0;
};

}  // namespace compendium::reporting
