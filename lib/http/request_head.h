// SPDX-License-Identifier: Apache-2.0
// What Beast has read, as the values that handlers see; part of server.cc.
#pragma once

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/http/asio.h"
#include "lib/http/limits.h"
#include "lib/http/message.h"
#include "lib/http/problem.h"
#include "lib/http/target.h"

namespace compendium::http {

using BeastRequest = beast::http::request<beast::http::string_body>;

inline std::string ToString(beast::string_view text) {
  return {text.data(), text.size()};
}

// What bytes that are no request are answered; nothing when there are no more
// because the client has gone.
inline std::optional<Response> AnswerToBadBytes(const ErrorCode& error) {
  using HttpError = beast::http::error;
  if (error == HttpError::header_limit || error == HttpError::buffer_overflow)
    return ProblemResponse(
        431, "HEADER_TOO_LARGE",
        absl::StrCat("got a header of more than ", kHeaderBytesMax, " bytes"));
  if (error == HttpError::body_limit)
    return ProblemResponse(
        413, "BODY_TOO_LARGE",
        absl::StrCat("got a body of more than ", kBodyBytesMax, " bytes"));
  if (error == HttpError::end_of_stream ||
      error == HttpError::partial_message ||
      error.category() != make_error_code(HttpError::bad_method).category())
    return std::nullopt;
  return ProblemResponse(400, "INVALID_REQUEST", error.message());
}

// What a header is answered that no request may have; nothing when it may, and
// then `target` is its target.
inline std::optional<Response> AnswerToBadHead(const BeastRequest& head,
                                               std::optional<Target>& target) {
  if (head.version() >= 11 && head.count("host") != 1)
    return ProblemResponse(400, "INVALID_REQUEST",
                           "got no Host or many, want one");
  const absl::string_view text(head.target().data(), head.target().size());
  absl::StatusOr<Target> parsed = Target::Parse(text);
  if (!parsed.ok())
    return ProblemResponse(text.size() > kTargetBytesMax ? 414 : 400,
                           "INVALID_TARGET", parsed.status().message());
  target = *std::move(parsed);
  return std::nullopt;
}

// Takes fields and body out of `read`.
inline Request MakeRequest(BeastRequest read, Target target, std::string peer,
                           std::optional<TraceContext> trace) {
  Request request{.method = ToString(read.method_string()),
                  .target = std::move(target),
                  .body = std::move(read.body()),
                  .peer = std::move(peer),
                  .trace = std::move(trace)};
  for (const auto& field : read)
    request.fields.Add(ToString(field.name_string()), ToString(field.value()));
  return request;
}

}  // namespace compendium::http
