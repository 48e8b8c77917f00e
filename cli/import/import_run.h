// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "cli/import/import_plan.h"
#include "cli/import/import_source.h"

namespace compendium {

// What an import needs of a registry.
class RecordPort {
 public:
  virtual ~RecordPort() = default;

  // The latest version of the record, deleted or not; nothing when the name
  // was never used.
  virtual absl::StatusOr<std::optional<registry::v1::Record>> Read(
      const std::string& name) = 0;

  // The same for many records: those of them that exist.
  virtual absl::StatusOr<RecordMap> ReadAll(
      const std::vector<std::string>& names);

  // All versions of the mechanism and of its questionnaires, deleted ones too;
  // profile_lists.h says what of them is needed.
  virtual absl::StatusOr<RecordVersions> Versions(
      const std::string& mechanism) = 0;

  // Creates or updates the record (kCreate, kUpdate) and returns its revision.
  // ABORTED when somebody else has written it since it was read, and
  // ALREADY_EXISTS when somebody else has created it.
  virtual absl::StatusOr<int64_t> Write(const PlannedWrite& write) = 0;
};

// What became of one record.
struct RecordOutcome {
  std::string name;
  WriteAction action = WriteAction::kLeave;
  int64_t revision = 0;  // of the record; 0 when it was not written
};

// What became of an import.
struct ImportResult {
  // One for each record of the source, in its order; kNotDone for those that
  // an error kept it from.
  std::vector<RecordOutcome> outcomes;
  // The error that ended it, which names the record.
  absl::Status status;
};

// Told of each record when it is done with.
using ImportObserver = std::function<void(const RecordOutcome&)>;

// Imports one source: a whole file, or one batch of it after the other, each
// with what the ones before it have written in place. Reads what exists, plans,
// and writes what must be written, record by record in the order of the source,
// but for profiles that exist: they follow their questionnaire and are written
// after it. A record that somebody else writes meanwhile is read and planned
// again, kImportAttemptsMax times; then ABORTED. Stops at the first error: what
// was written before stays, and importing again goes on from there. With
// `dry_run` nothing is written; the outcomes say what would be.
ImportResult RunImport(const ImportSource& source, bool dry_run,
                       RecordPort& port, const ImportObserver& observer);

}  // namespace compendium
