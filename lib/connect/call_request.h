// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/connect/codec.h"
#include "lib/connect/method_table.h"
#include "lib/http/message.h"

namespace compendium::connect {

// A call as a request asks for it.
struct CallRequest {
  std::string message;  // as protobuf's bytes
  absl::Duration timeout = absl::InfiniteDuration();
};

// How the request writes its message and wants the response written, as its
// content type (POST) or its parameter `encoding` (GET) says; nothing when it
// says neither of those that the method takes: 415.
std::optional<Codec> CodecOf(const http::Request& request,
                             const Method& method);

// The content type of the responses to such a request.
std::string ContentTypeOf(Codec codec, const Method& method);

// The call of a request whose codec is known: its message out of the query, the
// body or the body's envelope, decompressed where it says so. INVALID_ARGUMENT
// for what is against the protocol or no message, RESOURCE_EXHAUSTED for one
// that is too large, UNIMPLEMENTED for another compression than gzip.
absl::StatusOr<CallRequest> ReadCall(const http::Request& request,
                                     const Method& method, Codec codec);

}  // namespace compendium::connect
