// SPDX-License-Identifier: Apache-2.0
// That it answers as an engine does is tested by the store's conformance suite,
// through CachingStore; here is what is kept and what is not.
#include "services/registry/recent_changes.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"

namespace compendium::registry {
namespace {

void Keep(RecentChanges& changes, int64_t revision) {
  Transaction transaction;
  transaction.mutations.push_back({absl::StrCat("r", revision),
                                   ChangeKind::kCreated,
                                   std::string(100, 'x')});
  LogEntry entry;
  entry.revision = revision;
  Committed committed;
  committed.revision = revision;
  committed.heads.emplace_back();
  committed.heads.back().revision = revision;
  committed.entry = std::make_shared<const LogEntry>(entry);
  changes.Keep(transaction, committed);
}

// The revisions read, as text; "unknown" when they are not kept.
std::string Read(const RecentChanges& changes, int64_t after, int64_t last,
                 const ReadLimit& limit = {.count_max = 100,
                                           .bytes_max = 10000}) {
  const auto read = changes.Read(after, last, limit);
  if (!read.has_value()) return "unknown";
  std::string revisions;
  for (const LoggedChange& change : *read) {
    EXPECT_EQ(change.versions.at(0).name,
              absl::StrCat("r", change.entry.revision));
    EXPECT_EQ(change.versions.at(0).head.revision, change.entry.revision);
    absl::StrAppend(&revisions, change.entry.revision, " ");
  }
  return revisions;
}

TEST(RecentChanges, KnowsTheLastOnes) {
  RecentChanges changes(3, 10000);
  EXPECT_EQ(Read(changes, 0, 1), "unknown");
  for (int64_t revision = 1; revision <= 5; ++revision) Keep(changes, revision);

  EXPECT_EQ(Read(changes, 1, 5), "unknown");
  EXPECT_EQ(Read(changes, 2, 5), "3 4 5 ");
  EXPECT_EQ(Read(changes, 4, 5), "5 ");
}

TEST(RecentChanges, ReadsNothingThatIsNotKnownYet) {
  RecentChanges changes(3, 10000);
  for (int64_t revision = 1; revision <= 3; ++revision) Keep(changes, revision);

  EXPECT_EQ(Read(changes, 0, 2), "1 2 ");
}

TEST(RecentChanges, KeepsTheLimit) {
  RecentChanges changes(3, 10000);
  for (int64_t revision = 1; revision <= 3; ++revision) Keep(changes, revision);

  EXPECT_EQ(Read(changes, 0, 3, {.count_max = 2, .bytes_max = 10000}), "1 2 ");
  EXPECT_EQ(Read(changes, 0, 3, {.count_max = 9, .bytes_max = 250}), "1 2 ");
  EXPECT_EQ(Read(changes, 0, 3, {.count_max = 9, .bytes_max = 1}), "1 ");
}

TEST(RecentChanges, KeepsNoMoreBytesThanItMay) {
  RecentChanges changes(3, 250);
  for (int64_t revision = 1; revision <= 3; ++revision) Keep(changes, revision);

  EXPECT_EQ(Read(changes, 0, 3), "unknown");
  EXPECT_EQ(Read(changes, 1, 3), "2 3 ");

  RecentChanges narrow(3, 1);
  for (int64_t revision = 1; revision <= 3; ++revision) Keep(narrow, revision);
  EXPECT_EQ(Read(narrow, 2, 3), "3 ");
}

TEST(RecentChanges, BeginsAgainAfterAGap) {
  RecentChanges changes(3, 10000);
  Keep(changes, 1);
  Keep(changes, 3);

  EXPECT_EQ(Read(changes, 0, 3), "unknown");
  EXPECT_EQ(Read(changes, 2, 3), "3 ");
}

}  // namespace
}  // namespace compendium::registry
