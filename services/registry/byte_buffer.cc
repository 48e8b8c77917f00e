// SPDX-License-Identifier: Apache-2.0
#include "services/registry/byte_buffer.h"

#include <iterator>
#include <limits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"

namespace compendium::registry {
namespace {

// A slice over bytes that `owner` keeps alive.
template <class Owner>
grpc::Slice SliceOver(absl::string_view bytes, std::unique_ptr<Owner> owner) {
  // gRPC reads only; its parameter is not const because of the user's data.
  return grpc::Slice(
      const_cast<char*>(bytes.data()), bytes.size(),
      [](void* data) { delete static_cast<Owner*>(data); }, owner.release());
}

}  // namespace

grpc::ByteBuffer BufferOf(std::string text) {
  auto owner = std::make_unique<std::string>(std::move(text));
  const absl::string_view bytes = *owner;
  const grpc::Slice slice = SliceOver(bytes, std::move(owner));
  return grpc::ByteBuffer(&slice, 1);
}

grpc::ByteBuffer BufferOf(std::shared_ptr<const std::string> text) {
  const absl::string_view bytes = *text;
  const grpc::Slice slice = SliceOver(
      bytes,
      std::make_unique<std::shared_ptr<const std::string>>(std::move(text)));
  return grpc::ByteBuffer(&slice, 1);
}

grpc::ByteBuffer BufferOf(const GetResponsePieces& pieces) {
  const grpc::Slice slices[] = {
      grpc::Slice(pieces.front),
      SliceOver(pieces.value, std::make_unique<SharedBytes>(pieces.value)),
      grpc::Slice(pieces.back)};
  return grpc::ByteBuffer(slices, std::size(slices));
}

absl::StatusOr<grpc::Slice> ParseBuffer(
    const grpc::ByteBuffer& buffer, google::protobuf::MessageLite& message) {
  grpc::Slice bytes;
  const bool is_read = buffer.TrySingleSlice(&bytes).ok() ||
                       buffer.DumpToSingleSlice(&bytes).ok();
  if (is_read && bytes.size() <= std::numeric_limits<int>::max() &&
      message.ParseFromArray(bytes.begin(), static_cast<int>(bytes.size())))
    return bytes;
  return ErrorWithReason(absl::StatusCode::kInvalidArgument,
                         "MALFORMED_REQUEST",
                         absl::StrCat("request: got bytes that are no ",
                                      message.GetTypeName(), ", want one"));
}

}  // namespace compendium::registry
