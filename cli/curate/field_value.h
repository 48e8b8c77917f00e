// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <google/protobuf/message.h>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace compendium {

// Sets a field of an item (Meeting, Claim, …) from words:
//
//   assignment = field "=" value
//   field      = the name of the field in its proto; a date is set by its EDTF
//   value      = a text | a whole number | yes | no | an enum value in words
//              | words with commas between them, of a list
//
// Enum values may be written as people see them: "senior officials". An empty
// value clears the field. INVALID_ARGUMENT, naming `--set`, says which fields
// or values there are. Whether the value is right is the registry's to say.
absl::Status SetField(absl::string_view assignment,
                      google::protobuf::Message& item);

// The fields that can be set, with commas between them: for --help.
std::string FieldNames(const google::protobuf::Descriptor& item);

// The number of the enum value that `words` names, in the spelling of the
// proto or as people see it; -1 when there is none or it is the zero value.
int EnumNumber(const google::protobuf::EnumDescriptor& type,
               absl::string_view words);

// All values of an enum but the zero value, in words, with commas.
std::string EnumWords(const google::protobuf::EnumDescriptor& type);

}  // namespace compendium
