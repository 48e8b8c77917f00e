// SPDX-License-Identifier: Apache-2.0
// With logs that RocksDB wrote; rocksdb_store_test opens stores with damage.
#include "services/registry/store/write_ahead_log.h"

#include <gtest/gtest.h>
#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <vector>

#include "lib/base/status_macros.h"
#include "services/registry/store/temporary_folder.h"

namespace compendium::registry {
namespace {

// A record without changes, as RocksDB writes it when it dropped an end.
constexpr size_t kNoChange = SIZE_MAX;

// The only log of a new database into which one record for each of the sizes
// was written, each a little larger than its size.
std::string LogOf(const std::vector<size_t>& sizes) {
  const TemporaryFolder folder;
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* opened = nullptr;
  CHECK(rocksdb::DB::Open(options, folder.path() + "/db", &opened).ok());
  std::unique_ptr<rocksdb::DB> db(opened);
  char letter = 'a';
  for (const size_t size : sizes) {
    rocksdb::WriteBatch batch;
    if (size != kNoChange) batch.Put("key", std::string(size, letter++));
    CHECK(db->Write(rocksdb::WriteOptions(), &batch).ok());
  }
  db.reset();
  for (const auto& file :
       std::filesystem::directory_iterator(folder.path() + "/db")) {
    if (file.path().extension() != ".log") continue;
    std::ifstream stream(file.path(), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
  }
  return "";
}

// What a check of the files, oldest first, says: "lost", "dropped FILE BYTE"
// with the file's number from 0, or "whole".
std::string Judge(const std::vector<std::string>& files) {
  WriteAheadLogCheck check;
  for (size_t i = 0; i < files.size(); ++i) {
    check.StartFile(std::to_string(i));
    const absl::string_view bytes = files[i];
    for (size_t at = 0; at < bytes.size();
         at += WriteAheadLogCheck::kBlockBytes) {
      const absl::Status status =
          check.AddBlock(bytes.substr(at, WriteAheadLogCheck::kBlockBytes));
      if (absl::IsDataLoss(status)) return "lost";
      EXPECT_TRUE(status.ok()) << status;
    }
  }
  const auto dropped = check.Finish();
  if (!dropped.has_value()) return "whole";
  return "dropped " + dropped->file + " " + std::to_string(dropped->byte);
}

std::string Zeroed(std::string bytes, size_t from, size_t count) {
  return bytes.replace(from, count, count, '\0');
}

TEST(WriteAheadLog, LogThatRocksDbWroteIsWhole) {
  EXPECT_EQ(Judge({LogOf({})}), "whole");
  EXPECT_EQ(Judge({LogOf({10, 20, 30})}), "whole");
  EXPECT_EQ(Judge({LogOf({100000, 10, 32768, 32735, 10, 70000})}), "whole");
  // Records that end some bytes before their block does.
  for (size_t rest = 0; rest < 16; ++rest)
    EXPECT_EQ(Judge({LogOf({32740 - rest, 10, 10})}), "whole") << rest;
}

TEST(WriteAheadLog, EveryWrongByteIsFound) {
  const std::string log = LogOf({10, 20, 30});
  const size_t last_begin = LogOf({10, 20}).size();
  const std::string dropped = "dropped 0 " + std::to_string(last_begin);

  for (size_t at = 0; at < log.size(); ++at) {
    for (const int flip : {1, 0x10, 0x80, 0xff}) {
      std::string damaged = log;
      damaged[at] = static_cast<char>(damaged[at] ^ flip);
      EXPECT_EQ(Judge({damaged}), at < last_begin ? "lost" : dropped)
          << "byte " << at << " flip " << flip;
    }
  }
}

TEST(WriteAheadLog, EveryCutIsAnEnd) {
  const std::string log = LogOf({10, 40000, 30});
  const size_t begins[] = {0, LogOf({10}).size(), LogOf({10, 40000}).size(),
                           log.size()};

  size_t record = 0;
  for (size_t size = 1; size < log.size(); size += 7) {
    while (begins[record + 1] <= size) ++record;
    EXPECT_EQ(Judge({log.substr(0, size)}),
              begins[record] == size
                  ? "whole"
                  : "dropped 0 " + std::to_string(begins[record]));
  }
}

TEST(WriteAheadLog, ZerosAfterTheEndAreWhole) {
  const std::string log = LogOf({10, 20});

  for (const size_t zeros : {1u, 6u, 7u, 5000u, 100000u})
    EXPECT_EQ(Judge({log + std::string(zeros, '\0')}), "whole") << zeros;
}

TEST(WriteAheadLog, ZeroPageInsideTheLastRecordIsAnEnd) {
  const std::string log = LogOf({10, 100000});
  const size_t begin = LogOf({10}).size();

  for (size_t page = 0; page + 4096 < log.size(); page += 4096) {
    EXPECT_EQ(Judge({Zeroed(log, std::max(page, begin), 4096)}),
              "dropped 0 " + std::to_string(begin))
        << page;
  }
}

TEST(WriteAheadLog, ZeroPageBeforeTheLastRecordIsALoss) {
  const std::string log = LogOf({10, 100000, 10});
  const size_t last_begin = LogOf({10, 100000}).size();

  for (size_t page = 0; page + 4096 < last_begin; page += 4096)
    EXPECT_EQ(Judge({Zeroed(log, page, 4096)}), "lost") << page;
}

// The log of a database that was opened again after `before`: its sequences go
// on where those end.
std::string LogAfter(size_t before_count, size_t count) {
  return LogOf(std::vector<size_t>(before_count + count, 10))
      .substr(LogOf(std::vector<size_t>(before_count, 10)).size());
}

TEST(WriteAheadLog, EndThatAnEarlierOpeningDroppedIsNoLoss) {
  const size_t begin = LogOf({10, 10}).size();
  const std::string cut = LogOf({10, 10, 10}).substr(0, begin + 3);
  const std::string nothing_else = LogOf({10}).substr(0, 9);

  EXPECT_EQ(Judge({cut, LogAfter(2, 3)}), "whole");
  EXPECT_EQ(Judge({cut, LogOf({kNoChange, 10})}), "whole");
  EXPECT_EQ(Judge({nothing_else, LogOf({kNoChange, 10})}), "whole");
  EXPECT_EQ(Judge({cut, LogOf({kNoChange}).substr(0, 9)}),
            "dropped 0 " + std::to_string(begin));
}

TEST(WriteAheadLog, DamageBeforeALaterFileIsALoss) {
  const size_t begin = LogOf({10, 10}).size();
  const std::string cut = LogOf({10, 10, 10}).substr(0, begin + 3);
  const std::string nothing_else = LogOf({10}).substr(0, 9);

  EXPECT_EQ(Judge({cut, LogAfter(3, 1)}), "lost");
  EXPECT_EQ(Judge({nothing_else, LogOf({10})}), "lost");
  EXPECT_EQ(Judge({cut, ""}), "dropped 0 " + std::to_string(begin));
}

}  // namespace
}  // namespace compendium::registry
