// SPDX-License-Identifier: Apache-2.0
#include "cli/as_of.h"

#include "absl/strings/str_cat.h"
#include "cli/exit_code.h"

namespace compendium {

absl::StatusOr<AsOf> ReadAsOf(absl::string_view text,
                              absl::string_view option) {
  absl::StatusOr<AsOf> as_of = ParseAsOf(text);
  if (as_of.ok()) return as_of;
  return BadUsage(absl::InvalidArgumentError(
      absl::StrCat(option, ": ", as_of.status().message())));
}

}  // namespace compendium
