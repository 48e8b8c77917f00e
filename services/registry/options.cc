// SPDX-License-Identifier: Apache-2.0
#include "services/registry/options.h"

#include "absl/strings/str_cat.h"

namespace compendium::registry {

absl::Status CheckOptions(const Options& options) {
  if (options.engine != "rocksdb" && options.engine != "memory")
    return absl::InvalidArgumentError(absl::StrCat(
        "--engine: got ", options.engine, ", want rocksdb or memory"));
  if (options.engine == "rocksdb" && options.data_dir.empty())
    return absl::InvalidArgumentError(
        "--data_dir: got none, want the folder of the store");
  if (options.engine == "memory" && !options.data_dir.empty())
    return absl::InvalidArgumentError(
        "--data_dir: got one for an engine that keeps nothing, want none");
  if (options.drain_timeout < absl::ZeroDuration() ||
      options.drain_timeout > absl::Minutes(10))
    return absl::InvalidArgumentError(absl::StrCat(
        "--drain_timeout: got ", absl::FormatDuration(options.drain_timeout),
        ", want 0s to 10m"));
  return absl::OkStatus();
}

}  // namespace compendium::registry
