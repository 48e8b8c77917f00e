// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/generic/generic_stub.h>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "lib/base/clock.h"
#include "lib/connect/call_count.h"
#include "lib/connect/codec.h"
#include "lib/connect/method_table.h"
#include "lib/http/handler.h"

namespace compendium::connect {

// Answers requests of the Connect protocol (connectrpc.com) by calls to gRPC
// services, which know nothing of it: unary calls by POST and, without effects,
// by GET, and server streams, each as JSON or protobuf. Everything of a call
// goes through: deadline, cancellation, error details and `traceparent`; other
// metadata does not. Holds no thread. Any thread.
class Gateway final : public http::Handler {
 public:
  // The services by their full names, at the other end of the channel. `clock`
  // must outlive the gateway.
  Gateway(const std::vector<std::string>& services,
          const std::shared_ptr<grpc::Channel>& channel,
          const base::Clock& clock);

  // Waits until every call has ended.
  ~Gateway() override;

  const MethodTable& methods() const { return methods_; }

  // Answers UNAVAILABLE from now on. When it has returned, no call begins any
  // more, and the server behind the channel may be drained.
  void Stop();

  // The path must be that of a method.
  void Handle(std::shared_ptr<http::Exchange> exchange) override;

 private:
  void StartUnary(std::shared_ptr<http::Exchange> exchange,
                  const Method& method, Codec codec);
  void StartStream(http::Exchange& exchange, const Method& method, Codec codec);

  const MethodTable methods_;
  const base::Clock& clock_;
  grpc::GenericStub stub_;
  std::atomic<bool> stopped_ = false;
  CallCount starting_;  // calls that Stop waits for
  CallCount calls_;
};

}  // namespace compendium::connect
