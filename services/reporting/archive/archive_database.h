// SPDX-License-Identifier: Apache-2.0
// The tables of the archive. Messages lie in `content`; the other columns are
// what rows are found by. Times are microseconds since 1970.
//
//   report    what was made; never changed
//   event     what happened to reports, in order; never changed
//   schedule  every version of every schedule; never changed
//   planned   up to when the due times of a schedule are in `run`
//   run       each due time of each schedule
//   delivery  each report to each target
#pragma once

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/mutex.h"
#include "lib/base/status_macros.h"
#include "lib/sqlite/sqlite_database.h"

namespace compendium::reporting {

// The database of an archive, which several workers of one machine may have
// open. Any thread.
class ArchiveDatabase {
 public:
  // Opens the database in that file, or makes it. FAILED_PRECONDITION when a
  // newer release made it.
  static absl::StatusOr<std::unique_ptr<ArchiveDatabase>> Open(
      const std::string& path);

  // Commits what `write` does, or nothing of it when it returns an error, and
  // returns what it returns: an absl::Status or an absl::StatusOr. Writes wait
  // for each other, also between workers.
  template <class F>
  std::invoke_result_t<F, SqliteDatabase&> Write(F write) {
    base::MutexLock lock(mu_);
    std::invoke_result_t<F, SqliteDatabase&> result = absl::UnknownError("");
    SqliteDatabase& database = *database_;
    RETURN_IF_ERROR(database.Transact([&] {
      result = write(database);
      return StatusOf(result);
    }));
    return result;
  }

  // Returns what `read` returns.
  template <class F>
  std::invoke_result_t<F, SqliteDatabase&> Read(F read) {
    base::MutexLock lock(mu_);
    return read(*database_);
  }

 private:
  explicit ArchiveDatabase(std::unique_ptr<SqliteDatabase> database)
      : database_(std::move(database)) {}

  static absl::Status StatusOf(const absl::Status& status) { return status; }
  template <class T>
  static absl::Status StatusOf(const absl::StatusOr<T>& result) {
    return result.status();
  }

  base::Mutex mu_;
  const std::unique_ptr<SqliteDatabase> database_ ABSL_PT_GUARDED_BY(mu_);
};

}  // namespace compendium::reporting
