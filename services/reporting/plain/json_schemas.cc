// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/json_schemas.h"

#include <string>
#include <utility>

namespace compendium::reporting {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using Json = nlohmann::ordered_json;

Json FieldSchema(const FieldDescriptor& field) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_BOOL:
      return {{"type", "boolean"}};
    case FieldDescriptor::CPPTYPE_INT32:
      return {{"type", "integer"}, {"format", "int32"}};
    case FieldDescriptor::CPPTYPE_UINT32:
      return {{"type", "integer"}, {"minimum", 0}};
    case FieldDescriptor::CPPTYPE_FLOAT:
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return {{"type", "number"}};
    case FieldDescriptor::CPPTYPE_INT64:
      return {{"type", "string"}, {"pattern", "^-?[0-9]+$"}};
    case FieldDescriptor::CPPTYPE_UINT64:
      return {{"type", "string"}, {"pattern", "^[0-9]+$"}};
    case FieldDescriptor::CPPTYPE_ENUM: {
      Json names = Json::array();
      for (int i = 0; i < field.enum_type()->value_count(); ++i)
        names.push_back(field.enum_type()->value(i)->name());
      return {{"type", "string"}, {"enum", std::move(names)}};
    }
    default:
      break;
  }
  if (field.type() == FieldDescriptor::TYPE_BYTES)
    return {{"type", "string"}, {"contentEncoding", "base64"}};
  return {{"type", "string"}};
}

Json JsonSchemas::RefTo(const Descriptor& message) {
  if (message.full_name() == "google.protobuf.Timestamp")
    return {{"type", "string"}, {"format", "date-time"}};
  Json reference = {{"$ref", "#/components/schemas/" + message.full_name()}};
  if (all_.contains(message.full_name())) return reference;
  all_[message.full_name()] = Json::object();  // it may hold itself
  Json properties = Json::object();
  for (int i = 0; i < message.field_count(); ++i) {
    const FieldDescriptor& field = *message.field(i);
    Json schema;
    if (field.is_map()) {
      schema = {{"type", "object"}};
      schema["additionalProperties"] =
          ValueSchema(*field.message_type()->map_value());
    } else if (field.is_repeated()) {
      schema = {{"type", "array"}};
      schema["items"] = ValueSchema(field);
    } else {
      schema = ValueSchema(field);
    }
    properties[field.json_name()] = std::move(schema);
  }
  Json object = {{"type", "object"}};
  object["properties"] = std::move(properties);
  all_[message.full_name()] = std::move(object);
  return reference;
}

Json JsonSchemas::ValueSchema(const FieldDescriptor& field) {
  return field.message_type() == nullptr ? FieldSchema(field)
                                         : RefTo(*field.message_type());
}

}  // namespace compendium::reporting
