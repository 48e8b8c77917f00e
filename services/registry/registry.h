// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/field_mask.pb.h>

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "lib/request/field_rules.h"
#include "services/registry/record_write.h"
#include "services/registry/store/commit_queue.h"
#include "services/registry/store/record.h"
#include "services/registry/store/store.h"
#include "services/registry/write_call.h"
#include "services/registry/write_line.h"

namespace compendium::registry {

// The heart of the registry: turns requests that passed the annotations' rules
// into transactions and their outcomes into answers. Everything about who
// refers to whom, etags, masks and repeated requests is here.
//
// A write with an etag fails with ABORTED when the record moved on. Those
// without are made one after the other, and again on the new version when one
// with an etag came between (up to kWriteAttemptsMax times), so that they never
// overwrite what they have not seen.
//
// A request_id that was committed is answered as the first time, also when the
// record has changed since: whatever this class would refuse or leave alone, it
// asks the store first whether the request has been committed. A request that
// was refused or changed nothing leaves no trace: again, it is a new one.
//
// Thread-safe. Borrows store and queue; they must outlive it. Its destructor
// waits for the answers to writes without etag; those to all others must have
// been given.
class Registry {
 public:
  Registry(const Store& store, CommitQueue& queue);

  void Create(CreateCall call, WriteDone done);
  void Update(UpdateCall call, WriteDone done);
  void Edit(EditCall call, WriteDone done);
  void Delete(HideCall call, WriteDone done);
  void Undelete(HideCall call, WriteDone done);

 private:
  // Completes and serializes a record that passed the annotations' rules.
  static absl::StatusOr<std::string> ValueOf(const std::string& name,
                                             google::protobuf::Message& record);
  // `version` with the fields of `mask` as in `changes`.
  absl::StatusOr<std::string> MergedValue(
      const RecordVersion& version, const google::protobuf::FieldMask& mask,
      const google::protobuf::Message& changes) const;
  absl::StatusOr<std::string> EditedValue(
      const RecordVersion& version,
      const std::function<absl::Status(google::protobuf::Message&)>& edit)
      const;
  // Sets what makes the value that an update writes over a version.
  absl::Status SetValue(const UpdateCall& call,
                        RecordWrite::Options& options) const;
  void Begin(RecordWrite::Options options);

  const Store& store_;
  CommitQueue& queue_;
  const FieldRules record_rules_;
  WriteLine line_;
};

}  // namespace compendium::registry
