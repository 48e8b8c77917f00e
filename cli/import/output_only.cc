// SPDX-License-Identifier: Apache-2.0
#include "cli/import/output_only.h"

#include <vector>

#include "google/api/field_behavior.pb.h"

namespace compendium {

bool IsOutputOnly(const google::protobuf::FieldDescriptor& field) {
  const google::protobuf::FieldOptions& options = field.options();
  const int count = options.ExtensionSize(google::api::field_behavior);
  for (int i = 0; i < count; ++i) {
    if (options.GetExtension(google::api::field_behavior, i) ==
        google::api::OUTPUT_ONLY)
      return true;
  }
  return false;
}

void ClearOutputOnly(google::protobuf::Message& message) {
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  for (const google::protobuf::FieldDescriptor* field : fields)
    if (IsOutputOnly(*field))
      message.GetReflection()->ClearField(&message, field);
}

}  // namespace compendium
