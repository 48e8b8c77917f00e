// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/store_id.h"

#include <random>

#include "absl/strings/str_format.h"

namespace compendium::registry {

std::string MakeStoreId() {
  std::random_device random;
  std::string id;
  for (int i = 0; i < 4; ++i) absl::StrAppendFormat(&id, "%08x", random());
  return id;
}

}  // namespace compendium::registry
