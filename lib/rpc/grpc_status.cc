// SPDX-License-Identifier: Apache-2.0
#include "lib/rpc/grpc_status.h"

#include <string>

#include "absl/strings/cord.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "lib/request/error_details.h"
#include "lib/request/plain_text.h"

namespace compendium {
namespace {

constexpr absl::string_view kTypePrefix = "type.googleapis.com/google.rpc.";
constexpr absl::string_view kErrorInfoType =
    "type.googleapis.com/google.rpc.ErrorInfo";

// gRPC clients take 8 KiB of trailers unless told otherwise. The message goes
// twice: as text, where a byte that is not printable ASCII becomes three, and
// in the details, which grow by a third in base64.
constexpr size_t kTrailerBytesMax = 8192;
constexpr size_t kOtherTrailersBytesMax = 256;  // grpc-status and the names
constexpr size_t kMessageBytesMax = 1024;
constexpr size_t kEncodedMessageBytesMax = 2048;
constexpr size_t kDetailsBytesMax = 3072;  // with their types
constexpr size_t kDetailFrameBytesMax = 16;
constexpr int kDetailCountMax = 16;
static_assert(kEncodedMessageBytesMax +
                      (kMessageBytesMax + kDetailsBytesMax +
                       kDetailCountMax * kDetailFrameBytesMax) *
                          4 / 3 +
                      kOtherTrailersBytesMax <
                  kTrailerBytesMax,
              "an error must reach clients that take gRPC's usual trailers");

// absl and gRPC number the codes alike, 0 to 16.
bool IsCode(int code) { return code >= 0 && code <= 16; }

// Whether the message is within its limits, also percent-encoded.
bool FitsAsMessage(absl::string_view message) {
  size_t encoded = 0;
  for (const char c : message)
    encoded += c >= ' ' && c <= '~' && c != '%' ? 1 : 3;
  return message.size() <= kMessageBytesMax &&
         encoded <= kEncodedMessageBytesMax;
}

// Proto strings must be UTF-8; foreign messages may hold anything.
std::string PlainMessage(absl::string_view message) {
  if (FitsAsMessage(message) &&
      FindTextFlaw(message).kind != TextFlaw::Kind::kEncoding)
    return std::string(message);
  // Quotation marks and escapes take more room than what they stand for.
  size_t bytes_max = kMessageBytesMax;
  std::string quoted = QuotedForError(message, bytes_max);
  while (!FitsAsMessage(quoted))
    quoted = QuotedForError(message, bytes_max = bytes_max * 3 / 4);
  return quoted;
}

// The payloads that travel, the ErrorInfo first.
google::rpc::Status DetailsOf(const absl::Status& status, int code) {
  google::rpc::Status details;
  details.set_code(code);
  details.set_message(PlainMessage(status.message()));
  size_t size = 0;
  const auto add = [&](absl::string_view type, const absl::Cord& payload) {
    if (!absl::StartsWith(type, kTypePrefix)) return;
    if (details.details_size() == kDetailCountMax ||
        size + type.size() + payload.size() > kDetailsBytesMax)
      return;
    size += type.size() + payload.size();
    auto& detail = *details.add_details();
    detail.set_type_url(std::string(type));
    detail.set_value(std::string(payload));
  };
  const auto info = status.GetPayload(kErrorInfoType);
  if (info.has_value()) add(kErrorInfoType, *info);
  status.ForEachPayload([&](absl::string_view type, const absl::Cord& payload) {
    if (type != kErrorInfoType) add(type, payload);
  });
  return details;
}

// "NOT_FOUND" for absl::StatusCode::kNotFound.
std::string ReasonFor(absl::StatusCode code) {
  return absl::StatusCodeToString(code);
}

}  // namespace

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  if (!IsCode(status.raw_code()))
    return ToGrpcStatus(absl::InternalError(status.message()));
  const auto info = status.GetPayload(kErrorInfoType);
  if (!info.has_value() ||
      kErrorInfoType.size() + info->size() > kDetailsBytesMax) {
    absl::Status complete = status;
    const absl::Status generic = ErrorWithReason(
        status.code(), ReasonFor(status.code()), status.message());
    complete.SetPayload(kErrorInfoType, *generic.GetPayload(kErrorInfoType));
    return ToGrpcStatus(complete);
  }
  const google::rpc::Status details = DetailsOf(status, status.raw_code());
  return {static_cast<grpc::StatusCode>(status.raw_code()), details.message(),
          details.SerializeAsString()};
}

absl::Status FromGrpcStatus(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  const int code = status.error_code();
  absl::Status result(IsCode(code) ? static_cast<absl::StatusCode>(code)
                                   : absl::StatusCode::kInternal,
                      status.error_message());
  google::rpc::Status details;
  if (!details.ParseFromString(status.error_details())) return result;
  if (details.code() != code || details.details_size() > kDetailCountMax)
    return result;
  for (const auto& detail : details.details()) {
    if (absl::StartsWith(detail.type_url(), kTypePrefix))
      result.SetPayload(detail.type_url(), absl::Cord(detail.value()));
  }
  return result;
}

}  // namespace compendium
