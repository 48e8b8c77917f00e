// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium::connect {

// An empty message of that type, whose code is in the program.
std::unique_ptr<google::protobuf::Message> NewMessage(
    const google::protobuf::Descriptor& type);

// How messages are written.
enum class Codec { kJson, kProto };

// "json" or "proto"; nothing for another name.
std::optional<Codec> CodecNamed(absl::string_view name);
absl::string_view NameOf(Codec codec);

// A message of that type, whose code is in the program, as protobuf's bytes.
// INVALID_ARGUMENT for what is no such message: gRPC would say UNIMPLEMENTED.
absl::StatusOr<std::string> ToProtoBytes(
    Codec codec, const google::protobuf::Descriptor& type, std::string text);

// The reverse. INTERNAL for what JSON cannot say.
absl::StatusOr<std::string> FromProtoBytes(
    Codec codec, const google::protobuf::Descriptor& type, std::string bytes);

}  // namespace compendium::connect
