// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/unary_call.h"

#include <grpcpp/support/slice.h>

#include <utility>

#include "absl/strings/ascii.h"
#include "lib/base/status_macros.h"
#include "lib/connect/connect_code.h"
#include "lib/connect/error_json.h"
#include "lib/http/entity_tag.h"
#include "lib/request/error_details.h"
#include "lib/rpc/grpc_status.h"

namespace compendium::connect {
namespace {

bool IsRead(const http::Request& request) { return request.method != "POST"; }

}  // namespace

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

http::Response ErrorResponse(const absl::Status& error, const Method& method) {
  const std::string reason = ReasonOf(error);
  return {.status = HttpStatusOf(error.code()),
          .fields = {{"Content-Type", "application/json"},
                     {"Cache-Control", "no-store"}},
          .body = http::ShareText(ErrorJson(error)),
          .route = method.path,
          .reason = reason.empty()
                        ? absl::AsciiStrToUpper(CodeName(error.code()))
                        : reason};
}

UnaryCall::UnaryCall(std::shared_ptr<http::Exchange> exchange,
                     const Method& method, Codec codec, CallCount::Place place)
    : place_(std::move(place)),
      exchange_(std::move(exchange)),
      method_(method),
      codec_(codec) {}

void UnaryCall::Start(grpc::GenericStub& stub, const CallRequest& request,
                      absl::Time now) {
  PrepareContext(exchange_->request(), request.timeout, now, context_);
  request_ = ToBuffer(request.message);
  // The exchange must not keep the call that keeps it.
  exchange_->WhenGone([weak = weak_from_this()] {
    if (const auto call = weak.lock()) call->context_.TryCancel();
  });
  stub.UnaryCall(&context_, method_.path, {}, &request_, &response_,
                 [call = shared_from_this()](const grpc::Status& status) {
                   call->Finish(status);
                 });
}

void UnaryCall::Finish(const grpc::Status& status) {
  absl::StatusOr<http::Response> response = Answer(status);
  exchange_->Respond(response.ok() ? *std::move(response)
                                   : ErrorResponse(response.status(), method_));
}

absl::StatusOr<http::Response> UnaryCall::Answer(const grpc::Status& status) {
  if (!status.ok()) return FromGrpcStatus(status);
  ASSIGN_OR_RETURN(std::string bytes, FromBuffer(response_));
  ASSIGN_OR_RETURN(std::string text,
                   FromProtoBytes(codec_, *method_.descriptor->output_type(),
                                  std::move(bytes)));
  http::Response response{
      .fields = {{"Content-Type", ContentTypeOf(codec_, method_)}},
      .route = method_.path};
  const http::Request& request = exchange_->request();
  if (IsRead(request)) {
    const std::string tag = http::EntityTagOf(text);
    // A later revision may have another answer.
    response.fields.Add("Cache-Control", "no-cache");
    const auto known = http::KnownEntityTag(
        request.fields.Find("if-none-match").value_or(""), tag);
    response.fields.Add("ETag", known.value_or(tag));
    if (known.has_value()) {
      response.status = 304;
      return response;
    }
  }
  response.body = http::ShareText(std::move(text));
  return response;
}

}  // namespace compendium::connect
