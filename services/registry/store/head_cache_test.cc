// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/head_cache.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace compendium::registry {
namespace {

// Answers from a map and counts how often it is asked.
class CountingState final : public CommittedState {
 public:
  absl::StatusOr<std::optional<RecordHead>> FindHead(
      absl::string_view name) const override {
    ++asked;
    const auto found = revisions.find(std::string(name));
    if (found == revisions.end()) return std::optional<RecordHead>();
    RecordHead head;
    head.revision = found->second;
    return std::optional<RecordHead>(head);
  }
  absl::StatusOr<RecordHead> ReadHeadAt(absl::string_view,
                                        int64_t) const override {
    return absl::UnimplementedError("not asked");
  }
  absl::Status VisitHeads(
      absl::string_view,
      const std::function<bool(absl::string_view, const RecordHead&)>&)
      const override {
    return absl::UnimplementedError("not asked");
  }
  absl::StatusOr<std::optional<int64_t>> FindRequest(
      absl::string_view) const override {
    return absl::UnimplementedError("not asked");
  }
  absl::StatusOr<LogEntry> FindLogEntry(int64_t) const override {
    return absl::UnimplementedError("not asked");
  }

  std::map<std::string, int64_t> revisions;
  mutable int asked = 0;
};

// Tells the cache that `revision` wrote `name`.
void Write(HeadCache& cache, const std::string& name, int64_t revision) {
  Transaction transaction;
  transaction.mutations.push_back(
      {name, ChangeKind::kUpdated, std::string("value")});
  PlannedRevision planned;
  planned.transaction = &transaction;
  planned.heads.emplace_back();
  planned.heads.back().revision = revision;
  cache.Keep({planned});
}

int64_t RevisionOf(const HeadCache& cache, const std::string& name) {
  const auto head = cache.FindHead(name);
  if (!head.ok()) return -1;
  return head->has_value() ? (*head)->revision : 0;
}

TEST(HeadCache, AsksOnceForEachName) {
  CountingState state;
  state.revisions = {{"a", 3}};
  const HeadCache cache(state);

  EXPECT_EQ(RevisionOf(cache, "a"), 3);
  EXPECT_EQ(RevisionOf(cache, "a"), 3);
  EXPECT_EQ(state.asked, 1);
}

TEST(HeadCache, DoesNotKeepThatThereIsNone) {
  CountingState state;
  const HeadCache cache(state);

  EXPECT_EQ(RevisionOf(cache, "a"), 0);
  state.revisions = {{"a", 1}};
  EXPECT_EQ(RevisionOf(cache, "a"), 1);
}

TEST(HeadCache, AnswersWhatWasWrittenLast) {
  CountingState state;
  state.revisions = {{"a", 3}};
  HeadCache cache(state);
  EXPECT_EQ(RevisionOf(cache, "a"), 3);

  Write(cache, "a", 4);

  EXPECT_EQ(RevisionOf(cache, "a"), 4);
}

TEST(HeadCache, ForgetsTheOldestAndNeverGoesBack) {
  CountingState state;
  HeadCache cache(state, 2);
  for (int64_t revision = 1; revision <= 20; ++revision) {
    const std::string name(1, static_cast<char>('a' + revision % 5));
    Write(cache, name, revision);
    state.revisions[name] = revision;
    for (const auto& [known, last] : state.revisions)
      EXPECT_EQ(RevisionOf(cache, known), last);
  }
  EXPECT_GT(state.asked, 0);
}

}  // namespace
}  // namespace compendium::registry
