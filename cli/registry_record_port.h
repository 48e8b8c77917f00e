// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "cli/client.h"
#include "cli/import/import_run.h"

namespace compendium {

// The records of a registry behind a client. Any thread.
class RegistryRecordPort final : public RecordPort {
 public:
  // Who writes and why, for the history.
  struct Options {
    std::string author;
    std::string reason;
  };

  // The client must live as long.
  RegistryRecordPort(const Options& options, const Client& client);

  absl::StatusOr<std::optional<registry::v1::Record>> Read(
      const std::string& name) override;
  absl::StatusOr<RecordVersions> Versions(
      const std::string& mechanism) override;
  absl::StatusOr<int64_t> Write(const PlannedWrite& write) override;

 private:
  const Options options_;
  const Client& client_;
};

}  // namespace compendium
