// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/batch_planner.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "lib/base/status_macros.h"
#include "services/registry/store/precondition.h"

namespace compendium::registry {
namespace {

// The rules of transaction.h that the heart of the registry must keep.
void CheckWellFormed(const Transaction& transaction) {
  CHECK(!transaction.mutations.empty());
  std::set<absl::string_view> names;
  for (const auto& [name, kind, value] : transaction.mutations) {
    CHECK(!name.empty() && name.find('\0') == std::string::npos);
    CHECK(names.insert(name).second);
    // The format keeps a value's size in four bytes.
    CHECK(value.bytes().size() <= std::numeric_limits<uint32_t>::max());
  }
}

// The store's times are whole microseconds, none before 1970.
absl::Time CommitTime(absl::Time now, absl::Time last) {
  return std::max(absl::FromUnixMicros(absl::ToUnixMicros(now)), last);
}

}  // namespace

BatchPlanner::BatchPlanner(const CommittedState& state, LogEnd end,
                           absl::Time now)
    : state_(state),
      commit_time_(CommitTime(now, end.commit_time)),
      end_(std::move(end)) {}

absl::StatusOr<Committed> BatchPlanner::Plan(const Transaction& transaction) {
  CheckWellFormed(transaction);
  ASSIGN_OR_RETURN(std::optional<Committed> replay, FindReplay(transaction));
  if (replay.has_value()) return *std::move(replay);
  for (const Precondition& precondition : transaction.preconditions)
    RETURN_IF_ERROR(CheckPrecondition(precondition));
  Committed committed;
  committed.heads.reserve(transaction.mutations.size());
  for (const Mutation& mutation : transaction.mutations) {
    ASSIGN_OR_RETURN(const RecordHead head, PlanMutation(mutation));
    committed.heads.push_back(head);
  }
  committed.revision = end_.revision + 1;
  Append(transaction, committed);
  return committed;
}

// The answer to an earlier transaction with the same request_id, if any.
absl::StatusOr<std::optional<Committed>> BatchPlanner::FindReplay(
    const Transaction& transaction) const {
  if (transaction.request_id.empty()) return std::optional<Committed>();
  const auto same_batch = requests_.find(transaction.request_id);
  if (same_batch != requests_.end()) {
    const PlannedRevision& planned = revisions_[same_batch->second];
    if (planned.entry->request_fingerprint != transaction.request_fingerprint)
      return RequestIdReusedError(transaction.request_id,
                                  planned.entry->revision);
    return std::optional<Committed>(
        Committed{.revision = planned.entry->revision,
                  .replayed = true,
                  .heads = planned.heads,
                  .entry = nullptr});
  }
  ASSIGN_OR_RETURN(const std::optional<int64_t> revision,
                   state_.FindRequest(transaction.request_id));
  if (!revision.has_value()) return std::optional<Committed>();
  ASSIGN_OR_RETURN(const LogEntry entry, state_.FindLogEntry(*revision));
  if (entry.request_fingerprint != transaction.request_fingerprint)
    return RequestIdReusedError(transaction.request_id, *revision);
  ASSIGN_OR_RETURN(Committed committed, ReplayAnswer(entry));
  return std::optional<Committed>(std::move(committed));
}

absl::StatusOr<Committed> BatchPlanner::ReplayAnswer(
    const LogEntry& entry) const {
  Committed committed{.revision = entry.revision,
                      .replayed = true,
                      .heads = {},
                      .entry = nullptr};
  for (const LoggedRecord& record : entry.records) {
    ASSIGN_OR_RETURN(const RecordHead head,
                     state_.ReadHeadAt(record.name, entry.revision));
    committed.heads.push_back(head);
  }
  return committed;
}

// The latest version of `name`, those of this batch included.
absl::StatusOr<std::optional<RecordHead>> BatchPlanner::LatestHead(
    absl::string_view name) {
  const auto own = heads_.find(name);
  if (own != heads_.end()) return std::optional<RecordHead>(own->second);
  const auto known = committed_heads_.find(name);
  if (known != committed_heads_.end()) return known->second;
  ASSIGN_OR_RETURN(std::optional<RecordHead> head, state_.FindHead(name));
  committed_heads_.emplace(name, head);
  return head;
}

absl::Status BatchPlanner::CheckPrecondition(const Precondition& precondition) {
  if (precondition.kind == Precondition::Kind::kNoLiveChildren)
    return CheckNoLiveChildren(precondition);
  ASSIGN_OR_RETURN(const std::optional<RecordHead> head,
                   LatestHead(precondition.name));
  return CheckRecord(precondition, head);
}

absl::Status BatchPlanner::CheckNoLiveChildren(
    const Precondition& precondition) const {
  const auto is_live_child = [&](absl::string_view name,
                                 const RecordHead& head) {
    return !head.deleted() && absl::StartsWith(name, precondition.name) &&
           absl::EndsWith(name, precondition.suffix);
  };
  for (auto own = heads_.lower_bound(precondition.name);
       own != heads_.end() && absl::StartsWith(own->first, precondition.name);
       ++own) {
    if (is_live_child(own->first, own->second))
      return HasChildrenError(precondition, own->first);
  }
  std::string child;
  RETURN_IF_ERROR(state_.VisitHeads(
      precondition.name, [&](absl::string_view name, const RecordHead& head) {
        if (is_live_child(name, head) && heads_.count(name) == 0)
          child = std::string(name);
        return child.empty();
      }));
  if (!child.empty()) return HasChildrenError(precondition, child);
  return absl::OkStatus();
}

// The head of the version that `mutation` would write.
absl::StatusOr<RecordHead> BatchPlanner::PlanMutation(
    const Mutation& mutation) {
  ASSIGN_OR_RETURN(const std::optional<RecordHead> before,
                   LatestHead(mutation.name));
  RETURN_IF_ERROR(
      CheckRecord(PresumedBy(mutation.kind, mutation.name), before));
  RecordHead head;
  head.revision = end_.revision + 1;
  head.kind = mutation.kind;
  head.update_time = commit_time_;
  head.create_revision =
      before.has_value() ? before->create_revision : head.revision;
  head.create_time = before.has_value() ? before->create_time : commit_time_;
  return head;
}

// Makes the transaction, whose versions have the heads in its answer, the next
// revision; completes the answer.
void BatchPlanner::Append(const Transaction& transaction,
                          Committed& committed) {
  const std::vector<RecordHead>& heads = committed.heads;
  LogEntry entry;
  entry.revision = end_.revision + 1;
  entry.commit_time = commit_time_;
  entry.author = transaction.author;
  entry.reason = transaction.reason;
  entry.request_id = transaction.request_id;
  if (!entry.request_id.empty())
    entry.request_fingerprint = transaction.request_fingerprint;
  for (size_t i = 0; i < heads.size(); ++i) {
    const Mutation& mutation = transaction.mutations[i];
    entry.records.push_back(
        {mutation.name, mutation.kind, mutation.value.sha256()});
    heads_[mutation.name] = heads[i];
  }
  entry.payload = EncodeLogPayload(entry);
  entry.hash = ChainHash(end_.hash, entry.payload);
  end_ = LogEnd{entry.revision, commit_time_, entry.hash};
  if (!entry.request_id.empty())
    requests_[entry.request_id] = revisions_.size();
  committed.entry = std::make_shared<const LogEntry>(std::move(entry));
  revisions_.push_back({&transaction, committed.entry, committed.heads});
}

}  // namespace compendium::registry
