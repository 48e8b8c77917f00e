// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/registry/store/committed_state.h"
#include "services/registry/store/log_entry.h"
#include "services/registry/store/record.h"
#include "services/registry/store/transaction.h"

namespace compendium::registry {

// The end of the log, which the next entry continues.
struct LogEnd {
  int64_t revision = 0;
  absl::Time commit_time = absl::UnixEpoch();
  std::string hash = FirstPreviousHash();
};

// One revision to be written.
struct PlannedRevision {
  // Borrowed from the caller of Plan: the names and values of the versions.
  const Transaction* transaction = nullptr;
  std::shared_ptr<const LogEntry> entry;  // whole, with payload and hash
  std::vector<RecordHead> heads;          // of the mutations, in their order
};

// Decides what a batch of transactions writes, the same for every engine:
// preconditions, repeated requests, revisions without gaps, commit times that
// never go back, the hash chain. Reads the committed state and sees the effects
// of the transactions it accepted before; writes nothing.
//
// Made for one batch, by its one thread. Borrows the state.
class BatchPlanner {
 public:
  // `now` becomes the commit time unless the log already ends later.
  BatchPlanner(const CommittedState& state, LogEnd end, absl::Time now);

  // Decides one transaction, which must outlive the planner. Accepted: its
  // answer; it becomes the next revision, or names an earlier one when it is a
  // repetition. Refused: the error, with its reason; nothing of it happens.
  //
  // DATA_LOSS: the committed state is damaged; give up the whole batch.
  absl::StatusOr<Committed> Plan(const Transaction& transaction);

  // What to write, in the order of the revisions.
  const std::vector<PlannedRevision>& revisions() const { return revisions_; }

  // The end of the log once that is written.
  const LogEnd& end() const { return end_; }

 private:
  absl::StatusOr<std::optional<Committed>> FindReplay(
      const Transaction& transaction) const;
  absl::StatusOr<Committed> ReplayAnswer(const LogEntry& entry) const;
  absl::StatusOr<std::optional<RecordHead>> LatestHead(absl::string_view name);
  absl::Status CheckPrecondition(const Precondition& precondition);
  absl::Status CheckNoLiveChildren(const Precondition& precondition) const;
  absl::StatusOr<RecordHead> PlanMutation(const Mutation& mutation);
  void Append(const Transaction& transaction, Committed& committed);

  const CommittedState& state_;
  const absl::Time commit_time_;
  LogEnd end_;
  std::vector<PlannedRevision> revisions_;
  // What the accepted transactions changed: the latest versions of records, and
  // for each request_id the index in revisions_.
  std::map<std::string, RecordHead, std::less<>> heads_;
  std::map<std::string, size_t, std::less<>> requests_;
  // What was read of the committed state, each record once.
  absl::flat_hash_map<std::string, std::optional<RecordHead>> committed_heads_;
};

}  // namespace compendium::registry
