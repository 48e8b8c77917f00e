// SPDX-License-Identifier: Apache-2.0
// What the store costs without gRPC: synced commits, gets, lists, reading
// changes. The data goes to a folder below $TMPDIR that is removed.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/clock.h"
#include "lib/base/status_macros.h"
#include "services/registry/store/rocksdb_store.h"
#include "tests/benchmark/sample_questionnaire.h"

namespace compendium::benchmark {
namespace {

using registry::ChangeKind;
using registry::RocksDbStore;
using registry::Transaction;

constexpr int kRecords = 10000;

SampleOptions SampleOf(int record) {
  return {.seed = static_cast<uint64_t>(record) + 1,
          .mechanism = record % 100,
          .round = 1950 + record / 100};
}

class Folder {
 public:
  Folder()
      : path_(std::filesystem::temp_directory_path() /
              absl::StrCat("store_benchmark-", getpid())) {
    std::filesystem::remove_all(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string path() const { return path_.string(); }

 private:
  const std::filesystem::path path_;
};

Transaction Write(int record, ChangeKind kind, std::string value) {
  Transaction transaction;
  transaction.mutations.push_back({.name = SampleName(SampleOf(record)),
                                   .kind = kind,
                                   .value = std::move(value)});
  transaction.author = "benchmark";
  transaction.reason = "benchmark";
  return transaction;
}

// A store with kRecords questionnaires of 8 KB.
class FilledStore {
 public:
  FilledStore() {
    auto store = RocksDbStore::Open({.path = folder_.path(), .clock = &clock_});
    CHECK(store.ok());
    store_ = *std::move(store);
    for (int record = 0; record < 256; ++record)
      values_.push_back(
          SampleQuestionnaire(SampleOf(record)).SerializeAsString());
    std::vector<Transaction> batch;
    for (int record = 0; record < kRecords; ++record) {
      batch.push_back(Write(record, ChangeKind::kCreated, value(record)));
      if (batch.size() < 64 && record + 1 < kRecords) continue;
      for (const auto& answer : store_->Commit(batch)) CHECK(answer.ok());
      batch.clear();
    }
  }

  RocksDbStore& store() { return *store_; }
  const std::string& value(int number) const {
    return values_[static_cast<size_t>(number) % values_.size()];
  }

 private:
  const Folder folder_;
  base::RealClock clock_;
  std::unique_ptr<RocksDbStore> store_;
  std::vector<std::string> values_;
};

void CommitBatch(::benchmark::State& state) {
  FilledStore filled;
  std::mt19937 random(1);
  const int64_t size = state.range(0);
  for (auto _ : state) {
    std::vector<Transaction> batch;
    for (int64_t i = 0; i < size; ++i)
      batch.push_back(Write(static_cast<int>(random() % kRecords),
                            ChangeKind::kUpdated,
                            filled.value(static_cast<int>(random() % 256))));
    for (const auto& answer : filled.store().Commit(batch)) CHECK(answer.ok());
  }
  state.SetItemsProcessed(state.iterations() * size);
}
BENCHMARK(CommitBatch)
    ->Arg(1)
    ->Arg(8)
    ->Arg(64)
    ->UseRealTime()
    ->Unit(::benchmark::kMicrosecond);

void GetLatest(::benchmark::State& state) {
  FilledStore filled;
  std::mt19937 random(1);
  for (auto _ : state) {
    const auto version = filled.store().Get(
        SampleName(SampleOf(static_cast<int>(random() % kRecords))),
        filled.store().LastRevision());
    CHECK(version.ok());
    ::benchmark::DoNotOptimize(version);
  }
}
BENCHMARK(GetLatest)->Unit(::benchmark::kMicrosecond);

void ListPageOf50(::benchmark::State& state) {
  FilledStore filled;
  for (auto _ : state) {
    registry::ListQuery query;
    query.prefix = "mechanisms/";
    query.after_name = "mechanisms/m0050";
    query.at_revision = filled.store().LastRevision();
    query.limit = {.count_max = 50, .bytes_max = 3 << 20};
    const auto page = filled.store().List(query);
    CHECK(page.ok());
    ::benchmark::DoNotOptimize(page);
  }
  state.SetItemsProcessed(state.iterations() * 50);
}
BENCHMARK(ListPageOf50)->Unit(::benchmark::kMicrosecond);

void ReadChanges(::benchmark::State& state) {
  FilledStore filled;
  int64_t after = 0;
  int64_t items = 0;
  for (auto _ : state) {
    const auto changes = filled.store().ReadChanges(
        after, {.count_max = 100, .bytes_max = 3 << 20});
    CHECK(changes.ok());
    items += static_cast<int64_t>(changes->size());
    after += 100;
    if (after >= kRecords) after = 0;
  }
  state.SetItemsProcessed(items);
}
BENCHMARK(ReadChanges)->Unit(::benchmark::kMicrosecond);

}  // namespace
}  // namespace compendium::benchmark

BENCHMARK_MAIN();
