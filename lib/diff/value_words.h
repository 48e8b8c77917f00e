// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/generated_enum_reflection.h>

namespace compendium {

// What the value is called in a cell: "senior officials" for
// MEETING_LEVEL_SENIOR_OFFICIALS. Empty for the zero value; the number for one
// that this release does not know.
std::string ValueWord(const google::protobuf::EnumDescriptor& type, int number);

template <class Enum>
std::string ValueWord(Enum value) {
  return ValueWord(*google::protobuf::GetEnumDescriptor<Enum>(), value);
}

// The parts that are not empty, "; " between them.
std::string JoinParts(const std::vector<std::string>& parts);

}  // namespace compendium
