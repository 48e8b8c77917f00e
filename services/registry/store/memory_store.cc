// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/memory_store.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "lib/base/status_macros.h"
#include "services/registry/store/batch_planner.h"
#include "services/registry/store/committed_state.h"
#include "services/registry/store/read_limiter.h"
#include "services/registry/store/store_id.h"

namespace compendium::registry {
namespace {

// The newest of `versions` whose revision is at most `at_revision`, or null.
const RecordVersion* NewestAt(const std::vector<RecordVersion>& versions,
                              int64_t at_revision) {
  for (auto version = versions.rbegin(); version != versions.rend(); ++version)
    if (version->head.revision <= at_revision) return &*version;
  return nullptr;
}

}  // namespace

// What the planner asks; made and used while the store's lock is held.
class MemoryStore::State final : public CommittedState {
 public:
  State(const Versions& versions, const std::vector<LogEntry>& log,
        const std::map<std::string, int64_t, std::less<>>& requests)
      : versions_(versions), log_(log), requests_(requests) {}

  absl::StatusOr<std::optional<RecordHead>> FindHead(
      absl::string_view name) const override {
    const auto found = versions_.find(name);
    if (found == versions_.end()) return std::optional<RecordHead>();
    return std::optional<RecordHead>(found->second.back().head);
  }

  absl::StatusOr<RecordHead> ReadHeadAt(absl::string_view name,
                                        int64_t revision) const override {
    return NewestAt(versions_.find(name)->second, revision)->head;
  }

  absl::Status VisitHeads(
      absl::string_view prefix,
      const std::function<bool(absl::string_view, const RecordHead&)>& visit)
      const override {
    for (auto record = versions_.lower_bound(prefix);
         record != versions_.end() && absl::StartsWith(record->first, prefix);
         ++record) {
      if (!visit(record->first, record->second.back().head)) break;
    }
    return absl::OkStatus();
  }

  absl::StatusOr<std::optional<int64_t>> FindRequest(
      absl::string_view request_id) const override {
    const auto found = requests_.find(request_id);
    if (found == requests_.end()) return std::optional<int64_t>();
    return std::optional<int64_t>(found->second);
  }

  absl::StatusOr<LogEntry> FindLogEntry(int64_t revision) const override {
    return log_[static_cast<size_t>(revision - 1)];
  }

