// SPDX-License-Identifier: Apache-2.0
// What only this engine can suffer: broken disks and damaged files. All else is
// in tests/conformance.
#include "services/registry/store/rocksdb_store.h"

#include <gmock/gmock.h>
#include <rocksdb/db.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "services/registry/store/faulty_env.h"
#include "services/registry/store/rocksdb_files.h"
#include "services/registry/store/schema.h"
#include "services/registry/store/temporary_folder.h"

namespace compendium::registry {
namespace {

constexpr ReadLimit kNoLimit{.count_max = 1000, .bytes_max = size_t{1} << 30};

Transaction Create(const std::string& name, const std::string& value = "v") {
  Transaction transaction;
  transaction.mutations.push_back({name, ChangeKind::kCreated, value});
  return transaction;
}

void ExpectFailure(const absl::Status& status, absl::StatusCode code,
                   absl::string_view reason) {
  EXPECT_EQ(status.code(), code) << status;
  EXPECT_EQ(ReasonOf(status), reason) << status;
}

// A folder for a store, with a file system that can break.
class RocksDbStoreTest : public testing::Test {
 protected:
  RocksDbOptions Options() {
    return {.path = path_, .clock = &clock_, .env = &env_};
  }
  absl::StatusOr<std::unique_ptr<RocksDbStore>> Open() {
    return RocksDbStore::Open(Options());
  }

  // Makes a store with three revisions, closed.
  void MakeStore() {
    const auto store = Open();
    ASSERT_TRUE(store.ok()) << store.status();
    for (const char* name : {"a", "b", "c"})
      ASSERT_TRUE((*store)->Commit({Create(name)})[0].ok());
  }

  // Changes the closed store behind its back.
  void Alter(const std::function<rocksdb::Status(const RocksDbFiles&)>& alter) {
    const auto files = RocksDbFiles::Open(Options());
    ASSERT_TRUE(files.ok()) << files.status();
    const rocksdb::Status status = alter(**files);
    ASSERT_TRUE(status.ok()) << status.ToString();
  }

  // The write-ahead log: the only one that is not empty.
  std::string WriteAheadLog() {
    for (const auto& file : std::filesystem::directory_iterator(path_))
      if (file.path().extension() == ".log" && file.file_size() > 0)
        return file.path();
    return "";
  }

