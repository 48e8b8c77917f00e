// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/generic/generic_stub.h>

#include <atomic>
#include <memory>

#include "absl/status/statusor.h"
#include "lib/base/clock.h"
#include "lib/connect/call_count.h"
#include "lib/connect/call_request.h"
#include "lib/connect/method_table.h"
#include "lib/connect/stream_call.h"
#include "lib/connect/unary_call.h"
#include "lib/http/handler.h"

namespace compendium::connect {

// Calls the services at the other end of a channel for requests that came over
// HTTP, whatever these look like. Deadline and `traceparent` go through; other
// metadata does not. Holds no thread. Any thread.
class Caller {
 public:
  // `clock` must outlive the caller.
  Caller(const std::shared_ptr<grpc::Channel>& channel,
         const base::Clock& clock)
      : clock_(clock), stub_(channel) {}

  // Waits until every call has ended.
  ~Caller() { AwaitCalls(); }
  Caller(const Caller&) = delete;
  Caller& operator=(const Caller&) = delete;

  // Fails calls with UNAVAILABLE, reason DRAINING, from now on. When it has
  // returned, no call begins any more, and the server behind the channel may be
  // drained.
  void Stop();

  // Waits until no call is under way. For those whose things calls use.
  void AwaitCalls() { calls_.AwaitNone(); }

  // Calls a unary method, and `done` once, here or on another thread, with the
  // bytes of its response or with the error. A client that goes away cancels
  // the call: the exchange's WhenGone is taken. `method` must outlive the call.
  void Call(const std::shared_ptr<http::Exchange>& exchange,
            const Method& method, const CallRequest& request,
            UnaryCall::Done done);

  // Begins a server-streaming call whose messages become the parts of a body.
  // `method` must outlive it.
  absl::StatusOr<std::unique_ptr<http::BodyStream>> Stream(
      const http::Request& request, const Method& method,
      const CallRequest& call, StreamCall::Writing writing);

 private:
  const base::Clock& clock_;
  grpc::GenericStub stub_;
  std::atomic<bool> stopped_ = false;
  CallCount starting_;  // calls that Stop waits for
  CallCount calls_;
};

}  // namespace compendium::connect
