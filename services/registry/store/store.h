// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/registry/store/record.h"
#include "services/registry/store/transaction.h"

namespace compendium::registry {

// How much one read returns at most. At least one item is returned if there is
// one, also when it alone passes `bytes_max`.
struct ReadLimit {
  size_t count_max = 0;
  size_t bytes_max = 0;
  // How many names a listing looks at, those that it leaves out with them: a
  // millisecond or two. Its page may then be short, or empty, before the end.
  size_t visited_max = 4096;
};

// Which records a listing returns.
struct ListQuery {
  std::string prefix = {};      // names begin with it
  std::string suffix = {};      // and end with it; empty fits all
  std::string after_name = {};  // and are greater; empty starts at the first
  int64_t at_revision = 0;
  bool show_deleted = false;
  ReadLimit limit = {};
};

// Some records of a listing.
struct ListPage {
  std::vector<RecordVersion> records;  // in the order of their names
  // The name to continue after; empty when nothing more follows. It may be the
  // name of a record that was passed over.
  std::string continue_after;
};

// The port to a storage engine: all history of all records and the change log.
// Nothing is ever overwritten. tests/conformance holds what every engine must
// do; the memory engine is the reference.
//
// Thread-safe for reads. Commit is called by one thread at a time.
//
// After an I/O error in Commit nobody knows what is on disk: that call and all
// later ones return DATA_LOSS until the process restarts; reads go on.
class Store {
 public:
  virtual ~Store() = default;

  // Commits the transactions in order, all in one durable write: when it
  // returns, what it accepted is on disk. Each gets the next revision, or its
  // own error and no revision, and sees the effects of those before it. The
  // result has one element for each transaction. Not linked to one another:
  // one that is refused does not stop the others.
  virtual std::vector<absl::StatusOr<Committed>> Commit(
      absl::Span<const Transaction> transactions) = 0;

  // The latest committed revision; 0 when empty. Never goes back, and
  // whatever it returns can be read.
  virtual int64_t LastRevision() const = 0;

  // The version of `name` that was the latest at `at_revision` (0 to
  // LastRevision(), else OUT_OF_RANGE), deleted or not. NOT_FOUND when there
  // was none then. This and all other reads: DATA_LOSS when stored bytes cannot
  // be read or decoded.
  virtual absl::StatusOr<RecordVersion> Get(absl::string_view name,
                                            int64_t at_revision) const = 0;

  // The records that fit the query, as of its at_revision (0 to LastRevision(),
  // else OUT_OF_RANGE). More follow while the page has a continue_after, also
  // when it has no records.
  virtual absl::StatusOr<ListPage> List(const ListQuery& query) const = 0;

  // The versions of `name` with a revision below `before_revision`, newest
  // first. Empty when there is none.
  virtual absl::StatusOr<std::vector<RecordVersion>> ListVersions(
      absl::string_view name, int64_t before_revision,
      const ReadLimit& limit) const = 0;

  // As ListVersions, without the values but with the log entries. The values
  // count against the limit: an engine may have to read them.
  virtual absl::StatusOr<std::vector<ExplainedHead>> ListHeads(
      absl::string_view name, int64_t before_revision,
      const ReadLimit& limit) const = 0;

  // The changes after `after_revision` (0 or more), oldest first, without gaps;
  // empty when there is none yet. OUT_OF_RANGE above LastRevision().
  virtual absl::StatusOr<std::vector<LoggedChange>> ReadChanges(
      int64_t after_revision, const ReadLimit& limit) const = 0;

  // The log entry of `revision` without its record versions. OUT_OF_RANGE when
  // it has not been written.
  virtual absl::StatusOr<LogEntry> ReadLogEntry(int64_t revision) const = 0;

  // Identifies the history: made at random when the store is created, 32
  // lower-case hexadecimal digits.
  virtual const std::string& store_id() const = 0;

  // "memory", "rocksdb".
  virtual absl::string_view engine_name() const = 0;

  // Whether a failure made the store refuse further commits.
  virtual bool failed() const = 0;
};

}  // namespace compendium::registry
