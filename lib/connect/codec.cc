// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/codec.h"

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/json/json_input.h"
#include "lib/json/json_output.h"

namespace compendium::connect {

using google::protobuf::Message;

std::unique_ptr<Message> NewMessage(const google::protobuf::Descriptor& type) {
  const Message* prototype =
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(
          &type);
  CHECK(prototype != nullptr);
  return std::unique_ptr<Message>(prototype->New());
}

std::optional<Codec> CodecNamed(absl::string_view name) {
  if (name == "json") return Codec::kJson;
  if (name == "proto") return Codec::kProto;
  return std::nullopt;
}

absl::string_view NameOf(Codec codec) {
  return codec == Codec::kJson ? "json" : "proto";
}

absl::StatusOr<std::string> ToProtoBytes(
    Codec codec, const google::protobuf::Descriptor& type, std::string text) {
  const std::unique_ptr<Message> message = NewMessage(type);
  if (codec == Codec::kJson) {
    RETURN_IF_ERROR(ReadJson(text, *message));
    return message->SerializeAsString();
  }
  if (!message->ParseFromString(text))
    return absl::InvalidArgumentError(
        absl::StrCat("got what is no ", type.name(), " in protobuf"));
  return text;
}

absl::StatusOr<std::string> FromProtoBytes(
    Codec codec, const google::protobuf::Descriptor& type, std::string bytes) {
  if (codec == Codec::kProto) return bytes;
  const std::unique_ptr<Message> message = NewMessage(type);
  if (!message->ParseFromString(bytes))
    return absl::InternalError("the response is no message of its type");
  return JsonText(*message);
}

}  // namespace compendium::connect
