// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

namespace compendium {

// Whether the field is set by the registry and ignored in requests.
bool IsOutputOnly(const google::protobuf::FieldDescriptor& field);

// Clears the message's own output-only fields, its name among them.
void ClearOutputOnly(google::protobuf::Message& message);

}  // namespace compendium
