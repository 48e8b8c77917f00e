// SPDX-License-Identifier: Apache-2.0
// What is asked of the registry's heart in one write, and its answer.
#pragma once

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>

#include <cstdint>
#include <functional>
#include <string>

#include "absl/functional/any_invocable.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/registry/store/record.h"

namespace compendium::registry {

// Who asks for a write, why, and how often at most.
struct WriteContext {
  std::string author = {};
  std::string reason = {};
  std::string request_id = {};           // empty: not idempotent
  std::string request_fingerprint = {};  // 32 bytes when there is a request_id
};

// A record's version after a write.
struct WriteAnswer {
  std::string name = {};
  RecordHead head = {};
  int64_t revision = 0;  // of the write; the head's when nothing changed
};

// Called once with the answer: by the caller's thread when the request is
// refused or nothing changes, else by a thread of the commit queue or of the
// WriteLine.
using WriteDone = absl::AnyInvocable<void(absl::StatusOr<WriteAnswer>) &&>;

// Record and mask are borrowed until the method returns; the record is changed.
struct CreateCall {
  std::string name = {};  // valid
  google::protobuf::Message* record = nullptr;
  WriteContext context = {};
};

struct UpdateCall {
  std::string name = {};  // valid
  google::protobuf::Message* record = nullptr;
  std::string etag = {};  // empty: whatever the latest version is
  // Null or without paths: the fields of `record` that are not empty.
  const google::protobuf::FieldMask* mask = nullptr;
  WriteContext context = {};
};

// A change that is made of whatever the latest version holds.
struct EditCall {
  std::string name = {};  // valid
  std::string etag = {};  // empty: whatever the latest version is
  // Changes a record of that name's kind, possibly several times, for each try
  // on another version. It has passed the rules for records; what `edit` leaves
  // is judged by them again.
  std::function<absl::Status(google::protobuf::Message& record)> edit = {};
  size_t bytes = 0;  // that `edit` holds, roughly
  WriteContext context = {};
};

// A deletion or its reverse.
struct HideCall {
  std::string name = {};  // valid
  std::string etag = {};  // empty: whatever the latest version is
  WriteContext context = {};
};

}  // namespace compendium::registry
