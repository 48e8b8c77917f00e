// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/descriptor.h>

#include <nlohmann/json.hpp>

namespace compendium::reporting {

// JSON Schemas (2020-12) of messages in proto3's JSON form, each under its full
// name. Nothing is required, because empty fields are left out, and later
// releases may have more. Not thread-safe.
class JsonSchemas {
 public:
  // A reference to the message's schema, {"$ref": "#/components/schemas/…"},
  // which is among all() from then on, with those that it needs.
  nlohmann::ordered_json RefTo(const google::protobuf::Descriptor& message);

  const nlohmann::ordered_json& all() const { return all_; }

 private:
  nlohmann::ordered_json ValueSchema(
      const google::protobuf::FieldDescriptor& field);

  nlohmann::ordered_json all_ = nlohmann::ordered_json::object();
};

// The schema of one value of a field that is no message.
nlohmann::ordered_json FieldSchema(
    const google::protobuf::FieldDescriptor& field);

}  // namespace compendium::reporting
