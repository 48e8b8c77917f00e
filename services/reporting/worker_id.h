// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/statusor.h"

namespace compendium::reporting {

// What tells the worker of a folder from others that share its archive: made
// up when it is first asked for, and kept in the folder's file "worker" for
// ever, so that a worker that was killed knows what it had begun. The caller
// holds the folder's lock. DATA_LOSS when the file is not what was written.
absl::StatusOr<std::string> WorkerIdOf(const std::string& folder);

}  // namespace compendium::reporting
