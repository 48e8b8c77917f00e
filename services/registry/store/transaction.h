// SPDX-License-Identifier: Apache-2.0
// What is asked of a store in one transaction, and what it answers.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "services/registry/store/hashed_value.h"
#include "services/registry/store/record.h"

namespace compendium::registry {

// Something that must hold when the transaction commits. The first one that
// does not hold decides the error, whose reason (ReasonOf) is RECORD_EXISTS,
// RECORD_NOT_FOUND, RECORD_DELETED, RECORD_NOT_DELETED, ETAG_MISMATCH or
// HAS_CHILDREN.
struct Precondition {
  enum class Kind {
    kNeverUsed,   // no version of `name` exists; else ALREADY_EXISTS
    kExists,      // `name` exists and is not deleted; else NOT_FOUND when it
                  // never existed, FAILED_PRECONDITION when it is deleted
    kDeleted,     // `name` is deleted; else NOT_FOUND when it never existed,
                  // FAILED_PRECONDITION when it is not
    kAtRevision,  // the latest version of `name` is `revision` (0: there is
                  // none); else ABORTED
    kNoLiveChildren,  // no record that is not deleted begins with `name` and
                      // ends with `suffix`; else FAILED_PRECONDITION
  };
  Kind kind = Kind::kExists;
  std::string name;
  int64_t revision = 0;     // for kAtRevision
  std::string suffix = {};  // for kNoLiveChildren; empty fits all
};

// A new version of a record. Its kind presumes the record's state, without a
// precondition saying so: kCreated as kNeverUsed, kUpdated and kDeleted as
// kExists, kUndeleted as kDeleted; checked after the preconditions.
struct Mutation {
  std::string name;
  ChangeKind kind = ChangeKind::kCreated;
  HashedValue value;
};

// Mutations that happen together or not at all, as one revision.
struct Transaction {
  std::vector<Precondition> preconditions;
  // At least one; their names differ and have no zero byte.
  std::vector<Mutation> mutations;
  std::string author;
  std::string reason;
  // Makes the transaction idempotent unless empty: a committed one with the
  // same id and fingerprint is answered with its revision and not repeated,
  // whatever its preconditions say now; with the same id and another
  // fingerprint it is INVALID_ARGUMENT. One that was refused leaves no trace.
  std::string request_id;
  std::string request_fingerprint;  // 32 bytes; what the request asked for
};

// The answer to a transaction that committed.
struct Committed {
  int64_t revision = 0;
  bool replayed = false;          // it had committed before
  std::vector<RecordHead> heads;  // of the mutated records, in their order
  std::shared_ptr<const LogEntry> entry = nullptr;  // null when replayed
};

}  // namespace compendium::registry