  const base::FakeClock clock_{absl::FromUnixSeconds(1456704000)};
  FaultyEnv env_;
  const TemporaryFolder folder_;
  const std::string path_ = folder_.path() + "/store";
};

TEST_F(RocksDbStoreTest, FailedSyncMakesTheStoreReadOnly) {
  auto store = Open();
  ASSERT_TRUE((*store)->Commit({Create("a")})[0].ok());

  env_.fail_syncs = true;
  const auto failed = (*store)->Commit({Create("b"), Create("a")});
  env_.fail_syncs = false;
  const auto later = (*store)->Commit({Create("c")});

  for (const auto& answer : {failed[0], failed[1], later[0]})
    ExpectFailure(answer.status(), absl::StatusCode::kDataLoss, "STORE_FAILED");
  EXPECT_TRUE((*store)->failed());
  EXPECT_EQ((*store)->LastRevision(), 1);
  EXPECT_EQ((*store)->Get("a", 1)->value, "v");
  EXPECT_EQ((*store)->ReadChanges(0, kNoLimit)->size(), 1u);
}

TEST_F(RocksDbStoreTest, FailedAppendMakesTheStoreReadOnly) {
  auto store = Open();
  ASSERT_TRUE((*store)->Commit({Create("a")})[0].ok());

  env_.fail_appends = true;
  const auto failed = (*store)->Commit({Create("b")});
  env_.fail_appends = false;
  const auto later = (*store)->Commit({Create("c")});

  ExpectFailure(failed[0].status(), absl::StatusCode::kDataLoss,
                "STORE_FAILED");
  ExpectFailure(later[0].status(), absl::StatusCode::kDataLoss, "STORE_FAILED");
  EXPECT_EQ((*store)->LastRevision(), 1);
}

TEST_F(RocksDbStoreTest, FailedStoreOpensAgainWithAllThatWasAcknowledged) {
  auto store = Open();
  ASSERT_TRUE((*store)->Commit({Create("a")})[0].ok());
  env_.fail_syncs = true;
  (*store)->Commit({Create("b")});
  env_.fail_syncs = false;
  store->reset();

  store = Open();

  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_FALSE((*store)->failed());
  EXPECT_GE((*store)->LastRevision(), 1);  // b may have got there, or not
  EXPECT_EQ((*store)->Get("a", 1)->value, "v");
  EXPECT_TRUE((*store)->Commit({Create("c")})[0].ok());
}

TEST_F(RocksDbStoreTest, RefusalsAloneWriteNothing) {
  auto store = Open();
  ASSERT_TRUE((*store)->Commit({Create("a")})[0].ok());

  env_.fail_syncs = true;
  const auto refused = (*store)->Commit({Create("a")});

  ExpectFailure(refused[0].status(), absl::StatusCode::kAlreadyExists,
                "RECORD_EXISTS");
  EXPECT_FALSE((*store)->failed());
}

TEST_F(RocksDbStoreTest, DamagedHeadFoundByACommitMakesTheStoreReadOnly) {
  MakeStore();
  Alter([](const RocksDbFiles& files) {
    return files.db().Put({}, files.heads(), "a", "short");
  });
  auto store = Open();

  const auto answers = (*store)->Commit({Create("x"), Create("a")});

  for (const auto& answer : answers)
    ExpectFailure(answer.status(), absl::StatusCode::kDataLoss, "STORE_FAILED");
  EXPECT_EQ((*store)->LastRevision(), 3);
  EXPECT_EQ((*store)->Get("b", 3)->value, "v");
}

TEST_F(RocksDbStoreTest, DamagedVersionIsDataLossForItsReaders) {
  MakeStore();
  Alter([](const RocksDbFiles& files) {
    return files.db().Put({}, files.versions(), EncodeVersionKey("a", 1),
                          "short");
  });
  auto store = Open();

  EXPECT_TRUE(absl::IsDataLoss((*store)->Get("a", 3).status()));
  EXPECT_TRUE(absl::IsDataLoss((*store)->ReadChanges(0, kNoLimit).status()));
  EXPECT_TRUE((*store)->ReadChanges(1, kNoLimit).ok());
}

TEST_F(RocksDbStoreTest, UnknownFormatIsRefused) {
  MakeStore();
  Alter([](const RocksDbFiles& files) {
    return files.db().Put({}, files.meta(), kFormatKey,
                          EncodeFormatVersion(kFormatVersion + 1));
  });

  ExpectFailure(Open().status(), absl::StatusCode::kFailedPrecondition,
                "STORE_FORMAT_UNKNOWN");
}

TEST_F(RocksDbStoreTest, UnknownFamilyIsRefused) {
  MakeStore();
  Alter([](const RocksDbFiles& files) {
    rocksdb::ColumnFamilyHandle* family = nullptr;
    rocksdb::Status made = files.db().CreateColumnFamily({}, "more", &family);
    if (made.ok()) files.db().DestroyColumnFamilyHandle(family);
    return made;
  });

  ExpectFailure(Open().status(), absl::StatusCode::kFailedPrecondition,
                "STORE_FORMAT_UNKNOWN");
}

TEST_F(RocksDbStoreTest, RecordsWithoutAFormatAreDataLoss) {
  MakeStore();
  Alter([](const RocksDbFiles& files) {
    return files.db().Delete({}, files.meta(), kFormatKey);
  });

  ExpectFailure(Open().status(), absl::StatusCode::kDataLoss, "STORE_DAMAGED");
}

TEST_F(RocksDbStoreTest, LostLastLogEntryIsDataLoss) {
  MakeStore();
  Alter([](const RocksDbFiles& files) {
    return files.db().Delete({}, files.log(), EncodeRevision(3));
  });

  ExpectFailure(Open().status(), absl::StatusCode::kDataLoss, "STORE_DAMAGED");
}

TEST_F(RocksDbStoreTest, AlteredLastLogEntryIsDataLoss) {
  MakeStore();
  Alter([](const RocksDbFiles& files) {
    std::string value;
    rocksdb::Status status =
        files.db().Get({}, files.log(), EncodeRevision(3), &value);
    value[0] = static_cast<char>(value[0] ^ 1);  // of the hash
    return status.ok()
               ? files.db().Put({}, files.log(), EncodeRevision(3), value)
               : status;
  });

  ExpectFailure(Open().status(), absl::StatusCode::kDataLoss, "STORE_DAMAGED");
}

TEST_F(RocksDbStoreTest, AlteredLastVersionIsDataLoss) {
  MakeStore();
  Alter([](const RocksDbFiles& files) {
    std::string value;
    const std::string key = EncodeVersionKey("c", 3);
    rocksdb::Status status = files.db().Get({}, files.versions(), key, &value);
    value.back() = 'w';
    return status.ok() ? files.db().Put({}, files.versions(), key, value)
                       : status;
  });

  ExpectFailure(Open().status(), absl::StatusCode::kDataLoss, "STORE_DAMAGED");
}

TEST_F(RocksDbStoreTest, HalfWrittenEndIsDropped) {
  MakeStore();
  const std::string log = WriteAheadLog();
  std::filesystem::resize_file(log, std::filesystem::file_size(log) - 5);

  const auto store = Open();

  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_EQ((*store)->LastRevision(), 2);
  EXPECT_EQ((*store)->Commit({Create("c")})[0]->revision, 3);
}

TEST_F(RocksDbStoreTest, DamageBeforeTheEndIsDataLoss) {
  MakeStore();
  const std::string log = WriteAheadLog();
  std::fstream file(log, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(log) / 2));
  file.put('\xa5');
  file.close();

