// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/plain_tag.h"

#include "absl/strings/str_cat.h"
#include "lib/http/entity_tag.h"

namespace compendium::reporting {

std::string TagOf(const StateId& state, absl::string_view release,
                  absl::string_view key) {
  // Lengths, so that no two lists of parts run together into the same bytes.
  const std::string hash =
      http::TagHash({absl::StrCat(state.store_id.size(), " ", state.hash.size(),
                                  " ", release.size(), " "),
                     state.store_id, state.hash, release, key});
  return absl::StrCat("\"", state.revision, "-", hash, "\"");
}

}  // namespace compendium::reporting
