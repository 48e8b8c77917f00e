// SPDX-License-Identifier: Apache-2.0
// Random operations, answered by the engine and by the memory engine alike.
// COMPENDIUM_SEED repeats a run.
#include <cstdlib>
#include <iostream>
#include <random>

#include "absl/strings/str_cat.h"
#include "services/registry/store/memory_store.h"
#include "tests/conformance/store_conformance.h"

namespace compendium::registry {
namespace {

constexpr int kBatchCount = 120;

uint32_t Seed() {
  const char* const wanted = std::getenv("COMPENDIUM_SEED");
  return wanted != nullptr ? static_cast<uint32_t>(std::atol(wanted))
                           : std::random_device()();
}

// Draws operations on a dozen names, so that they meet.
class Operations {
 public:
  explicit Operations(uint32_t seed) : random_(seed) {}

  int64_t Below(int64_t end) {
    return std::uniform_int_distribution<int64_t>(0, end - 1)(random_);
  }

  std::string Name() {
    const std::string mechanism = absl::StrCat("mechanisms/m", Below(4));
    if (Below(3) == 0) return mechanism;
    return absl::StrCat(mechanism, "/questionnaires/", 2016 + Below(2));
  }

  std::string Prefix() {
    constexpr const char* kPrefixes[] = {"", "mechanisms/", "mechanisms/m1",
                                         "mechanisms/m2/", "rounds/"};
    return kPrefixes[Below(5)];
  }

  std::string Suffix() { return Below(2) == 0 ? "" : "/2016"; }

  ReadLimit Limit() {
    return {.count_max = static_cast<size_t>(Below(8)),
            .bytes_max = static_cast<size_t>(Below(1000))};
  }

  std::vector<Transaction> Batch(int64_t last_revision) {
    std::vector<Transaction> batch(static_cast<size_t>(1 + Below(6)));
    for (Transaction& transaction : batch) {
      for (int64_t i = Below(3); i > 0; --i) AddMutation(transaction);
      while (transaction.mutations.empty()) AddMutation(transaction);
      if (Below(2) == 0)
        transaction.preconditions.push_back(Condition(last_revision));
      transaction.author = absl::StrCat("author", Below(3));
      if (Below(3) == 0) {
        transaction.request_id = absl::StrCat("request", Below(30));
        transaction.request_fingerprint =
            std::string(32, static_cast<char>('a' + Below(2)));
      }
    }
    return batch;
  }

 private:
  void AddMutation(Transaction& transaction) {
    const std::string name = Name();
    for (const Mutation& mutation : transaction.mutations)
      if (mutation.name == name) return;
    transaction.mutations.push_back(
        {name, static_cast<ChangeKind>(1 + Below(4)),
         std::string(static_cast<size_t>(Below(100)),
                     static_cast<char>('a' + Below(26)))});
  }

  Precondition Condition(int64_t last_revision) {
    Precondition precondition;
    precondition.kind = static_cast<Precondition::Kind>(Below(5));
    precondition.name = precondition.kind == Precondition::Kind::kNoLiveChildren
                            ? Prefix()
                            : Name();
    precondition.suffix = Suffix();
    precondition.revision = std::max<int64_t>(0, last_revision - Below(6));
    return precondition;
  }

  std::mt19937 random_;
};

template <class Items>
std::string DescribeItems(const Items& items) {
  std::string text;
  for (const auto& item : items)
    absl::StrAppend(&text, DescribeAll(item), "\n");
  return text;
}

template <class Items>
std::string DescribeRead(const absl::StatusOr<Items>& items) {
  return items.ok() ? DescribeItems(*items) : DescribeAll(items.status());
}

// Reads both stores in every way at a random revision.
void CompareReads(const Store& store, const Store& oracle, Operations& draw) {
  const int64_t last = oracle.LastRevision();
  ASSERT_EQ(store.LastRevision(), last);
  const int64_t at = draw.Below(last + 2);  // at times one too many
  const std::string name = draw.Name();
  const auto got = store.Get(name, at);
  const auto want = oracle.Get(name, at);
  ASSERT_EQ(DescribeAll(got.status()), DescribeAll(want.status()));
  if (got.ok()) {
    ASSERT_EQ(DescribeAll(*got), DescribeAll(*want));
  }

  ListQuery query;
  query.prefix = draw.Prefix();
  query.suffix = draw.Suffix();
  if (draw.Below(2) == 0) query.after_name = draw.Name();
  query.at_revision = at;
  query.show_deleted = draw.Below(2) == 0;
  query.limit = draw.Limit();
  const auto got_page = store.List(query);
  const auto want_page = oracle.List(query);
  ASSERT_EQ(DescribeAll(got_page.status()), DescribeAll(want_page.status()));
  if (got_page.ok()) {
    ASSERT_EQ(DescribeItems(got_page->records),
              DescribeItems(want_page->records));
    ASSERT_EQ(got_page->continue_after, want_page->continue_after);
  }

  const ReadLimit limit = draw.Limit();
  ASSERT_EQ(DescribeRead(store.ListVersions(name, at, limit)),
            DescribeRead(oracle.ListVersions(name, at, limit)));
  ASSERT_EQ(DescribeRead(store.ReadChanges(at, limit)),
            DescribeRead(oracle.ReadChanges(at, limit)));
}

TEST_P(StoreConformance, RandomOperationsAreAnsweredAsByTheOracle) {
  const uint32_t seed = Seed();
  std::cout << "COMPENDIUM_SEED=" << seed << "\n";
  SCOPED_TRACE(absl::StrCat("COMPENDIUM_SEED=", seed));
  Operations draw(seed);
  MemoryStore oracle(clock());

  for (int i = 0; i < kBatchCount; ++i) {
    clock().Advance(absl::Microseconds(draw.Below(2000) - 500));
    const std::vector<Transaction> batch = draw.Batch(oracle.LastRevision());
    const auto answers = store().Commit(batch);
    const auto wanted = oracle.Commit(batch);
    ASSERT_EQ(DescribeItems(answers), DescribeItems(wanted));
    for (int read = 0; read < 5; ++read) {
      CompareReads(store(), oracle, draw);
      if (HasFatalFailure()) return;
    }
    if (draw.Below(40) == 0) Reopen();
  }

  EXPECT_EQ(DescribeRead(store().ReadChanges(0, kNoLimit)),
            DescribeRead(oracle.ReadChanges(0, kNoLimit)));
  CheckedLog();
}

}  // namespace
}  // namespace compendium::registry
