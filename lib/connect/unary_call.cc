// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/unary_call.h"

#include <grpcpp/support/slice.h>

#include "lib/rpc/grpc_status.h"

namespace compendium::connect {
void PrepareContext(const http::Request& request, absl::Duration timeout,
                    absl::Time now, grpc::ClientContext& context) {
  if (timeout != absl::InfiniteDuration())
    context.set_deadline(absl::ToChronoTime(now + timeout));
  if (request.trace.has_value())
    context.AddMetadata("traceparent", request.trace->ToString());
}

grpc::ByteBuffer ToBuffer(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  return {&slice, 1};
}

absl::StatusOr<std::string> FromBuffer(const grpc::ByteBuffer& buffer) {
  // A buffer that nothing was put into is no empty one for gRPC.
  if (!buffer.Valid()) return std::string();
  grpc::Slice slice;
  if (!buffer.DumpToSingleSlice(&slice).ok())
    return absl::InternalError("the response's bytes cannot be read");
  return std::string(reinterpret_cast<const char*>(slice.begin()),
                     slice.size());
}

void UnaryCall::Start(grpc::GenericStub& stub, http::Exchange& exchange,
                      const CallRequest& request, absl::Time now) {
  PrepareContext(exchange.request(), request.timeout, now, context_);
  request_ = ToBuffer(request.message);
  // The exchange must not keep the call that keeps it.
  exchange.WhenGone([weak = weak_from_this()] {
    if (const auto call = weak.lock()) call->context_.TryCancel();
  });
  stub.UnaryCall(&context_, method_.path, {}, &request_, &response_,
                 [call = shared_from_this()](const grpc::Status& status) {
                   call->done_(status.ok() ? FromBuffer(call->response_)
                                           : FromGrpcStatus(status));
                 });
}

}  // namespace compendium::connect
