// SPDX-License-Identifier: Apache-2.0
// gRPC's buffers and our texts, without copying more than needed.
#pragma once

#include <google/protobuf/message_lite.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/slice.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/registry/record_wire.h"

namespace compendium::registry {

// A buffer that holds the text; nothing is copied.
grpc::ByteBuffer BufferOf(std::string text);
grpc::ByteBuffer BufferOf(std::shared_ptr<const std::string> text);

// A buffer that holds the pieces one after the other; the value is not copied.
grpc::ByteBuffer BufferOf(const GetResponsePieces& pieces);

// Parses `message` from the buffer and returns its bytes, in one piece.
// INVALID_ARGUMENT, reason MALFORMED_REQUEST, when it is none.
absl::StatusOr<grpc::Slice> ParseBuffer(const grpc::ByteBuffer& buffer,
                                        google::protobuf::MessageLite& message);

// The bytes of a slice, valid as long as it is.
inline absl::string_view ViewOf(const grpc::Slice& slice) {
  return {reinterpret_cast<const char*>(slice.begin()), slice.size()};
}

}  // namespace compendium::registry
