// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/time/time.h"

namespace compendium {

// How a program is fenced in.
struct Fence {
  bool confined = true;
  std::string bwrap_path;
  std::string folder;  // the private folder, where the program starts
  size_t address_bytes_max = 0;
  absl::Duration processor_time_max;
};

// The words that run `program` inside the fence. Confined means, by bubblewrap:
// no network, no other process in sight, no capabilities, of the file system
// only /usr and the private folder (as /work), both read-only, and an empty
// /tmp in memory. Not confined it is only held to address space and processor
// time.
std::vector<std::string> FencedCommand(const Fence& fence,
                                       const std::vector<std::string>& program);

// The environment that goes with it: nothing of the user's. A document's time
// stamps are `document_time`, so that the same input gives the same bytes.
std::vector<std::string> FencedEnvironment(const Fence& fence,
                                           absl::Time document_time);

}  // namespace compendium
