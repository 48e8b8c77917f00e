// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace compendium::registry {

// Everything that the registry is told when it starts; one field for each flag.
struct Options {
  std::string listen_address = "127.0.0.1:7601";
  std::string engine = "rocksdb";
  std::string data_dir = {};  // rocksdb only: the store's folder
  absl::Duration drain_timeout = absl::Seconds(10);
};

// INVALID_ARGUMENT, naming the flag, when the options cannot work.
absl::Status CheckOptions(const Options& options);

}  // namespace compendium::registry
