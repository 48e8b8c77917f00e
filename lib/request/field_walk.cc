// SPDX-License-Identifier: Apache-2.0
#include "lib/request/field_walk.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/unknown_field_set.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/request/grammar.h"
#include "lib/request/plain_text.h"
#include "lib/request/well_known_types.h"

namespace compendium {
namespace {

using google::protobuf::Duration;
using google::protobuf::FieldDescriptor;
using google::protobuf::FieldMask;
using google::protobuf::Message;
using google::protobuf::Reflection;
using google::protobuf::Timestamp;
using Type = CompiledField::Type;

}  // namespace

FieldWalk::FieldWalk(absl::string_view root, size_t problem_count_max)
    : root_(root), problem_count_max_(problem_count_max) {}

void FieldWalk::Walk(const Message& message, const CompiledMessage& rules) {
  WalkMessage({message, rules, nullptr, nullptr});
}

void FieldWalk::WalkMessage(const Visit& visit) {
  const auto& [message, rules, place, mask] = visit;
  const int depth = place == nullptr ? 1 : place->depth + 1;
  if (depth > kDepthMax)
    return Add(place, absl::StrCat("got more than ", kDepthMax,
                                   " messages in each other, want fewer"));
  const auto& unknown = rules.reflection->GetUnknownFields(message);
  if (!unknown.empty())
    Add(place, absl::StrCat("got an unknown field with number ",
                            unknown.field(0).number(),
                            ", want fields that this release knows"));
  switch (rules.kind) {
    case CompiledMessage::Kind::kFieldMask:
      return CheckMask(static_cast<const FieldMask&>(message), place);
    case CompiledMessage::Kind::kDuration:
      return AddIf(place,
                   DurationProblem(static_cast<const Duration&>(message)));
    case CompiledMessage::Kind::kTimestamp:
      return AddIf(place,
                   TimestampProblem(static_cast<const Timestamp&>(message)));
    case CompiledMessage::Kind::kAnnotated:
      break;
  }
  Mask update;  // an absent mask names the fields that are not empty
  if (rules.update_mask != nullptr) {
    const auto& paths = static_cast<const FieldMask&>(
        rules.reflection->GetMessage(message, rules.update_mask));
    for (int i = 0; i < std::min(paths.paths_size(), kMaskPathCountMax); ++i)
      update.insert(paths.paths(i));
  }
  const bool partial = rules.update_mask != nullptr && !update.contains("*");
  for (const CompiledField& field : rules.fields) {
    if (full()) return;
    const bool required =
        field.required &&
        (mask == nullptr || mask->contains(field.descriptor->name()));
    const Place here{place, field.descriptor, -1, depth};
    if (field.repeated) {
      WalkItems(visit, field, here, required);
    } else {
      WalkValue(visit, field, here, required, partial ? &update : nullptr);
    }
  }
}

void FieldWalk::WalkItems(const Visit& visit, const CompiledField& rules,
                          const Place& place, bool required) {
  const Reflection& reflection = *visit.rules.reflection;
  const Message& message = visit.message;
  const FieldDescriptor* field = rules.descriptor;
  const int count = reflection.FieldSize(message, field);
  if (count == 0 && required) Add(&place, "got no items, want at least one");
  if (rules.items_max > 0 && count > rules.items_max)
    return Add(&place, absl::StrCat("got ", count, " items, want at most ",
                                    rules.items_max));
  Place item = place;
  for (int i = 0; i < count && !full(); ++i) {
    item.index = i;
    switch (rules.type) {
      case Type::kText:
      case Type::kBytes:
        CheckText(
            reflection.GetRepeatedStringReference(message, field, i, &scratch_),
            rules, item);
        break;
      case Type::kInt32:
        CheckInteger(reflection.GetRepeatedInt32(message, field, i), rules,
                     item);
        break;
      case Type::kInt64:
        CheckInteger(reflection.GetRepeatedInt64(message, field, i), rules,
                     item);
        break;
      case Type::kEnum:
        CheckEnum(reflection.GetRepeatedEnumValue(message, field, i), rules,
                  item);
        break;
      case Type::kMessage:
        WalkMessage({reflection.GetRepeatedMessage(message, field, i),
                     *rules.message, &item, nullptr});
        break;
      case Type::kOther:
        return;  // nothing can be said about them
    }
  }
}

void FieldWalk::WalkValue(const Visit& visit, const CompiledField& rules,
                          const Place& place, bool required,
                          const Mask* mask_below) {
  const Reflection& reflection = *visit.rules.reflection;
  const Message& message = visit.message;
  const FieldDescriptor* field = rules.descriptor;
  bool empty = false;  // holds the default, whether set or not
  switch (rules.type) {
    case Type::kText:
    case Type::kBytes: {
      const std::string& text =
          reflection.GetStringReference(message, field, &scratch_);
      empty = text.empty();
      if (!empty) CheckText(text, rules, place);
      break;
    }
    case Type::kInt32:
    case Type::kInt64: {
      const int64_t value = rules.type == Type::kInt32
                                ? reflection.GetInt32(message, field)
                                : reflection.GetInt64(message, field);
      empty = value == 0;
      if (!empty || (rules.has_presence && !IsAbsent(visit, rules)))
        CheckInteger(value, rules, place);
      break;
    }
    case Type::kEnum: {
      const int value = reflection.GetEnumValue(message, field);
      empty = value == 0;
      CheckEnum(value, rules, place);
      break;
    }
    case Type::kMessage:
      empty = IsAbsent(visit, rules);
      if (!empty)
        WalkMessage({reflection.GetMessage(message, field), *rules.message,
                     &place, mask_below});
      break;
    case Type::kOther:
      empty = IsAbsent(visit, rules);
      break;
  }
  // A required member of a oneof may not be empty when it is the one chosen.
  if (empty && required && !(rules.in_oneof && IsAbsent(visit, rules)))
    Add(&place, "got nothing, want a value");
}

bool FieldWalk::IsAbsent(const Visit& visit, const CompiledField& rules) {
  return !visit.rules.reflection->HasField(visit.message, rules.descriptor);
}

void FieldWalk::CheckText(absl::string_view text, const CompiledField& rules,
                          const Place& place) {
  if (rules.bytes_max > 0 && text.size() > rules.bytes_max)
    return Add(&place, absl::StrCat("got ", text.size(),
                                    " bytes, want at most ", rules.bytes_max));
  if (rules.type == Type::kBytes) return;
  const TextFlaw flaw = FindTextFlaw(text);
  if (flaw.kind == TextFlaw::Kind::kEncoding)
    return Add(&place, absl::StrCat("got no UTF-8 at byte ", flaw.byte,
                                    ", want UTF-8 text"));
  if (flaw.kind == TextFlaw::Kind::kControl)
    return Add(&place, absl::StrCat("got a control character at byte ",
                                    flaw.byte, ", want plain text"));
  if (rules.grammar == rules::v1::GRAMMAR_UNSPECIFIED || text.empty()) return;
  AddIf(&place, GrammarProblem(rules.grammar, text));
}

void FieldWalk::CheckInteger(int64_t value, const CompiledField& rules,
                             const Place& place) {
  if (!rules.has_range) return;
  if (value >= rules.value_min && value <= rules.value_max) return;
  Add(&place, absl::StrCat("got ", value, ", want ", rules.value_min, " to ",
                           rules.value_max));
}

void FieldWalk::CheckEnum(int value, const CompiledField& rules,
                          const Place& place) {
  if (value >= 0 && value <= rules.enum_max) return;
  const auto& type = *rules.descriptor->enum_type();
  if (type.FindValueByNumber(value) != nullptr) return;
  Add(&place, absl::StrCat("got ", value, ", want a value of ", type.name()));
}

void FieldWalk::CheckMask(const FieldMask& mask, const Place* place) {
  CompiledField rules;
  rules.descriptor = FieldMask::descriptor()->FindFieldByName("paths");
  rules.type = Type::kText;
  rules.bytes_max = kMaskPathBytesMax;
  Place path{place, rules.descriptor, -1, 0};
  if (mask.paths_size() > kMaskPathCountMax)
    return Add(&path, absl::StrCat("got ", mask.paths_size(),
                                   " items, want at most ", kMaskPathCountMax));
  for (path.index = 0; path.index < mask.paths_size(); ++path.index) {
    const size_t problem_count = problems_.size();
    CheckText(mask.paths(path.index), rules, path);
    if (problems_.size() == problem_count)
      AddIf(&path, MaskPathProblem(mask.paths(path.index)));
  }
}

void FieldWalk::Add(const Place* place, std::string description) {
  if (full()) return;
  std::vector<std::string> parts;
  for (const Place* p = place; p != nullptr; p = p->parent)
    parts.push_back(p->index < 0
                        ? p->field->name()
                        : absl::StrCat(p->field->name(), "[", p->index, "]"));
  if (!root_.empty()) parts.push_back(root_);
  std::reverse(parts.begin(), parts.end());
  problems_.push_back({absl::StrJoin(parts, "."), std::move(description)});
}

void FieldWalk::AddIf(const Place* place,
                      std::optional<std::string> description) {
  if (description.has_value()) Add(place, *std::move(description));
}

}  // namespace compendium