  ExpectFailure(Open().status(), absl::StatusCode::kDataLoss, "STORE_DAMAGED");
}

TEST_F(RocksDbStoreTest, LostCurrentFileIsNotTakenForANewStore) {
  MakeStore();
  std::filesystem::remove(path_ + "/CURRENT");

  ExpectFailure(Open().status(), absl::StatusCode::kDataLoss, "STORE_DAMAGED");
}

TEST_F(RocksDbStoreTest, OpenStoreCannotBeOpenedAgain) {
  const auto store = Open();

  ExpectFailure(Open().status(), absl::StatusCode::kFailedPrecondition,
                "STORE_CANNOT_BE_OPENED");
}

TEST_F(RocksDbStoreTest, NewStoreTakesTheGivenId) {
  RocksDbOptions options = Options();
  options.new_store_id = "0123456789abcdef0123456789abcdef";

  const auto store = RocksDbStore::Open(options);

  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_EQ((*store)->store_id(), options.new_store_id);
}

TEST_F(RocksDbStoreTest, HistoryIsReadFromFilesAsFromMemory) {
  RocksDbOptions options = Options();
  options.write_buffer_bytes = size_t{64} << 10;  // many small files
  const auto store = RocksDbStore::Open(options);
  ASSERT_TRUE(store.ok()) << store.status();
  for (int i = 0; i < 200; ++i)
    ASSERT_TRUE(
        (*store)
            ->Commit({Create(absl::StrCat("n", i), std::string(5000, 'x'))})[0]
            .ok());

  EXPECT_EQ((*store)->ReadChanges(0, kNoLimit)->size(), 200u);
  for (int i = 0; i < 200; ++i)
    EXPECT_EQ((*store)->Get(absl::StrCat("n", i), 200)->head.revision, i + 1);
}

}  // namespace
}  // namespace compendium::registry
