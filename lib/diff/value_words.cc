// SPDX-License-Identifier: Apache-2.0
#include "lib/diff/value_words.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace compendium {

std::string ValueWord(const google::protobuf::EnumDescriptor& type,
                      int number) {
  if (number == 0) return "";
  const auto* value = type.FindValueByNumber(number);
  if (value == nullptr) return absl::StrCat(number);
  // All values begin as the zero value does: MEETING_LEVEL_UNSPECIFIED.
  const std::string& zero = type.FindValueByNumber(0)->name();
  const size_t prefix = zero.size() - (sizeof("UNSPECIFIED") - 1);
  return absl::AsciiStrToLower(
      absl::StrReplaceAll(value->name().substr(prefix), {{"_", " "}}));
}

std::string JoinParts(const std::vector<std::string>& parts) {
  std::string joined;
  for (const std::string& part : parts)
    if (!part.empty())
      absl::StrAppend(&joined, joined.empty() ? "" : "; ", part);
  return joined;
}

}  // namespace compendium
