// SPDX-License-Identifier: Apache-2.0
// The three kinds of records and what they have in common as messages.
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium::registry {

// A kind of record. The numbers are those of the fields of
// compendium.registry.v1.Record.
enum class RecordKind {
  kMechanism = 1,
  kRound = 2,
  kQuestionnaire = 3,
};

// Field numbers that every record message has.
inline constexpr uint32_t kNameField = 1;
inline constexpr uint32_t kEtagField = 16;
inline constexpr uint32_t kRevisionField = 17;
inline constexpr uint32_t kCreateTimeField = 18;
inline constexpr uint32_t kUpdateTimeField = 19;
inline constexpr uint32_t kDeleteTimeField = 20;

// Whether the registry alone sets the field: name and 16 to 20.
bool IsOutputOnly(const google::protobuf::FieldDescriptor& field);

// The kind of record that `name` is the name of; `name` must be valid.
RecordKind KindOfName(absl::string_view name);

// What requests call a record of this kind: mechanism, round, questionnaire.
absl::string_view FieldOfKind(RecordKind kind);

// An empty record.
std::unique_ptr<google::protobuf::Message> NewRecord(RecordKind kind);

// The record in a stored value; DATA_LOSS when it does not parse.
absl::StatusOr<std::unique_ptr<google::protobuf::Message>> ParseStored(
    RecordKind kind, absl::string_view value);

// The bytes to store: with `name`, without the other output-only fields,
// deterministic.
std::string SerializeStored(absl::string_view name,
                            google::protobuf::Message& record);

}  // namespace compendium::registry