 private:
  const Versions& versions_;
  const std::vector<LogEntry>& log_;
  const std::map<std::string, int64_t, std::less<>>& requests_;
};

MemoryStore::MemoryStore(const base::Clock& clock, std::string store_id)
    : clock_(clock),
      store_id_(store_id.empty() ? MakeStoreId() : std::move(store_id)) {}

std::vector<absl::StatusOr<Committed>> MemoryStore::Commit(
    absl::Span<const Transaction> transactions) {
  const absl::Time now = clock_.Now();
  base::MutexLock lock(mu_);
  const State state(versions_, log_, requests_);
  LogEnd end;
  if (!log_.empty())
    end = {log_.back().revision, log_.back().commit_time, log_.back().hash};
  BatchPlanner planner(state, std::move(end), now);
  std::vector<absl::StatusOr<Committed>> answers;
  answers.reserve(transactions.size());
  for (const Transaction& transaction : transactions)
    answers.push_back(planner.Plan(transaction));
  for (const PlannedRevision& planned : planner.revisions()) {
    for (size_t i = 0; i < planned.heads.size(); ++i) {
      const Mutation& mutation = planned.transaction->mutations[i];
      versions_[mutation.name].push_back(
          {mutation.name, planned.heads[i], mutation.value.bytes()});
    }
    if (!planned.entry->request_id.empty())
      requests_[planned.entry->request_id] = planned.entry->revision;
    log_.push_back(*planned.entry);
  }
  return answers;
}

int64_t MemoryStore::LastRevision() const {
  base::MutexLock lock(mu_);
  return LastRevisionLocked();
}

absl::StatusOr<RecordVersion> MemoryStore::Get(absl::string_view name,
                                               int64_t at_revision) const {
  base::MutexLock lock(mu_);
  RETURN_IF_ERROR(
      CheckRevision("at_revision", at_revision, 0, LastRevisionLocked()));
  const auto found = versions_.find(name);
  const RecordVersion* const version =
      found == versions_.end() ? nullptr : NewestAt(found->second, at_revision);
  if (version == nullptr) return NoVersionError(name, at_revision);
  return *version;
}

absl::StatusOr<ListPage> MemoryStore::List(const ListQuery& query) const {
  base::MutexLock lock(mu_);
  RETURN_IF_ERROR(
      CheckRevision("at_revision", query.at_revision, 0, LastRevisionLocked()));
  ListPage page;
  ReadLimiter limiter(query.limit);
  std::string visited_last;
  size_t visited_count = 0;
  for (auto record =
           versions_.lower_bound(std::max(query.prefix, query.after_name));
       record != versions_.end() &&
       absl::StartsWith(record->first, query.prefix);
       ++record) {
    if (record->first <= query.after_name) continue;
    if (visited_count++ >= query.limit.visited_max) {
      page.continue_after = visited_last;
      break;
    }
    visited_last = record->first;
    if (!absl::EndsWith(record->first, query.suffix)) continue;
    const RecordVersion* const version =
        NewestAt(record->second, query.at_revision);
    if (version == nullptr) continue;
    if (version->head.deleted() && !query.show_deleted) continue;
    if (!limiter.Take(BytesOf(*version))) {
      page.continue_after = page.records.back().name;
      break;
    }
    page.records.push_back(*version);
  }
  return page;
}

absl::StatusOr<std::vector<RecordVersion>> MemoryStore::ListVersions(
    absl::string_view name, int64_t before_revision,
    const ReadLimit& limit) const {
  base::MutexLock lock(mu_);
  std::vector<RecordVersion> newest_first;
  const auto found = versions_.find(name);
  if (found == versions_.end()) return newest_first;
  ReadLimiter limiter(limit);
  for (auto version = found->second.rbegin(); version != found->second.rend();
       ++version) {
    if (version->head.revision >= before_revision) continue;
    if (!limiter.Take(BytesOf(*version))) break;
    newest_first.push_back(*version);
  }
  return newest_first;
}

absl::StatusOr<std::vector<ExplainedHead>> MemoryStore::ListHeads(
    absl::string_view name, int64_t before_revision,
    const ReadLimit& limit) const {
  ASSIGN_OR_RETURN(const std::vector<RecordVersion> versions,
                   ListVersions(name, before_revision, limit));
  base::MutexLock lock(mu_);
  std::vector<ExplainedHead> newest_first;
  newest_first.reserve(versions.size());
  for (const RecordVersion& version : versions)
    newest_first.push_back(
        {version.head, log_[static_cast<size_t>(version.head.revision - 1)]});
  return newest_first;
}

absl::StatusOr<std::vector<LoggedChange>> MemoryStore::ReadChanges(
    int64_t after_revision, const ReadLimit& limit) const {
  base::MutexLock lock(mu_);
  RETURN_IF_ERROR(
      CheckRevision("after_revision", after_revision, 0, LastRevisionLocked()));
  std::vector<LoggedChange> changes;
  ReadLimiter limiter(limit);
  for (auto at = static_cast<size_t>(after_revision);
       at < log_.size() && !limiter.full(); ++at) {
    LoggedChange change{log_[at], {}};
    for (const LoggedRecord& record : change.entry.records)
      change.versions.push_back(*NewestAt(versions_.find(record.name)->second,
                                          change.entry.revision));
    if (!limiter.Take(BytesOf(change))) break;
    changes.push_back(std::move(change));
  }
  return changes;
}

absl::StatusOr<LogEntry> MemoryStore::ReadLogEntry(int64_t revision) const {
  base::MutexLock lock(mu_);
  RETURN_IF_ERROR(CheckRevision("revision", revision, 1, LastRevisionLocked()));
  return log_[static_cast<size_t>(revision - 1)];
}

}  // namespace compendium::registry
