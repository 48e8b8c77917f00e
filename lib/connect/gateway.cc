// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/gateway.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/connect/call_request.h"
#include "lib/connect/stream_call.h"
#include "lib/connect/unary_call.h"
#include "lib/http/accept_encoding.h"
#include "lib/http/problem.h"
#include "lib/request/error_details.h"

namespace compendium::connect {
namespace {

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

absl::Status Draining() {
  return TryAgainError("DRAINING", "the server stops", absl::ZeroDuration());
}

}  // namespace

Gateway::Gateway(const std::vector<std::string>& services,
                 const std::shared_ptr<grpc::Channel>& channel,
                 const base::Clock& clock)
    : methods_(services), clock_(clock), stub_(channel) {}

Gateway::~Gateway() { calls_.AwaitNone(); }

void Gateway::Stop() {
  stopped_ = true;
  starting_.AwaitNone();
}

void Gateway::Handle(std::shared_ptr<http::Exchange> exchange) {
  const http::Request& request = exchange->request();
  const Method* method = methods_.Find(request.target.path());
  CHECK(method != nullptr);
  const bool is_read = request.method == "GET" || request.method == "HEAD";
  if (request.method != "POST" &&
      !(is_read && method->has_no_effects && !method->streams)) {
    exchange->Respond(WrongHttpMethod(*method));
    return;
  }
  const std::optional<Codec> codec = CodecOf(request, *method);
  if (!codec.has_value()) {
    exchange->Respond(WrongType(*method));
  } else if (method->streams) {
    StartStream(*exchange, *method, *codec);
  } else {
    StartUnary(std::move(exchange), *method, *codec);
  }
}

void Gateway::StartUnary(std::shared_ptr<http::Exchange> exchange,
                         const Method& method, Codec codec) {
  const auto request = ReadCall(exchange->request(), method, codec);
  const CallCount::Place starting(starting_);
  const absl::Status problem = stopped_ ? Draining() : request.status();
  if (!problem.ok()) {
    exchange->Respond(ErrorResponse(problem, method));
    return;
  }
  std::make_shared<UnaryCall>(std::move(exchange), method, codec,
                              CallCount::Place(calls_))
      ->Start(stub_, *request, clock_.Now());
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
  const CallCount::Place starting(starting_);
  const absl::Status problem = stopped_ ? Draining() : call.status();
  if (problem.ok()) {
    response.body = StreamCall::Start(stub_, request, *call, method,
                                      {.codec = codec, .compress = compress},
                                      clock_.Now(), CallCount::Place(calls_));
  } else {
    response.body = http::ShareText(EndStreamEnvelope(problem));
    response.reason = absl::StatusCodeToString(problem.code());
  }
  exchange.Respond(std::move(response));
}

}  // namespace compendium::connect
