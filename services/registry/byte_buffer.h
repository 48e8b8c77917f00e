// SPDX-License-Identifier: Apache-2.0
// gRPC's buffers and our texts, without copying more than needed.
#pragma once

#include <google/protobuf/message_lite.h>
#include <grpcpp/support/byte_buffer.h>

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "services/registry/record_wire.h"

namespace compendium::registry {

// A buffer that holds the text; nothing is copied.
grpc::ByteBuffer BufferOf(std::string text);
grpc::ByteBuffer BufferOf(std::shared_ptr<const std::string> text);

// A buffer that holds the pieces one after the other; the value is not copied.
grpc::ByteBuffer BufferOf(const GetResponsePieces& pieces);

// Parses `message` from the buffer. INVALID_ARGUMENT, reason MALFORMED_REQUEST,
// when it is none.
absl::Status ParseBuffer(const grpc::ByteBuffer& buffer,
                         google::protobuf::MessageLite& message);

}  // namespace compendium::registry
