// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/plain_tag.h"

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"

namespace compendium::reporting {
namespace {

// 128 bits: as good as no chance that two answers ever share them.
constexpr size_t kHashBytes = 16;

}  // namespace

std::string TagOf(const StateId& state, absl::string_view release,
                  absl::string_view key) {
  // Lengths, so that no two lists of parts run together into the same bytes.
  const std::string hash =
      base::Sha256({absl::StrCat(state.store_id.size(), " ", state.hash.size(),
                                 " ", release.size(), " "),
                    state.store_id, state.hash, release, key});
  return absl::StrCat(
      "\"", state.revision, "-",
      absl::WebSafeBase64Escape(absl::string_view(hash).substr(0, kHashBytes)),
      "\"");
}

}  // namespace compendium::reporting
