// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/gateway.h"

#include <optional>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/connect/call_request.h"
#include "lib/connect/connect_code.h"
#include "lib/connect/envelope.h"
#include "lib/connect/error_json.h"
#include "lib/connect/stream_call.h"
#include "lib/http/accept_encoding.h"
#include "lib/http/entity_tag.h"
#include "lib/http/gzip.h"
#include "lib/http/limits.h"
#include "lib/http/problem.h"
#include "lib/http/read_response.h"
#include "lib/request/error_details.h"

namespace compendium::connect {
namespace {

// The body of a stream that has ended before it began, or the end of one.
std::string EndStreamEnvelope(const absl::Status& status) {
  return MakeEnvelope(kEndStreamFlag, EndStreamJson(status));
}

http::Response WrongHttpMethod(const Method& method) {
  const bool may_get = method.has_no_effects && !method.streams;
  const std::string allowed = may_get ? "GET, HEAD, POST" : "POST";
  http::Response response = http::ProblemResponse(
      405, "METHOD_NOT_ALLOWED", absl::StrCat("want one of ", allowed));
  response.fields.Add("Allow", allowed);
  response.route = method.path;
  return response;
}

http::Response WrongType(const Method& method) {
  const std::string accepted =
      absl::StrCat(ContentTypeOf(Codec::kJson, method), ", ",
                   ContentTypeOf(Codec::kProto, method));
  http::Response response = http::ProblemResponse(
      415, "UNSUPPORTED_MEDIA_TYPE", absl::StrCat("want one of ", accepted));
  response.fields.Add("Accept-Post", accepted);
  response.route = method.path;
  return response;
}

// The response that says that a unary call has failed.
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

// The response to a unary call that has answered.
absl::StatusOr<http::Response> UnaryResponse(
    const http::Request& request, const Method& method, Codec codec,
    absl::StatusOr<std::string> bytes) {
  RETURN_IF_ERROR(bytes.status());
  ASSIGN_OR_RETURN(std::string text,
                   FromProtoBytes(codec, *method.descriptor->output_type(),
                                  *std::move(bytes)));
  http::Response response{
      .fields = {{"Content-Type", ContentTypeOf(codec, method)}},
      .route = method.path};
  if (http::IsRead(request)) {
    // A later revision may have another answer.
    response.fields.Add("Cache-Control", "no-cache");
    if (http::AddEntityTag(request, http::EntityTagOf(text), /*weak=*/false,
                           response))
      return response;
  }
  response.body = http::ShareText(std::move(text));
  return response;
}

// Each message in its envelope, and one for the end.
StreamCall::Writing WriteEnvelopes(const Method& method, Codec codec,
                                   bool compress) {
  return {.part = [&method, codec,
                   compress](std::string bytes) -> absl::StatusOr<std::string> {
            ASSIGN_OR_RETURN(
                const std::string text,
                FromProtoBytes(codec, *method.descriptor->output_type(),
                               std::move(bytes)));
            if (!compress || text.size() < http::kCompressedBytesMin)
              return MakeEnvelope(0, text);
            return MakeEnvelope(kCompressedFlag, http::Gzip(text));
          },
          .end = [](const absl::Status& status) -> absl::StatusOr<std::string> {
            return EndStreamEnvelope(status);
          }};
}

}  // namespace

void Gateway::Handle(std::shared_ptr<http::Exchange> exchange) {
  const http::Request& request = exchange->request();
  const Method& method = methods_.At(request.target.path());
  if (request.method != "POST" &&
      !(http::IsRead(request) && method.has_no_effects && !method.streams)) {
    exchange->Respond(WrongHttpMethod(method));
    return;
  }
  const std::optional<Codec> codec = CodecOf(request, method);
  if (!codec.has_value()) {
    exchange->Respond(WrongType(method));
  } else if (method.streams) {
    StartStream(*exchange, method, *codec);
  } else {
    StartUnary(exchange, method, *codec);
  }
}

void Gateway::StartUnary(const std::shared_ptr<http::Exchange>& exchange,
                         const Method& method, Codec codec) {
  const auto request = ReadCall(exchange->request(), method, codec);
  if (!request.ok()) {
    exchange->Respond(ErrorResponse(request.status(), method));
    return;
  }
  caller_.Call(exchange, method, *request,
               [exchange, &method, codec](absl::StatusOr<std::string> bytes) {
                 absl::StatusOr<http::Response> response = UnaryResponse(
                     exchange->request(), method, codec, std::move(bytes));
                 exchange->Respond(
                     response.ok() ? *std::move(response)
                                   : ErrorResponse(response.status(), method));
               });
}

void Gateway::StartStream(http::Exchange& exchange, const Method& method,
                          Codec codec) {
  const http::Request& request = exchange.request();
  http::Response response{
      .fields = {{"Content-Type", ContentTypeOf(codec, method)},
                 {"Cache-Control", "no-store"}},
      .route = method.path};
  const bool compress = http::AcceptsGzip(
      request.fields.Find("connect-accept-encoding").value_or(""));
  if (compress) response.fields.Add("Connect-Content-Encoding", "gzip");
  const auto call = ReadCall(request, method, codec);
  absl::StatusOr<std::unique_ptr<http::BodyStream>> body =
      call.ok() ? caller_.Stream(request, method, *call,
                                 WriteEnvelopes(method, codec, compress))
                : call.status();
  if (body.ok()) {
    response.body = *std::move(body);
  } else {
    response.body = http::ShareText(EndStreamEnvelope(body.status()));
    response.reason = absl::StatusCodeToString(body.status().code());
  }
  exchange.Respond(std::move(response));
}

}  // namespace compendium::connect
