// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <memory>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace compendium {

class CompiledRules;

// Checks messages against what their protos say: google.api.field_behavior and
// compendium.rules.v1.field, down to the last nested message. Whatever passes
// has no field that is too long, too many, out of its range, without its
// grammar or missing; what a proto cannot say is the service's to check.
//
//   REQUIRED      must be set, and not to the default; within a message that is
//                 absent nothing is required
//   OUTPUT_ONLY   may hold anything, except that strings keep their bytes_max;
//                 the service checks what it reads of them all the same, such
//                 as the name that says which record is meant
//   strings       UTF-8 without control characters but \t \n \r, anywhere
//   enums         a value that this release knows
//   FieldMask, Duration, Timestamp   what they may hold by their definition
//   unknown fields are refused: this release could not keep what it promises
//                 for them
//
// An update with a mask may leave out what it does not change: in a message
// with a field `update_mask`, the REQUIRED fields of its other messages are
// only required if the mask names them or is "*". The merged record is to be
// checked again, by itself.
//
// Immutable; any thread may use it. Build one for each service, at its start.
class FieldRules {
 public:
  // Rules for the requests of the service with this full name, such as
  // RegistryService::service_full_name(), and for every message in them. A
  // service that is not linked is a programmer's error.
  static FieldRules ForService(absl::string_view service_name);

  // Rules for these messages, which must be generated and linked, and every
  // message in them. An annotation that does not fit its field is a
  // programmer's error.
  explicit FieldRules(
      absl::Span<const google::protobuf::Descriptor* const> messages);
  ~FieldRules();
  FieldRules(FieldRules&&) noexcept;

  // OK, or INVALID_ARGUMENT with up to kProblemCountMax problems in the order
  // of the fields. Their paths begin at `message` or, when given, with
  // `path` ("questionnaire" makes "questionnaire.answers[2].state"). A message
  // of a type that was not given is a programmer's error.
  absl::Status Check(const google::protobuf::Message& message,
                     absl::string_view path = "") const;

  // The same for a message that was just parsed from `bytes`: these are looked
  // at first, which is several times as fast when all is well.
  absl::Status CheckParsed(absl::string_view bytes,
                           const google::protobuf::Message& message) const;

  // More are not collected: errors travel in trailers of 8 KiB.
  static constexpr size_t kProblemCountMax = 20;

 private:
  // Constant after construction.
  std::unique_ptr<const CompiledRules> compiled_;
};

// FieldRules for this one message, built and thrown away: some 10 µs. For tests
// and programs that check now and then; a service holds FieldRules.
absl::Status CheckFields(const google::protobuf::Message& request);

}  // namespace compendium
