// SPDX-License-Identifier: Apache-2.0
#include "lib/sqlite/sqlite_database.h"

#include <sqlite3.h>

#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

absl::StatusCode CodeOf(int result) {
  switch (result & 0xff) {  // the primary code of an extended one
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return absl::StatusCode::kUnavailable;
    case SQLITE_CONSTRAINT:
      return absl::StatusCode::kAlreadyExists;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return absl::StatusCode::kDataLoss;
    case SQLITE_FULL:
      return absl::StatusCode::kResourceExhausted;
    default:
      return absl::StatusCode::kInternal;
  }
}

// Finalizes a statement at the end of its scope.
class Statement {
 public:
  Statement(sqlite3* handle, absl::string_view text) {
    result_ =
        sqlite3_prepare_v2(handle, text.data(), static_cast<int>(text.size()),
                           &statement_, nullptr);
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void Bind(int position, const SqliteValue& value) {
    if (result_ != SQLITE_OK) return;
    if (const auto* number = std::get_if<int64_t>(&value)) {
      result_ = sqlite3_bind_int64(statement_, position, *number);
    } else if (const auto* text = std::get_if<absl::string_view>(&value)) {
      // SQLite takes a null pointer for NULL; an empty text may have one.
      result_ = sqlite3_bind_text64(statement_, position,
                                    text->empty() ? "" : text->data(),
                                    text->size(), SQLITE_STATIC, SQLITE_UTF8);
    } else if (const auto* bytes = std::get_if<SqliteBytes>(&value)) {
      result_ = sqlite3_bind_blob64(
          statement_, position, bytes->bytes.empty() ? "" : bytes->bytes.data(),
          bytes->bytes.size(), SQLITE_STATIC);
    } else {
      result_ = sqlite3_bind_null(statement_, position);
    }
  }

  // Whether there is a row.
  bool Step() {
    if (result_ != SQLITE_OK && result_ != SQLITE_ROW) return false;
    result_ = sqlite3_step(statement_);
    return result_ == SQLITE_ROW;
  }

  bool ok() const {
    return result_ == SQLITE_OK || result_ == SQLITE_ROW ||
           result_ == SQLITE_DONE;
  }
  sqlite3_stmt* get() { return statement_; }

 private:
  sqlite3_stmt* statement_ = nullptr;
  int result_;
};

}  // namespace

int64_t SqliteRow::Number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

absl::string_view SqliteRow::Bytes(int column) const {
  const auto* bytes =
      static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return {bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

absl::StatusOr<std::unique_ptr<SqliteDatabase>> SqliteDatabase::Open(
    const std::string& path, absl::Duration wait) {
  sqlite3* handle = nullptr;
  const int result =
      sqlite3_open_v2(path.c_str(), &handle,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
                          SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                      nullptr);
  std::unique_ptr<SqliteDatabase> database(new SqliteDatabase(handle));
  if (result != SQLITE_OK)
    return absl::Status(CodeOf(result),
                        absl::StrCat(path, ": ", sqlite3_errstr(result)));
  sqlite3_busy_timeout(handle,
                       static_cast<int>(absl::ToInt64Milliseconds(wait)));
  RETURN_IF_ERROR(
      database->Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                        "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF"));
  return database;
}

SqliteDatabase::~SqliteDatabase() { sqlite3_close_v2(handle_); }

absl::Status SqliteDatabase::Error() const {
  return {CodeOf(sqlite3_extended_errcode(handle_)),
          absl::StrCat(sqlite3_db_filename(handle_, "main"), ": ",
                       sqlite3_errmsg(handle_))};
}

absl::Status SqliteDatabase::Execute(const std::string& statements) {
  if (sqlite3_exec(handle_, statements.c_str(), nullptr, nullptr, nullptr) !=
      SQLITE_OK)
    return Error();
  return absl::OkStatus();
}

absl::StatusOr<int64_t> SqliteDatabase::Change(
    absl::string_view statement, absl::Span<const SqliteValue> values) {
  RETURN_IF_ERROR(Query(statement, values,
                        [](const SqliteRow&) { return absl::OkStatus(); }));
  return sqlite3_changes64(handle_);
}

absl::Status SqliteDatabase::Query(absl::string_view statement,
                                   absl::Span<const SqliteValue> values,
                                   Visit visit) {
  Statement prepared(handle_, statement);
  for (size_t i = 0; i < values.size(); ++i)
    prepared.Bind(static_cast<int>(i) + 1, values[i]);
  while (prepared.Step()) RETURN_IF_ERROR(visit(SqliteRow(prepared.get())));
  return prepared.ok() ? absl::OkStatus() : Error();
}

absl::Status SqliteDatabase::Transact(absl::FunctionRef<absl::Status()> write) {
  RETURN_IF_ERROR(Execute("BEGIN IMMEDIATE"));
  absl::Status status = write();
  if (status.ok()) status = Execute("COMMIT");
  // Some errors roll back by themselves.
  if (!status.ok() && sqlite3_get_autocommit(handle_) == 0)
    RETURN_IF_ERROR(Execute("ROLLBACK"));
  return status;
}

}  // namespace compendium
