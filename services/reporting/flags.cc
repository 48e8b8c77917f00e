// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/flags.h"

#include <cstdint>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"

ABSL_FLAG(std::string, listen_address, "127.0.0.1:7602",
          "host:port to serve on; port 0 takes a free one");
ABSL_FLAG(std::string, registry_address, "127.0.0.1:7601",
          "host:port of the registry to follow");
ABSL_FLAG(std::string, data_dir, "", "folder for the checkpoint");
ABSL_FLAG(absl::Duration, checkpoint_interval, absl::Seconds(30),
          "longest time with changes but without a checkpoint, unless "
          "checkpoints would take more than 1/20 of the time");
ABSL_FLAG(int64_t, checkpoint_changes, 10000,
          "most changes without a checkpoint, with the same exception");

ABSL_FLAG(std::string, archive_dir, "",
          "folder for reports, which workers of one machine may share; empty: "
          "archive in data_dir");
ABSL_FLAG(std::string, delivery_dir, "",
          "folder below which schedules may have reports put; empty: nowhere");
ABSL_FLAG(std::vector<std::string>, delivery_hosts, {},
          "hosts, as host or host:port, to which schedules may have reports "
          "posted");
ABSL_FLAG(std::string, delivery_key_file, "",
          "file with the key that posts are signed with (whsec_…)");

namespace compendium::reporting {

Options OptionsFromFlags() {
  const std::string data_dir = absl::GetFlag(FLAGS_data_dir);
  const std::string archive_dir = absl::GetFlag(FLAGS_archive_dir);
  return {.listen_address = absl::GetFlag(FLAGS_listen_address),
          .registry_address = absl::GetFlag(FLAGS_registry_address),
          .data_dir = data_dir,
          .checkpoint_interval = absl::GetFlag(FLAGS_checkpoint_interval),
          .checkpoint_changes = absl::GetFlag(FLAGS_checkpoint_changes),
          .archive_dir = archive_dir.empty()
                             ? absl::StrCat(data_dir, "/archive")
                             : archive_dir,
          .delivery_dir = absl::GetFlag(FLAGS_delivery_dir),
          .delivery_hosts = absl::GetFlag(FLAGS_delivery_hosts),
          .delivery_key_file = absl::GetFlag(FLAGS_delivery_key_file)};
}

}  // namespace compendium::reporting
