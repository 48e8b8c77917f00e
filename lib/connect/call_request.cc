// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/call_request.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "lib/base/status_macros.h"
#include "lib/connect/envelope.h"
#include "lib/http/gzip.h"
#include "lib/http/limits.h"
#include "lib/http/read_response.h"

namespace compendium::connect {
namespace {

constexpr size_t kTimeoutDigitsMax = 10;  // of the protocol: 115 days

constexpr absl::string_view kUnaryType = "application/";
constexpr absl::string_view kStreamType = "application/connect+";

// `bytes` as they were before such a compression.
absl::StatusOr<std::string> Decompress(absl::string_view coding,
                                       std::string bytes) {
  if (coding.empty() || coding == "identity") return bytes;
  if (coding != "gzip")
    return absl::UnimplementedError(absl::StrCat(
        "compression: got ", coding, ", want one of gzip, identity"));
  // So the protocol has it: nothing is not compressed.
  if (bytes.empty()) return bytes;
  return http::Gunzip(bytes, http::kBodyBytesMax);
}

absl::StatusOr<absl::Duration> ReadTimeout(const http::Request& request) {
  const auto text = request.fields.Find("connect-timeout-ms");
  if (!text.has_value()) return absl::InfiniteDuration();
  const bool is_number = std::all_of(text->begin(), text->end(), [](char c) {
    return absl::ascii_isdigit(static_cast<unsigned char>(c));
  });
  int64_t milliseconds = 0;
  if (!is_number || text->size() > kTimeoutDigitsMax ||
      !absl::SimpleAtoi(*text, &milliseconds))
    return absl::InvalidArgumentError(
        "Connect-Timeout-Ms: got no number of at most ten digits");
  return absl::Milliseconds(milliseconds);
}

absl::Status CheckVersion(absl::string_view name,
                          const std::optional<std::string>& version,
                          absl::string_view wanted) {
  if (!version.has_value() || *version == wanted) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat(name, ": got another protocol version, want ", wanted));
}

// Base64 with either alphabet, with or without padding.
absl::StatusOr<std::string> FromBase64(absl::string_view text) {
  std::string bytes;
  if (absl::WebSafeBase64Unescape(text, &bytes) ||
      absl::Base64Unescape(text, &bytes))
    return bytes;
  return absl::InvalidArgumentError("message: got what is not base64");
}

std::string ParameterOf(const http::Request& request, absl::string_view name) {
  return std::string(request.target.Find(name).value_or(""));
}

absl::StatusOr<std::string> MessageOfQuery(const http::Request& request) {
  const auto message = request.target.Find("message");
  if (!message.has_value())
    return absl::InvalidArgumentError(
        "message: got none in the query, want one such as message={}");
  std::string bytes(*message);
  const std::string base64 = ParameterOf(request, "base64");
  if (base64 == "1") {
    ASSIGN_OR_RETURN(bytes, FromBase64(*message));
  } else if (!base64.empty()) {
    return absl::InvalidArgumentError("base64: want 1, or nothing");
  }
  return Decompress(ParameterOf(request, "compression"), std::move(bytes));
}

absl::StatusOr<std::string> MessageOfEnvelope(const http::Request& request) {
  ASSIGN_OR_RETURN(const Envelope envelope, ParseOnlyEnvelope(request.body));
  std::string bytes(envelope.bytes);
  const std::string coding =
      request.fields.Find("connect-content-encoding").value_or("");
  if (envelope.flags != kCompressedFlag) {
    // Whether or not it is used, one that is not known is an error.
    ASSIGN_OR_RETURN(const std::string none, Decompress(coding, ""));
    return bytes;
  }
  if (coding.empty() || coding == "identity")
    return absl::InvalidArgumentError(
        "envelope: got a compressed message without Connect-Content-Encoding");
  return Decompress(coding, std::move(bytes));
}

absl::StatusOr<std::string> MessageOf(const http::Request& request,
                                      const Method& method) {
  if (http::IsRead(request)) return MessageOfQuery(request);
  if (method.streams) return MessageOfEnvelope(request);
  return Decompress(request.fields.Find("content-encoding").value_or(""),
                    request.body);
}

}  // namespace

std::optional<Codec> CodecOf(const http::Request& request,
                             const Method& method) {
  if (http::IsRead(request))
    return CodecNamed(ParameterOf(request, "encoding"));
  const std::string field = request.fields.Find("content-type").value_or("");
  const std::string type = absl::AsciiStrToLower(absl::StripAsciiWhitespace(
      absl::string_view(field).substr(0, field.find(';'))));
  absl::string_view name = type;
  if (!absl::ConsumePrefix(&name, method.streams ? kStreamType : kUnaryType))
    return std::nullopt;
  return CodecNamed(name);
}

std::string ContentTypeOf(Codec codec, const Method& method) {
  return absl::StrCat(method.streams ? kStreamType : kUnaryType, NameOf(codec));
}

absl::StatusOr<CallRequest> ReadCall(const http::Request& request,
                                     const Method& method, Codec codec) {
  RETURN_IF_ERROR(CheckVersion("Connect-Protocol-Version",
                               request.fields.Find("connect-protocol-version"),
                               "1"));
  if (http::IsRead(request)) {
    const std::string version = ParameterOf(request, "connect");
    if (!version.empty())
      RETURN_IF_ERROR(CheckVersion("connect", version, "v1"));
  }
  CallRequest call;
  ASSIGN_OR_RETURN(call.timeout, ReadTimeout(request));
  ASSIGN_OR_RETURN(std::string message, MessageOf(request, method));
  ASSIGN_OR_RETURN(call.message,
                   ToProtoBytes(codec, *method.descriptor->input_type(),
                                std::move(message)));
  return call;
}

}  // namespace compendium::connect
