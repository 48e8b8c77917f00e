// SPDX-License-Identifier: Apache-2.0
// The annotations of protos in the form in which FieldWalk needs them: reading
// options costs far more than the checks themselves. Part of FieldRules.
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "compendium/rules/v1/rules.pb.h"

namespace compendium {

struct CompiledMessage;

// What one field may hold.
struct CompiledField {
  enum class Type { kText, kBytes, kInt32, kInt64, kEnum, kMessage, kOther };

  const google::protobuf::FieldDescriptor* descriptor = nullptr;
  Type type = Type::kOther;
  bool repeated = false;
  bool has_presence = false;  // absent and default are two things
  bool in_oneof = false;
  bool required = false;
  size_t bytes_max = 0;  // 0: no limit
  int items_max = 0;     // 0: no limit
  bool has_range = false;
  int64_t value_min = 0;
  int64_t value_max = 0;
  // Of an enum whose values are 0 to enum_max without gaps; else -1.
  int enum_max = -1;
  rules::v1::Grammar grammar = rules::v1::GRAMMAR_UNSPECIFIED;
  const CompiledMessage* message = nullptr;  // of a message field
  // For wire_check.h: a number of its own within the message, and whether the
  // walk does not look at it.
  int index = 0;
  bool unchecked = false;
  bool is_bool = false;
};

// What the fields of one message may hold.
struct CompiledMessage {
  // Well-known types have rules of their own instead of annotations.
  enum class Kind { kAnnotated, kFieldMask, kDuration, kTimestamp };

  const google::protobuf::Reflection* reflection = nullptr;
  Kind kind = Kind::kAnnotated;
  // In the order of their declaration; without those that may hold anything.
  std::vector<CompiledField> fields;
  // The mask of an update request; null in other messages.
  const google::protobuf::FieldDescriptor* update_mask = nullptr;

  // The fields by number, for wire_check.h, as far as a word has bits for them;
  // what stands between has no descriptor.
  std::vector<CompiledField> by_number;
  // The indexes of those that must be there, as bits.
  uint64_t required = 0;

  // Null when there is none with that number.
  const CompiledField* FindByNumber(uint64_t number) const {
    if (number >= by_number.size()) return nullptr;
    const CompiledField& field = by_number[number];
    return field.descriptor == nullptr ? nullptr : &field;
  }
};

// The rules of some messages and of every message in them, all of them
// generated and linked. Immutable; any thread may use it.
class CompiledRules {
 public:
  explicit CompiledRules(
      absl::Span<const google::protobuf::Descriptor* const> messages);

  // The rules of that type, or null when it was not among the messages.
  const CompiledMessage* Find(const google::protobuf::Descriptor* type) const;

 private:
  const CompiledMessage* Compile(const google::protobuf::Descriptor* type);
  CompiledField CompileField(const google::protobuf::FieldDescriptor* field);

  // Constant after construction. The messages stay where they are when the map
  // grows: fields point to them.
  absl::flat_hash_map<const google::protobuf::Descriptor*,
                      std::unique_ptr<CompiledMessage>>
      messages_;
};

}  // namespace compendium
