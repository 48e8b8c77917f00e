// SPDX-License-Identifier: Apache-2.0
#pragma once

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

namespace compendium::registry {

// One write that depends on the record's latest version: reads, decides,
// commits, and begins again when somebody else was faster. It keeps itself
// alive until it has called `done`, once. Start() and the queue's callbacks
// follow each other, so nothing is locked.
class RecordWrite : public std::enable_shared_from_this<RecordWrite> {
 public:
  // The value to write over a version; may be that of the version.
  using MakeValue =
      std::function<absl::StatusOr<std::string>(const RecordVersion&)>;

  struct Options {
    std::string name;
    ChangeKind kind = ChangeKind::kUpdated;  // any but kCreated
    // The revision of the caller's etag; without, the latest one will do.
    std::optional<int64_t> wanted_revision;
    std::vector<Precondition> preconditions;  // of other records
    MakeValue make_value;
    WriteContext context;
    WriteDone done;
  };

  // Borrows store and queue.
  RecordWrite(const Store& store, CommitQueue& queue, Options options);

  void Start();

 private:
  // What to do: commit, or answer that there is nothing to change.
  using Plan = std::variant<Transaction, WriteAnswer>;

  absl::StatusOr<Plan> MakePlan() const;
  void Commit(Transaction transaction);
  void AnswerUnlessRepeated(absl::StatusOr<WriteAnswer> answer);
  void Answer(absl::StatusOr<WriteAnswer> answer);
  Transaction NewTransaction() const;

  const Store& store_;
  CommitQueue& queue_;
  Options options_;
  int attempts_ = 0;
};

// The answer to a transaction with one mutation, of `name`.
absl::StatusOr<WriteAnswer> AnswerOf(const std::string& name,
                                     absl::StatusOr<Committed> outcome);

}  // namespace compendium::registry
