// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/registry/record_kind.h"
#include "services/registry/store/record.h"
#include "services/registry/store/store.h"

namespace compendium::registry {

// Which records a page lists.
struct ListCall {
  RecordKind kind = RecordKind::kMechanism;
  std::string parent = {};  // questionnaires only: a mechanism, or mechanisms/-
  std::string round = {};  // questionnaires only: rounds/{round}; empty for all
  bool show_deleted = false;
  int64_t read_revision = 0;    // 0 for the latest
  std::string after_name = {};  // empty for the first page
  int page_size = 0;            // as in requests
};

// Records, all as of one revision.
struct RecordPage {
  int64_t revision = 0;
  std::vector<RecordVersion> records = {};
  std::string continue_after = {};  // ListCall::after_name of the next page
};

// A version with what the log says about it.
struct ExplainedVersion {
  std::string name = {};
  RecordHead head = {};
  std::string author = {};
  std::string reason = {};
};

struct VersionPage {
  int64_t revision = 0;
  std::vector<ExplainedVersion> versions = {};  // newest first
  int64_t continue_before = 0;                  // 0 after the last page
};

struct LogPage {
  int64_t last_revision = 0;
  std::vector<LoggedChange> changes = {};
};

// The page size that a request's `page_size` asks for.
int PageCount(int requested, int otherwise);

// Reads the store for the service's methods, at any revision. Thread-safe;
// borrows the store. Errors carry reasons: REVISION_NOT_WRITTEN (OUT_OF_RANGE),
// RECORD_NOT_FOUND (NOT_FOUND), BATCH_TOO_LARGE (RESOURCE_EXHAUSTED).
class RegistryReader {
 public:
  explicit RegistryReader(const Store& store) : store_(store) {}

  // The revision that a request with this read_revision is answered at.
  absl::StatusOr<int64_t> Resolve(int64_t read_revision) const;

  // The version of `name` that was the latest at `revision`, deleted or not.
  absl::StatusOr<RecordVersion> Get(absl::string_view name,
                                    int64_t revision) const;

  // One page, at most kPageBytesMax large unless its one record is. It may be
  // short, or empty, before the end where many names are left out.
  absl::StatusOr<RecordPage> List(const ListCall& call) const;

  // The records in the order of `names`; RESOURCE_EXHAUSTED when they do not
  // fit into a page.
  absl::StatusOr<RecordPage> BatchGet(absl::Span<const std::string> names,
                                      int64_t read_revision) const;

  // The versions of `name` up to `revision` and, unless it is 0, below
  // `before_revision`.
  absl::StatusOr<VersionPage> ListVersions(absl::string_view name,
                                           int64_t revision,
                                           int64_t before_revision,
                                           int page_size) const;

  // Log entries and the versions they wrote.
  absl::StatusOr<LogPage> ListLogEntries(int64_t after_revision,
                                         int page_size) const;

 private:
  const Store& store_;
};

}  // namespace compendium::registry
