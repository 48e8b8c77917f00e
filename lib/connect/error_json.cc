// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/error_json.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "absl/strings/cord.h"
#include "absl/strings/escaping.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "lib/connect/codec.h"
#include "lib/connect/connect_code.h"
#include "lib/json/json_output.h"

namespace compendium::connect {
namespace {

using Json = nlohmann::ordered_json;

// The message of that type as JSON; null for one that is not known here.
Json ForPeople(const std::string& type, const std::string& bytes) {
  const auto* descriptor =
      google::protobuf::DescriptorPool::generated_pool()->FindMessageTypeByName(
          type);
  if (descriptor == nullptr) return nullptr;
  const std::unique_ptr<google::protobuf::Message> message =
      NewMessage(*descriptor);
  if (!message->ParseFromString(bytes)) return nullptr;
  const absl::StatusOr<std::string> text = JsonText(*message);
  if (!text.ok()) return nullptr;
  return Json::parse(*text, nullptr, /*allow_exceptions=*/false);
}

Json DetailsOf(const absl::Status& error) {
  Json details = Json::array();
  error.ForEachPayload([&](absl::string_view url, const absl::Cord& payload) {
    const std::string type(absl::StripPrefix(url, "type.googleapis.com/"));
    const std::string bytes(payload);
    std::string base64 = absl::Base64Escape(bytes);
    while (!base64.empty() && base64.back() == '=') base64.pop_back();
    Json detail = Json::object({{"type", type}, {"value", base64}});
    if (Json debug = ForPeople(type, bytes); debug.is_object())
      detail["debug"] = std::move(debug);
    details.push_back(std::move(detail));
  });
  return details;
}

Json ToJson(const absl::Status& error) {
  Json json = Json::object({{"code", std::string(CodeName(error.code()))},
                            {"message", std::string(error.message())}});
  if (Json details = DetailsOf(error); !details.empty())
    json["details"] = std::move(details);
  return json;
}

// Bytes that are no text become marks of replacement.
std::string Text(const Json& json) {
  return json.dump(-1, ' ', /*ensure_ascii=*/false,
                   Json::error_handler_t::replace);
}

}  // namespace

std::string ErrorJson(const absl::Status& error) { return Text(ToJson(error)); }

std::string EndStreamJson(const absl::Status& status) {
  Json json = Json::object();
  if (!status.ok()) json["error"] = ToJson(status);
  return Text(json);
}

}  // namespace compendium::connect
