// SPDX-License-Identifier: Apache-2.0
// What only this engine can suffer: broken disks and damaged files. All else is
// in tests/conformance.
#include "services/registry/store/rocksdb_store.h"

#include <gmock/gmock.h>
#include <rocksdb/db.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <vector>

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

  // The write-ahead logs that are not empty, oldest first.
  std::vector<std::string> WriteAheadLogs() {
    std::vector<std::string> logs;
    for (const auto& file : std::filesystem::directory_iterator(path_))
      if (file.path().extension() == ".log" && file.file_size() > 0)
        logs.push_back(file.path());
    std::sort(logs.begin(), logs.end());
    return logs;
  }
  std::string WriteAheadLog() { return WriteAheadLogs().back(); }

  // Makes a closed store of 100 revisions whose families were written out, one
  // by one, so that it has several write-ahead logs.
  void MakeStoreOfManyFiles() {
    RocksDbOptions options = Options();
    options.write_buffer_bytes = size_t{64} << 10;
    const auto store = RocksDbStore::Open(options);
    ASSERT_TRUE(store.ok()) << store.status();
    for (int i = 0; i < 100; ++i)
      ASSERT_TRUE((*store)
                      ->Commit({Create(absl::StrCat("n", i),
                                       std::string(5000, 'x'))})[0]
                      .ok());
    ASSERT_GT(WriteAheadLogs().size(), 2u);
  }

  // Makes a closed store with a record for each of `sizes`; where its
  // write-ahead log ended before each and after the last.
  std::vector<size_t> MakeStoreOf(const std::vector<size_t>& sizes) {
    const auto store = Open();
    EXPECT_TRUE(store.ok()) << store.status();
    std::vector<size_t> ends;
    for (const size_t size : sizes) {
      ends.push_back(std::filesystem::file_size(WriteAheadLog()));
      EXPECT_TRUE((*store)
                      ->Commit({Create(absl::StrCat("n", ends.size()),
                                       std::string(size, 'x'))})[0]
                      .ok());
    }
    ends.push_back(std::filesystem::file_size(WriteAheadLog()));
    return ends;
  }

  // Writes over the closed store's write-ahead log.
  void Overwrite(size_t at, const std::string& bytes) {
    std::fstream file(WriteAheadLog(),
                      std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(at));
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }

  // Opens the store, which must hold `revision` revisions and take another.
  void ExpectOpensAt(int64_t revision) {
    const auto store = Open();
    ASSERT_TRUE(store.ok()) << store.status();
    EXPECT_EQ((*store)->LastRevision(), revision);
    const auto answers =
        (*store)->Commit({Create(absl::StrCat("after", revision))});
    ASSERT_TRUE(answers[0].ok()) << answers[0].status();
    EXPECT_EQ(answers[0]->revision, revision + 1);
  }

  // Opens the store of MakeStore, which lost the version of "a".
  void ExpectDamageOfTheFirstVersion() {
    const auto store = Open();
    ASSERT_TRUE(store.ok()) << store.status();
    ListQuery query;
    query.at_revision = 3;
    for (const absl::Status& status :
         {(*store)->Get("a", 3).status(), (*store)->List(query).status(),
          (*store)->ListVersions("a", 4, kNoLimit).status(),
          (*store)->ReadChanges(0, kNoLimit).status()})
      ExpectFailure(status, absl::StatusCode::kDataLoss, "STORE_DAMAGED");
    EXPECT_TRUE((*store)->ReadChanges(1, kNoLimit).ok());
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
    return files.db().Put({}, files.heads(), EncodeHeadKey("a", 1), "short");
  });
  auto store = Open();

  const auto answers = (*store)->Commit({Create("x"), Create("a")});

  for (const auto& answer : answers)
    ExpectFailure(answer.status(), absl::StatusCode::kDataLoss, "STORE_FAILED");
  EXPECT_EQ((*store)->LastRevision(), 3);
  EXPECT_EQ((*store)->Get("b", 3)->value, "v");
}

TEST_F(RocksDbStoreTest, DamagedVersionIsDataLossForItsReaders) {
  const auto damages = {
      +[](const RocksDbFiles& files) {
        return files.db().Put({}, files.values(), EncodeValueKey(1, "a"),
                              "longer");
      },
      +[](const RocksDbFiles& files) {
        return files.db().Delete({}, files.values(), EncodeValueKey(1, "a"));
      },
      +[](const RocksDbFiles& files) {
        return files.db().Put({}, files.heads(), EncodeHeadKey("a", 1),
                              "short");
      }};
  for (const auto& damage : damages) {
    std::filesystem::remove_all(path_);
    MakeStore();
    Alter(damage);
    ExpectDamageOfTheFirstVersion();
  }
}

