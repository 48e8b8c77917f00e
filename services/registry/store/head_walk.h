// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rocksdb/iterator.h>

#include <cstdint>
#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/registry/store/rocksdb_files.h"
#include "services/registry/store/schema.h"

namespace compendium::registry {

// Walks over the versions of records without their values, in the order of
// their names, the newest of each first. Begins nowhere: first go somewhere.
// Sees what was written when it was made. Borrows the files; for one thread.
//
// Every step fails with DATA_LOSS when it cannot read or decode.
class HeadWalk {
 public:
  explicit HeadWalk(const RocksDbFiles& files);

  // To the newest version of the first record that is not before `name`.
  absl::Status ToName(absl::string_view name);
  // To the newest version of the first record after `name`.
  absl::Status PastName(absl::string_view name);
  // To the newest version of `name` up to `revision`; to that of the first
  // record after it when there is none.
  absl::Status ToVersion(absl::string_view name, int64_t revision);

  // To the version before, or else as NextName.
  absl::Status Next();
  // To the newest version of the next record.
  absl::Status NextName();

  bool at_end() const { return !iterator_->Valid(); }

  // Where the walk is, unless at the end. The name is valid until it goes on.
  absl::string_view name() const { return key_.name; }
  int64_t revision() const { return key_.revision; }
  absl::StatusOr<StoredHead> head() const;

 private:
  absl::Status Seek(absl::string_view key);
  absl::Status ReadKey();

  const std::unique_ptr<rocksdb::Iterator> iterator_;
  DecodedHeadKey key_;
};

}  // namespace compendium::registry
