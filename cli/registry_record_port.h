// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "cli/client.h"
#include "cli/import/import_run.h"

namespace compendium {

// The records of a registry behind a client. Not thread-safe.
class RegistryRecordPort final : public RecordPort {
 public:
  // Who writes and why, for the history.
  struct Options {
    std::string author;
    std::string reason;
    std::string round;  // rounds/{round}, into which the records go
    // About how many records will be read. Of many, the names that exist are
    // listed first, so that whole batches can be read of those.
    size_t expected_count = 0;
  };

  // The client must live as long.
  RegistryRecordPort(const Options& options, const Client& client);

  absl::StatusOr<std::optional<registry::v1::Record>> Read(
      const std::string& name) override;
  absl::StatusOr<RecordMap> ReadAll(
      const std::vector<std::string>& names) override;
  absl::StatusOr<RecordVersions> Versions(
      const std::string& mechanism) override;
  absl::StatusOr<int64_t> Write(const PlannedWrite& write) override;

 private:
  absl::Status ListNames();

  const Options options_;
  const Client& client_;
  // Names that existed when the import began; empty until they are listed. A
  // record that came later is found when its creation is refused.
  std::optional<std::set<std::string>> names_;
};

}  // namespace compendium
