// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"

namespace compendium {

// A file to be written.
struct OutputFile {
  std::string path;
  std::string bytes;
};

// Writes the files, each as a whole or not at all (lib/base/atomic_file.h).
// Unless `force`, ALREADY_EXISTS, and nothing is written, when there is
// something at one of the paths. Missing folders are made. Every error is
// marked BadOutput and names the path.
absl::Status WriteOutputFiles(const std::vector<OutputFile>& files, bool force);

}  // namespace compendium
