// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/client_context.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/status.h>

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/connect/call_count.h"
#include "lib/connect/call_request.h"
#include "lib/connect/codec.h"
#include "lib/connect/method_table.h"
#include "lib/http/handler.h"

namespace compendium::connect {

// What a call has in common with others: context with deadline and trace.
void PrepareContext(const http::Request& request, absl::Duration timeout,
                    absl::Time now, grpc::ClientContext& context);

// The bytes as one buffer, and the reverse; INTERNAL when memory is damaged.
grpc::ByteBuffer ToBuffer(const std::string& bytes);
absl::StatusOr<std::string> FromBuffer(const grpc::ByteBuffer& buffer);

// The response that says that a unary call has failed.
http::Response ErrorResponse(const absl::Status& error, const Method& method);

// Makes a unary call and responds with its answer. Holds no thread; a client
// that goes away cancels the call. Any thread.
class UnaryCall : public std::enable_shared_from_this<UnaryCall> {
 public:
  // `method` must outlive the call.
  UnaryCall(std::shared_ptr<http::Exchange> exchange, const Method& method,
            Codec codec, CallCount::Place place);

  // To be called once.
  void Start(grpc::GenericStub& stub, const CallRequest& request,
             absl::Time now);

 private:
  void Finish(const grpc::Status& status);
  absl::StatusOr<http::Response> Answer(const grpc::Status& status);

  const CallCount::Place place_;  // ends last
  const std::shared_ptr<http::Exchange> exchange_;
  const Method& method_;
  const Codec codec_;
  grpc::ClientContext context_;
  grpc::ByteBuffer request_;
  grpc::ByteBuffer response_;
};

}  // namespace compendium::connect
