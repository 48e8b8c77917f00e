// SPDX-License-Identifier: Apache-2.0
#include "lib/words/counted.h"

#include "absl/strings/str_cat.h"

namespace compendium {

std::string Counted(int64_t count, absl::string_view noun) {
  return absl::StrCat(count, " ", noun, count == 1 ? "" : "s");
}

}  // namespace compendium
