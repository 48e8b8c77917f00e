// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/generated_enum_reflection.h>

namespace compendium {

// The value's name in words for people: MEETING_LEVEL_SENIOR_OFFICIALS is
// "senior officials". Empty for the zero value and for numbers that this
// release does not know.
std::string EnumWord(const google::protobuf::EnumDescriptor& type, int number);

template <class Enum>
std::string EnumWord(Enum value) {
  return EnumWord(*google::protobuf::GetEnumDescriptor<Enum>(), value);
}

}  // namespace compendium
