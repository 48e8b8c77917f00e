// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/client_context.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/status.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/connect/call_count.h"
#include "lib/connect/call_request.h"
#include "lib/connect/method_table.h"
#include "lib/http/handler.h"
#include "lib/http/message.h"

namespace compendium::connect {

// What a call has in common with others: context with deadline and trace.
void PrepareContext(const http::Request& request, absl::Duration timeout,
                    absl::Time now, grpc::ClientContext& context);

// The bytes as one buffer, and the reverse; INTERNAL when memory is damaged.
grpc::ByteBuffer ToBuffer(const std::string& bytes);
absl::StatusOr<std::string> FromBuffer(const grpc::ByteBuffer& buffer);

// A unary call under way. Holds no thread; a client that goes away cancels it.
// Any thread.
class UnaryCall : public std::enable_shared_from_this<UnaryCall> {
 public:
  // Called once with the bytes of the response, or with the error.
  using Done = std::function<void(absl::StatusOr<std::string>)>;

  // `method` must outlive the call.
  UnaryCall(const Method& method, Done done, CallCount::Place place)
      : place_(std::move(place)), method_(method), done_(std::move(done)) {}

  // To be called once, for the request of the exchange.
  void Start(grpc::GenericStub& stub, http::Exchange& exchange,
             const CallRequest& request, absl::Time now);

 private:
  const CallCount::Place place_;  // ends last
  const Method& method_;
  const Done done_;
  grpc::ClientContext context_;
  grpc::ByteBuffer request_;
  grpc::ByteBuffer response_;
};

}  // namespace compendium::connect
