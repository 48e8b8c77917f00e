// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "services/registry/store/commit_queue.h"
#include "services/registry/store/record.h"
#include "services/registry/store/store.h"
#include "services/registry/store/transaction.h"
#include "services/registry/write_call.h"
#include "services/registry/write_line.h"

namespace compendium::registry {

// One write that depends on the record's latest version: reads, decides,
// commits, and begins again when somebody else was faster. One without etag
// waits in a line behind others of its record; only those with an etag, which
// fail instead of beginning again, can be faster. It keeps itself alive until
// it has called `done`, once. Its steps follow each other, so nothing is
// locked.
class RecordWrite : public std::enable_shared_from_this<RecordWrite> {
 public:
  // The value to write over a version; may be that of the version.
  using MakeValue =
      std::function<absl::StatusOr<SharedBytes>(const RecordVersion&)>;

  struct Options {
    std::string name;
    ChangeKind kind = ChangeKind::kUpdated;  // any but kCreated
    // The revision of the caller's etag; without, the latest one will do.
    std::optional<int64_t> wanted_revision;
    std::vector<Precondition> preconditions;  // of other records
    MakeValue make_value;
    size_t bytes = 0;  // that make_value holds, roughly
    WriteContext context;
    WriteDone done;
  };

  // Borrows store, queue and line.
  RecordWrite(const Store& store, CommitQueue& queue, WriteLine& line,
              Options options);

  void Start();

 private:
  // What to do: commit, or answer that there is nothing to change.
  using Plan = std::variant<Transaction, WriteAnswer>;

  bool waits_in_line() const { return !options_.wanted_revision.has_value(); }
  void Attempt();
  absl::StatusOr<Plan> MakePlan() const;
  absl::Status CheckChildren(int64_t at_revision) const;
  void Commit(Transaction transaction);
  void AnswerUnlessRepeated(absl::StatusOr<WriteAnswer> answer);
  void Answer(absl::StatusOr<WriteAnswer> answer);
  // One that writes `value`, without preconditions.
  Transaction NewTransaction(SharedBytes value) const;

  const Store& store_;
  CommitQueue& queue_;
  WriteLine& line_;
  Options options_;
  int attempts_ = 0;
};

// The answer to a transaction with one mutation, of `name`.
absl::StatusOr<WriteAnswer> AnswerOf(const std::string& name,
                                     absl::StatusOr<Committed> outcome);

}  // namespace compendium::registry
