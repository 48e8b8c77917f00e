// SPDX-License-Identifier: Apache-2.0
#include "lib/words/enum_word.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace compendium {

std::string EnumWord(const google::protobuf::EnumDescriptor& type, int number) {
  const google::protobuf::EnumValueDescriptor* value =
      type.FindValueByNumber(number);
  if (value == nullptr || number == 0) return "";
  // All values of a type begin with its name; the zero value is that name and
  // "UNSPECIFIED" (buf lint sees to both).
  constexpr size_t kUnspecifiedSize = sizeof("UNSPECIFIED") - 1;
  const std::string& zero = type.FindValueByNumber(0)->name();
  std::string word = value->name().substr(zero.size() - kUnspecifiedSize);
  absl::AsciiStrToLower(&word);
  std::replace(word.begin(), word.end(), '_', ' ');
  return word;
}

}  // namespace compendium
