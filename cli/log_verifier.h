// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "compendium/registry/v1/registry_service.pb.h"

namespace compendium {

// Recomputes the hash chain of a registry's history, entry by entry from
// revision 1, and the hash of every record version in it. Not thread-safe.
class LogVerifier {
 public:
  LogVerifier();

  // Takes the next entry. DATA_LOSS, with what is wrong, when it is not the
  // next revision, is damaged, or its hashes do not fit; then the verifier
  // stays where it was, and revision() + 1 is the first bad revision.
  absl::Status Add(const registry::v1::LogEntry& entry);

  // The last good revision, its hash (32 bytes; zeros before the first) and
  // the record versions up to it.
  int64_t revision() const { return revision_; }
  const std::string& hash() const { return hash_; }
  int64_t record_count() const { return record_count_; }

 private:
  int64_t revision_ = 0;
  std::string hash_;
  int64_t record_count_ = 0;
};

}  // namespace compendium
