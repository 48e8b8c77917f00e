// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/head_walk.h"

#include <rocksdb/db.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium::registry {
namespace {

// How many versions of a record are passed one by one before the next record is
// looked up: most have fewer, and a step costs a fraction of a lookup.
constexpr int kStepsBeforeLookup = 8;

}  // namespace

HeadWalk::HeadWalk(const RocksDbFiles& files)
    : iterator_(files.db().NewIterator(rocksdb::ReadOptions(), files.heads())) {
}

absl::Status HeadWalk::ToName(absl::string_view name) { return Seek(name); }

absl::Status HeadWalk::PastName(absl::string_view name) {
  return Seek(absl::StrCat(name, "\x01"));  // after the zero byte of its keys
}

absl::Status HeadWalk::ToVersion(absl::string_view name, int64_t revision) {
  return Seek(EncodeHeadKey(name, revision));
}

absl::Status HeadWalk::Next() {
  iterator_->Next();
  return ReadKey();
}

absl::Status HeadWalk::NextName() {
  const std::string passed(name());
  for (int i = 0; i < kStepsBeforeLookup; ++i) {
    RETURN_IF_ERROR(Next());
    if (at_end() || name() != passed) return absl::OkStatus();
  }
  return PastName(passed);
}

absl::StatusOr<StoredHead> HeadWalk::head() const {
  return Stored(name(), DecodeHead(revision(), ToView(iterator_->value())));
}

absl::Status HeadWalk::Seek(absl::string_view key) {
  iterator_->Seek(ToSlice(key));
  return ReadKey();
}

absl::Status HeadWalk::ReadKey() {
  if (!iterator_->status().ok()) return ReadError(iterator_->status(), "heads");
  if (at_end()) return absl::OkStatus();
  ASSIGN_OR_RETURN(key_,
                   Stored("heads", DecodeHeadKey(ToView(iterator_->key()))));
  return absl::OkStatus();
}

}  // namespace compendium::registry