TEST_F(RocksDbStoreTest, UnreadableMetaIsDataLossOfTheNamedStore) {
  for (const char* key : {kFormatKey, kStoreIdKey, kLastRevisionKey}) {
    const TemporaryFolder folder;
    RocksDbOptions options = Options();
    options.path = folder.path() + "/store";
    {
      const auto files = RocksDbFiles::Open(options);
      ASSERT_TRUE(files.ok()) << files.status();
      ASSERT_TRUE((*files)->db().Put({}, (*files)->meta(), key, "x").ok());
    }

    const absl::Status status = RocksDbStore::Open(options).status();

    ExpectFailure(status, absl::StatusCode::kDataLoss, "STORE_DAMAGED");
    EXPECT_THAT(std::string(status.message()),
                testing::HasSubstr(options.path));
  }
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
    return files.db().Put({}, files.values(), EncodeValueKey(3, "c"), "w");
  });

  ExpectFailure(Open().status(), absl::StatusCode::kDataLoss, "STORE_DAMAGED");
}

// The last record was answered, here; after a power cut it may just as well
// have been none that was, which nobody can tell.
TEST_F(RocksDbStoreTest, CutEndIsDropped) {
  MakeStore();
  const std::string log = WriteAheadLog();
  std::filesystem::resize_file(log, std::filesystem::file_size(log) - 5);

  ExpectOpensAt(2);
  ExpectOpensAt(3);  // what the opening left behind is whole
}

TEST_F(RocksDbStoreTest, LastRecordWithAZeroPageIsDropped) {
  const auto begins = MakeStoreOf({10, 10, 20000});
  Overwrite(begins[2] + 8192, std::string(4096, '\0'));

  ExpectOpensAt(2);
}

TEST_F(RocksDbStoreTest, LastRecordWithoutItsBeginningIsDropped) {
  const auto begins = MakeStoreOf({10, 10, 100000});
  Overwrite(begins[2], std::string(4096, '\0'));

  ExpectOpensAt(2);
}

TEST_F(RocksDbStoreTest, LastRecordWithoutItsSecondBeginningIsDropped) {
  MakeStoreOf({10, 10, 100000});
  Overwrite(32768, std::string(4096, '\0'));

  ExpectOpensAt(2);
}

TEST_F(RocksDbStoreTest, CutEndIsDroppedWhereFamiliesWereWrittenOut) {
  MakeStoreOfManyFiles();
  const std::string log = WriteAheadLog();
  std::filesystem::resize_file(log, std::filesystem::file_size(log) - 5);

  ExpectOpensAt(99);
}

TEST_F(RocksDbStoreTest, CutEndOfAnOlderLogIsDataLoss) {
  MakeStoreOfManyFiles();
  const std::string log = WriteAheadLogs()[1];
  std::filesystem::resize_file(log, std::filesystem::file_size(log) - 5);

  ExpectFailure(Open().status(), absl::StatusCode::kDataLoss, "STORE_DAMAGED");
}

TEST_F(RocksDbStoreTest, ZeroEndOfAnOlderLogIsDataLoss) {
  MakeStoreOfManyFiles();
  const std::string log = WriteAheadLogs()[1];
  const auto size = std::filesystem::file_size(log);
  std::filesystem::resize_file(log, size - 5000);
  std::filesystem::resize_file(log, size);

  ExpectFailure(Open().status(), absl::StatusCode::kDataLoss, "STORE_DAMAGED");
}

TEST_F(RocksDbStoreTest, ZerosAfterTheEndAreNoDamage) {
  MakeStore();
  const std::string log = WriteAheadLog();
  std::filesystem::resize_file(log, std::filesystem::file_size(log) + 50000);

  ExpectOpensAt(3);
}

TEST_F(RocksDbStoreTest, ZeroPageBeforeTheLastRecordIsDataLoss) {
  const auto begins = MakeStoreOf({10, 20000, 10});
  Overwrite(begins[1] + 8192, std::string(4096, '\0'));

  ExpectFailure(Open().status(), absl::StatusCode::kDataLoss, "STORE_DAMAGED");
}

TEST_F(RocksDbStoreTest, ZeroHeaderBeforeTheLastRecordIsDataLoss) {
  const auto begins = MakeStoreOf({10, 10, 10});
  Overwrite(begins[1], std::string(7, '\0'));

  ExpectFailure(Open().status(), absl::StatusCode::kDataLoss, "STORE_DAMAGED");
}

TEST_F(RocksDbStoreTest, RaisedSizeBeforeTheLastRecordIsDataLoss) {
  const auto begins = MakeStoreOf({10, 10, 10});
  Overwrite(begins[1] + 5, "\x7f");  // the high byte of the size

  ExpectFailure(Open().status(), absl::StatusCode::kDataLoss, "STORE_DAMAGED");
}

TEST_F(RocksDbStoreTest, WhatWasAnsweredOutlivesAPowerCut) {
  auto store = Open();
  ASSERT_TRUE(store.ok()) << store.status();
  for (const char* name : {"a", "b", "c"})
    ASSERT_TRUE((*store)->Commit({Create(name)})[0].ok());
  env_.fail_appends = true;  // closing must not make up for a missing sync
  env_.fail_syncs = true;
  store->reset();
  env_.fail_appends = false;
  env_.fail_syncs = false;

  env_.LoseWhatIsNotSynced();

  ExpectOpensAt(3);
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
