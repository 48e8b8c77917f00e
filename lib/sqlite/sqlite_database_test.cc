// SPDX-License-Identifier: Apache-2.0
#include "lib/sqlite/sqlite_database.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

class SqliteDatabaseTest : public testing::Test {
 protected:
  SqliteDatabaseTest() {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    database_ = Open();
    CHECK(database_
              ->Execute("CREATE TABLE fact(name TEXT PRIMARY KEY, number "
                        "INTEGER, content BLOB) STRICT")
              .ok());
  }

  std::unique_ptr<SqliteDatabase> Open() {
    auto opened = SqliteDatabase::Open(path_, absl::Milliseconds(20));
    CHECK(opened.ok());
    return *std::move(opened);
  }

  absl::Status Add(absl::string_view name, int64_t number) {
    return database_
        ->Change("INSERT INTO fact VALUES(?, ?, ?)",
                 {name, number, SqliteBytes{absl::string_view("\0x", 2)}})
        .status();
  }

  std::vector<std::string> Names(SqliteDatabase& database) {
    std::vector<std::string> names;
    CHECK(database
              .Query("SELECT name FROM fact ORDER BY name", {},
                     [&](const SqliteRow& row) {
                       names.emplace_back(row.Bytes(0));
                       return absl::OkStatus();
                     })
              .ok());
    return names;
  }

  const std::string folder_ = testing::TempDir() + "/sqlite_database_test";
  const std::string path_ = folder_ + "/facts.db";
  std::unique_ptr<SqliteDatabase> database_;
};

TEST_F(SqliteDatabaseTest, ReturnsWhatWasPut) {
  ASSERT_TRUE(Add("one", 1).ok());
  ASSERT_TRUE(database_
                  ->Change("INSERT INTO fact VALUES(?, ?, ?)",
                           {"nothing", SqliteValue(), SqliteValue()})
                  .ok());
  std::vector<std::string> seen;
  ASSERT_TRUE(database_
                  ->Query("SELECT number, content FROM fact ORDER BY number",
                          {},
                          [&](const SqliteRow& row) {
                            seen.push_back(std::to_string(row.Number(0)) +
                                           std::string(row.Bytes(1)));
                            return absl::OkStatus();
                          })
                  .ok());
  EXPECT_EQ(seen, (std::vector<std::string>{"0", std::string("1\0x", 3)}));
}

TEST_F(SqliteDatabaseTest, KeepsValuesApartFromStatements) {
  const std::string name = "x'); DROP TABLE fact; --";
  ASSERT_TRUE(Add(name, 1).ok());
  EXPECT_EQ(Names(*database_), std::vector<std::string>{name});
}

TEST_F(SqliteDatabaseTest, CountsWhatChanged) {
  ASSERT_TRUE(Add("a", 1).ok());
  ASSERT_TRUE(Add("b", 1).ok());
  EXPECT_EQ(*database_->Change("UPDATE fact SET number = 2", {}), 2);
  EXPECT_EQ(*database_->Change("DELETE FROM fact WHERE name = ?", {"c"}), 0);
}

TEST_F(SqliteDatabaseTest, RefusesAKeyThatIsTaken) {
  ASSERT_TRUE(Add("one", 1).ok());
  EXPECT_TRUE(absl::IsAlreadyExists(Add("one", 2)));
}

TEST_F(SqliteDatabaseTest, CommitsWholeOrNotAtAll) {
  const absl::Status failed = database_->Transact([&] {
    RETURN_IF_ERROR(Add("one", 1));
    return absl::AbortedError("no");
  });
  EXPECT_TRUE(absl::IsAborted(failed));
  EXPECT_TRUE(Names(*database_).empty());
  ASSERT_TRUE(database_->Transact([&] { return Add("two", 2); }).ok());
  EXPECT_EQ(Names(*Open()), std::vector<std::string>{"two"});
}

TEST_F(SqliteDatabaseTest, EndsAQueryWithTheErrorOfItsVisit) {
  ASSERT_TRUE(Add("one", 1).ok());
  EXPECT_TRUE(absl::IsCancelled(database_->Query(
      "SELECT name FROM fact", {},
      [](const SqliteRow&) { return absl::CancelledError("enough"); })));
}

TEST_F(SqliteDatabaseTest, WaitsForAnotherWriterAndThenSaysSo) {
  const auto other = Open();
  const absl::Status outer = other->Transact([&] {
    EXPECT_TRUE(absl::IsUnavailable(Add("one", 1)));
    EXPECT_TRUE(Names(*database_).empty());  // readers do not wait
    return absl::OkStatus();
  });
  EXPECT_TRUE(outer.ok());
}

TEST_F(SqliteDatabaseTest, SaysThatAFileIsNoDatabase) {
  const std::string path = folder_ + "/text.db";
  std::ofstream(path) << std::string(4096, 'x');
  EXPECT_TRUE(absl::IsDataLoss(
      SqliteDatabase::Open(path, absl::Milliseconds(20)).status()));
}

TEST_F(SqliteDatabaseTest, SaysWhichFileCannotBeOpened) {
  const auto opened =
      SqliteDatabase::Open(folder_ + "/no/facts.db", absl::Milliseconds(20));
  ASSERT_FALSE(opened.ok());
  EXPECT_NE(opened.status().message().find("/no/facts.db"),
            absl::string_view::npos);
}

TEST_F(SqliteDatabaseTest, SaysWhatIsWrongWithAStatement) {
  const auto changed = database_->Change("INSERT INTO nothing VALUES(1)", {});
  EXPECT_EQ(changed.status().code(), absl::StatusCode::kInternal);
}

}  // namespace
}  // namespace compendium
