// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace compendium::reporting {

// Tells the published states of all registries and histories apart.
struct StateId {
  int64_t revision = 0;
  std::string store_id;
  std::string hash;  // of the revision's log entry
};

}  // namespace compendium::reporting
