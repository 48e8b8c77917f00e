// SPDX-License-Identifier: Apache-2.0
#include "lib/request/compiled_rules.h"

#include "google/api/field_behavior.pb.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::MessageFactory;

CompiledMessage::Kind KindOf(const Descriptor& type) {
  if (type.full_name() == "google.protobuf.FieldMask")
    return CompiledMessage::Kind::kFieldMask;
  if (type.full_name() == "google.protobuf.Duration")
    return CompiledMessage::Kind::kDuration;
  if (type.full_name() == "google.protobuf.Timestamp")
    return CompiledMessage::Kind::kTimestamp;
  return CompiledMessage::Kind::kAnnotated;
}

CompiledField::Type TypeOf(const FieldDescriptor& field) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      return field.type() == FieldDescriptor::TYPE_STRING
                 ? CompiledField::Type::kText
                 : CompiledField::Type::kBytes;
    case FieldDescriptor::CPPTYPE_INT32:
      return CompiledField::Type::kInt32;
    case FieldDescriptor::CPPTYPE_INT64:
      return CompiledField::Type::kInt64;
    case FieldDescriptor::CPPTYPE_ENUM:
      return CompiledField::Type::kEnum;
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return CompiledField::Type::kMessage;
    default:
      return CompiledField::Type::kOther;
  }
}

bool HasBehaviour(const FieldDescriptor& field,
                  google::api::FieldBehavior wanted) {
  const auto& options = field.options();
  for (int i = 0; i < options.ExtensionSize(google::api::field_behavior); ++i) {
    if (options.GetExtension(google::api::field_behavior, i) == wanted)
      return true;
  }
  return false;
}

// n when the values are 0 to n in this order, else -1.
int EnumMax(const EnumDescriptor& type) {
  for (int i = 0; i < type.value_count(); ++i) {
    if (type.value(i)->number() != i) return -1;
  }
  return type.value_count() - 1;
}

// An annotation that its field cannot obey would be a limit that does not hold.
void CheckFits(const rules::v1::FieldRules& rules, const CompiledField& field) {
  using Type = CompiledField::Type;
  const bool is_text = field.type == Type::kText;
  CHECK(rules.bytes_max() == 0 || is_text || field.type == Type::kBytes);
  CHECK(rules.bytes_max() >= 0 && rules.items_max() >= 0);
  CHECK(rules.items_max() == 0 || field.repeated);
  CHECK(!rules.has_range() || field.type == Type::kInt32 ||
        field.type == Type::kInt64);
  CHECK(rules.grammar() == rules::v1::GRAMMAR_UNSPECIFIED || is_text);
}

// Whether anything can be wrong with a field.
bool CanFail(const CompiledField& field) {
  using Type = CompiledField::Type;
  if (field.required || field.items_max > 0) return true;
  if (field.type == Type::kBytes) return field.bytes_max > 0;
  if (field.type == Type::kInt32 || field.type == Type::kInt64)
    return field.has_range;
  return field.type != Type::kOther;
}

void AddByNumber(const CompiledField& field, CompiledMessage& message) {
  constexpr int kNumberMax = 63;
  const int number = field.descriptor->number();
  // Then the quick look does not know it, and leaves it to the walk.
  if (number > kNumberMax || field.index > kNumberMax) return;
  if (static_cast<size_t>(number) >= message.by_number.size())
    message.by_number.resize(static_cast<size_t>(number) + 1);
  message.by_number[static_cast<size_t>(number)] = field;
  if (field.required && !field.in_oneof && !field.unchecked)
    message.required |= uint64_t{1} << field.index;
}

}  // namespace

CompiledRules::CompiledRules(absl::Span<const Descriptor* const> messages) {
  for (const Descriptor* message : messages) Compile(message);
}

const CompiledMessage* CompiledRules::Find(const Descriptor* type) const {
  const auto found = messages_.find(type);
  return found == messages_.end() ? nullptr : found->second.get();
}

const CompiledMessage* CompiledRules::Compile(const Descriptor* type) {
  const auto [place, is_new] = messages_.try_emplace(type);
  if (!is_new) return place->second.get();  // a type may contain itself
  place->second = std::make_unique<CompiledMessage>();
  CompiledMessage& message = *place->second;
  const auto* prototype =
      MessageFactory::generated_factory()->GetPrototype(type);
  CHECK(prototype != nullptr);
  message.reflection = prototype->GetReflection();
  message.kind = KindOf(*type);
  if (message.kind != CompiledMessage::Kind::kAnnotated) return &message;

  for (int i = 0; i < type->field_count(); ++i) {
    const FieldDescriptor* descriptor = type->field(i);
    CompiledField field = CompileField(descriptor);
    field.index = i;
    if (HasBehaviour(*descriptor, google::api::OUTPUT_ONLY)) {
      // What only the server sets is not looked at, but texts have their size.
      field.unchecked = field.type != CompiledField::Type::kText;
      field.grammar = rules::v1::GRAMMAR_UNSPECIFIED;
    }
    AddByNumber(field, message);
    if (field.unchecked) continue;
    if (CanFail(field)) message.fields.push_back(field);
    if (descriptor->name() == "update_mask" && field.message != nullptr &&
        field.message->kind == CompiledMessage::Kind::kFieldMask)
      message.update_mask = descriptor;
  }
  return &message;
}

CompiledField CompiledRules::CompileField(const FieldDescriptor* field) {
  const auto& rules = field->options().GetExtension(rules::v1::field);
  CompiledField compiled;
  compiled.descriptor = field;
  compiled.type = TypeOf(*field);
  compiled.repeated = field->is_repeated();
  compiled.is_bool = field->cpp_type() == FieldDescriptor::CPPTYPE_BOOL;
  compiled.has_presence = field->has_presence();
  compiled.in_oneof = field->real_containing_oneof() != nullptr;
  compiled.required = HasBehaviour(*field, google::api::REQUIRED);
  compiled.bytes_max = static_cast<size_t>(rules.bytes_max());
  compiled.items_max = rules.items_max();
  compiled.has_range = rules.has_range();
  compiled.value_min = rules.value_min();
  compiled.value_max = rules.value_max();
  compiled.grammar = rules.grammar();
  CheckFits(rules, compiled);
  if (compiled.type == CompiledField::Type::kEnum)
    compiled.enum_max = EnumMax(*field->enum_type());
  if (compiled.type == CompiledField::Type::kMessage)
    compiled.message = Compile(field->message_type());
  return compiled;
}

}  // namespace compendium
