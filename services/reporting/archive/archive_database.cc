// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/archive/archive_database.h"

#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "services/reporting/archive/limits.h"

namespace compendium::reporting {
namespace {

// Raise it with the tables, and say how one becomes the next.
constexpr int64_t kVersion = 1;

constexpr char kTables[] = R"(
CREATE TABLE report(
  id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL UNIQUE,
  kind INTEGER NOT NULL,
  schedule TEXT NOT NULL,
  content BLOB NOT NULL) STRICT;
CREATE TABLE event(
  sequence INTEGER PRIMARY KEY,
  content BLOB NOT NULL) STRICT;
CREATE TABLE schedule(
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY(id, version)) STRICT;
CREATE TABLE planned(
  schedule TEXT PRIMARY KEY,
  until INTEGER NOT NULL) STRICT;
CREATE TABLE run(
  schedule TEXT NOT NULL,
  due INTEGER NOT NULL,
  state INTEGER NOT NULL,
  next_attempt INTEGER NOT NULL,
  worker TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY(schedule, due)) STRICT;
CREATE INDEX run_by_attempt ON run(state, next_attempt);
CREATE INDEX run_by_due ON run(due, schedule);
CREATE TABLE delivery(
  report TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  target INTEGER NOT NULL,
  state INTEGER NOT NULL,
  next_attempt INTEGER NOT NULL,
  worker TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY(report, target)) STRICT;
CREATE INDEX delivery_by_attempt ON delivery(state, next_attempt);
CREATE INDEX delivery_by_sequence ON delivery(sequence, target);
)";

absl::StatusOr<int64_t> VersionOf(SqliteDatabase& database) {
  int64_t version = 0;
  RETURN_IF_ERROR(
      database.Query("PRAGMA user_version", {}, [&](const SqliteRow& row) {
        version = row.Number(0);
        return absl::OkStatus();
      }));
  return version;
}

absl::Status MakeTables(const std::string& path, SqliteDatabase& database) {
  ASSIGN_OR_RETURN(const int64_t version, VersionOf(database));
  if (version == kVersion) return absl::OkStatus();
  if (version > kVersion)
    return absl::FailedPreconditionError(
        absl::StrCat(path, ": got tables of version ", version, ", want ",
                     kVersion, ", the newest that this release knows"));
  RETURN_IF_ERROR(database.Execute(kTables));
  return database.Execute(absl::StrCat("PRAGMA user_version = ", kVersion));
}

}  // namespace

absl::StatusOr<std::unique_ptr<ArchiveDatabase>> ArchiveDatabase::Open(
    const std::string& path) {
  ASSIGN_OR_RETURN(std::unique_ptr<SqliteDatabase> database,
                   SqliteDatabase::Open(path, kArchiveWait));
  // Two workers may start at once: one makes the tables, the other finds them.
  RETURN_IF_ERROR(
      database->Transact([&] { return MakeTables(path, *database); }));
  return std::unique_ptr<ArchiveDatabase>(
      new ArchiveDatabase(std::move(database)));
}

}  // namespace compendium::reporting
