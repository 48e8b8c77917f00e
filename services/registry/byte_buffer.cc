// SPDX-License-Identifier: Apache-2.0
#include "services/registry/byte_buffer.h"

#include <grpcpp/support/proto_buffer_reader.h>
#include <grpcpp/support/slice.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"

namespace compendium::registry {
namespace {

// A buffer over bytes that `owner` keeps alive.
template <class Owner>
grpc::ByteBuffer BufferOver(const std::string& bytes,
                            std::unique_ptr<Owner> owner) {
  // gRPC reads only; its parameter is not const because of the user's data.
  const grpc::Slice slice(
      const_cast<char*>(bytes.data()), bytes.size(),
      [](void* data) { delete static_cast<Owner*>(data); }, owner.release());
  return grpc::ByteBuffer(&slice, 1);
}

}  // namespace

grpc::ByteBuffer BufferOf(std::string text) {
  auto owner = std::make_unique<const std::string>(std::move(text));
  const std::string& bytes = *owner;
  return BufferOver(bytes, std::make_unique<std::unique_ptr<const std::string>>(
                               std::move(owner)));
}

grpc::ByteBuffer BufferOf(std::shared_ptr<const std::string> text) {
  const std::string& bytes = *text;
  return BufferOver(bytes, std::make_unique<std::shared_ptr<const std::string>>(
                               std::move(text)));
}

absl::Status ParseBuffer(const grpc::ByteBuffer& buffer,
                         google::protobuf::MessageLite& message) {
  grpc::ByteBuffer readable(buffer);  // shares the bytes
  grpc::ProtoBufferReader reader(&readable);
  if (reader.status().ok() && message.ParseFromZeroCopyStream(&reader))
    return absl::OkStatus();
  return ErrorWithReason(absl::StatusCode::kInvalidArgument,
                         "MALFORMED_REQUEST",
                         absl::StrCat("request: got bytes that are no ",
                                      message.GetTypeName(), ", want one"));
}

}  // namespace compendium::registry
