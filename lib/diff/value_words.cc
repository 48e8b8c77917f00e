// SPDX-License-Identifier: Apache-2.0
#include "lib/diff/value_words.h"

#include "absl/strings/str_cat.h"
#include "lib/words/enum_word.h"

namespace compendium {

std::string ValueWord(const google::protobuf::EnumDescriptor& type,
                      int number) {
  std::string word = EnumWord(type, number);
  return word.empty() && number != 0 ? absl::StrCat(number) : word;
}

std::string JoinParts(const std::vector<std::string>& parts) {
  std::string joined;
  for (const std::string& part : parts)
    if (!part.empty())
      absl::StrAppend(&joined, joined.empty() ? "" : "; ", part);
  return joined;
}

}  // namespace compendium
