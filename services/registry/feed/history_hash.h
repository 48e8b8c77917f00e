// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "services/registry/store/store.h"

namespace compendium::registry {

// The hash of the log entry of `revision`, which covers all history up to it;
// 32 zero bytes for revision 0. The errors of Store::ReadLogEntry.
absl::StatusOr<std::string> HashAt(const Store& store, int64_t revision);

}  // namespace compendium::registry
