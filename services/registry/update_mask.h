// SPDX-License-Identifier: Apache-2.0
// Field masks as AIP-134 has them.
#pragma once

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>

#include "absl/status/statusor.h"
#include "services/registry/record_kind.h"

namespace compendium::registry {

// The paths that an update with this record and mask changes, "*" resolved: an
// absent mask (null) and one without paths mean the fields of `record` that are
// not empty, "*" all that callers may set. INVALID_ARGUMENT naming update_mask
// for a path that is no field of the record, is output-only, or goes through a
// repeated field, and for "*" among others.
absl::StatusOr<google::protobuf::FieldMask> ResolveMask(
    const google::protobuf::Message& record,
    const google::protobuf::FieldMask* mask);

// Whether an update with this mask leaves nothing of the record as it was, so
// that the record need not be read to be changed.
bool ReplacesAll(const google::protobuf::FieldMask* mask);

// Replaces in `record` the fields of `mask`, which ResolveMask returned, by
// those of `changes`; one that `changes` does not have becomes empty.
void ApplyMask(const google::protobuf::FieldMask& mask,
               const google::protobuf::Message& changes,
               google::protobuf::Message& record);

}  // namespace compendium::registry
