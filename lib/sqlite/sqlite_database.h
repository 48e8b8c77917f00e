// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"

struct sqlite3;
struct sqlite3_stmt;

namespace compendium {

// A value of a statement: NULL, a number, a text or bytes. Borrowed during the
// call.
struct SqliteBytes {
  absl::string_view bytes;
};
using SqliteValue =
    std::variant<std::monostate, int64_t, absl::string_view, SqliteBytes>;

// One row of an answer; valid during the visit. Columns count from 0.
class SqliteRow {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

  // 0 and empty for NULL.
  int64_t Number(int column) const;
  absl::string_view Bytes(int column) const;

 private:
  sqlite3_stmt* statement_;
};

// One connection to an SQLite 3 database, journalled ahead (WAL) and synced at
// each commit: what was committed survives a crash of process or machine.
// Several processes of one machine may have the same file open; a writer waits
// for the others. Not for a folder of a network. For one thread at a time.
//
// Errors: UNAVAILABLE when another process kept the database for longer than
// the wait, ALREADY_EXISTS when a key is taken, DATA_LOSS for a damaged file,
// RESOURCE_EXHAUSTED when the disk is full, INTERNAL else.
class SqliteDatabase {
 public:
  // Opens the file, or makes it. `wait` is how long a statement waits for other
  // processes.
  static absl::StatusOr<std::unique_ptr<SqliteDatabase>> Open(
      const std::string& path, absl::Duration wait);

  ~SqliteDatabase();
  SqliteDatabase(const SqliteDatabase&) = delete;
  SqliteDatabase& operator=(const SqliteDatabase&) = delete;

  // Runs statements that take no values and return no rows.
  absl::Status Execute(const std::string& statements);

  // Runs one statement with a value for each "?" in it, and returns how many
  // rows it changed.
  absl::StatusOr<int64_t> Change(absl::string_view statement,
                                 absl::Span<const SqliteValue> values);

  // Visits the rows of an answer; ends with the first error of `visit`.
  using Visit = absl::FunctionRef<absl::Status(const SqliteRow&)>;
  absl::Status Query(absl::string_view statement,
                     absl::Span<const SqliteValue> values, Visit visit);

  // Commits what `write` does to the database, or nothing of it when it returns
  // an error. Nobody else writes meanwhile, and what it reads does not change.
  // Not within another.
  absl::Status Transact(absl::FunctionRef<absl::Status()> write);

 private:
  explicit SqliteDatabase(sqlite3* handle) : handle_(handle) {}
  absl::Status Error() const;

  sqlite3* const handle_;
};

}  // namespace compendium
