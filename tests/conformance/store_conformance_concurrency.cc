// SPDX-License-Identifier: Apache-2.0
// Readers beside a committing thread: each revision is seen whole or not at
// all.
#include <atomic>
#include <thread>

#include "absl/strings/str_cat.h"
#include "tests/conformance/store_conformance.h"

namespace compendium::registry {
namespace {

constexpr int kRevisionCount = 300;

// Every revision of this test writes both records with its own number.
Transaction Both(int64_t revision) {
  const std::string value = absl::StrCat(revision);
  return revision == 1 ? And(Create("a", value), Create("z", value))
                       : And(Update("a", value), Update("z", value));
}

// Reads the latest revision in every way until the last one is there.
void ReadUntilTheEnd(const Store& store) {
  for (int64_t at = 0; at < kRevisionCount;) {
    at = store.LastRevision();
    if (at == 0) continue;
    const std::string value = absl::StrCat(at);
    EXPECT_EQ(store.Get("a", at)->value, value);
    EXPECT_EQ(store.Get("z", at)->value, value);
    ListQuery query;
    query.at_revision = at;
    query.limit = kNoLimit;
    const auto page = store.List(query);
    ASSERT_EQ(page->records.size(), 2u);
    EXPECT_EQ(page->records[0].value, value);
    EXPECT_EQ(page->records[1].value, value);
    EXPECT_GE(store.ListVersions("a", INT64_MAX, {})->front().head.revision,
              at);
  }
}

// Follows the log as a watcher does.
void FollowUntilTheEnd(const Store& store) {
  for (int64_t after = 0; after < kRevisionCount;) {
    const auto changes =
        store.ReadChanges(after, {.count_max = 7, .bytes_max = 100000});
    ASSERT_TRUE(changes.ok()) << changes.status();
    for (const LoggedChange& change : *changes) {
      ASSERT_EQ(change.entry.revision, after + 1);
      ASSERT_EQ(change.versions.size(), 2u);
      EXPECT_EQ(change.versions[0].value, absl::StrCat(after + 1));
      EXPECT_EQ(change.versions[1].value, absl::StrCat(after + 1));
      ++after;
    }
  }
}

TEST_P(StoreConformance, ConcurrentReadersSeeWholeRevisions) {
  std::thread reader([&] { ReadUntilTheEnd(store()); });
  std::thread follower([&] { FollowUntilTheEnd(store()); });

  std::vector<Transaction> batch;
  for (int64_t revision = 1; revision <= kRevisionCount; ++revision) {
    batch.push_back(Both(revision));
    if (batch.size() < static_cast<size_t>(revision % 5)) continue;
    for (const auto& answer : store().Commit(batch)) EXPECT_TRUE(answer.ok());
    batch.clear();
  }
  store().Commit(batch);
  reader.join();
  follower.join();

  EXPECT_EQ(store().LastRevision(), kRevisionCount);
  CheckedLog();
}

}  // namespace
}  // namespace compendium::registry
