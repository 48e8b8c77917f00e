// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/options.h"

#include "absl/strings/str_cat.h"

namespace compendium::reporting {

absl::Status CheckOptions(const Options& options) {
  if (options.data_dir.empty())
    return absl::InvalidArgumentError(
        "--data_dir: got nothing, want a folder for the checkpoint");
  if (options.archive_dir.empty())
    return absl::InvalidArgumentError(
        "--archive_dir: got nothing, want a folder for reports");
  if (options.registry_address.empty())
    return absl::InvalidArgumentError(
        "--registry_address: got nothing, want host:port");
  if (options.checkpoint_interval < absl::Seconds(1) ||
      options.checkpoint_interval > absl::Hours(24))
    return absl::InvalidArgumentError(absl::StrCat(
        "--checkpoint_interval: got ",
        absl::FormatDuration(options.checkpoint_interval), ", want 1s to 24h"));
  if (options.checkpoint_changes < 1)
    return absl::InvalidArgumentError(absl::StrCat("--checkpoint_changes: got ",
                                                   options.checkpoint_changes,
                                                   ", want 1 or more"));
  return absl::OkStatus();
}

}  // namespace compendium::reporting
