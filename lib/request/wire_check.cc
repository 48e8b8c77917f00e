// SPDX-License-Identifier: Apache-2.0
#include "lib/request/wire_check.h"

#include <cstddef>
#include <cstdint>

#include "lib/request/field_walk.h"
#include "lib/request/grammar.h"
#include "lib/request/plain_text.h"
#include "lib/request/well_known_types.h"

namespace compendium {
namespace {

using Type = CompiledField::Type;

// Wire types of protobuf; groups and fixed sizes do not come in our messages.
constexpr uint64_t kVarint = 0;
constexpr uint64_t kBytes = 2;

// The rest of what is read. A field that passes the end, or a number of more
// than 64 bits, is not read.
class Reader {
 public:
  explicit Reader(absl::string_view bytes)
      : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool done() const { return at_ == end_; }

  bool ReadVarint(uint64_t& value) {
    value = 0;
    for (int shift = 0; shift < 64 && at_ < end_; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      if (shift == 63 && byte > 1) return false;
      value |= uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return true;
    }
    return false;
  }

  bool ReadBytes(absl::string_view& bytes) {
    uint64_t size = 0;
    if (!ReadVarint(size) || size > static_cast<uint64_t>(end_ - at_))
      return false;
    bytes = absl::string_view(at_, static_cast<size_t>(size));
    at_ += size;
    return true;
  }

 private:
  const char* at_;
  const char* end_;
};

bool IsGoodText(absl::string_view text, const CompiledField& rules) {
  if (rules.bytes_max > 0 && text.size() > rules.bytes_max) return false;
  if (rules.type == Type::kBytes) return true;
  if (FindTextFlaw(text).kind != TextFlaw::Kind::kNone) return false;
  return rules.grammar == rules::v1::GRAMMAR_UNSPECIFIED || text.empty() ||
         !GrammarProblem(rules.grammar, text).has_value();
}

bool IsGoodNumber(uint64_t value, const CompiledField& rules) {
  if (rules.type == Type::kEnum)
    return rules.enum_max >= 0 &&
           value <= static_cast<uint64_t>(rules.enum_max);
  const auto number = static_cast<int64_t>(value);
  // Of an int32 protobuf drops the upper half.
  if (rules.type == Type::kInt32 && number != static_cast<int32_t>(number))
    return false;
  return !rules.has_range ||
         (number >= rules.value_min && number <= rules.value_max);
}

bool CheckMask(absl::string_view bytes) {
  Reader reader(bytes);
  int count = 0;
  while (!reader.done()) {
    uint64_t tag = 0;
    absl::string_view path;
    if (!reader.ReadVarint(tag) || tag != (1 << 3 | kBytes) ||
        !reader.ReadBytes(path) || ++count > kMaskPathCountMax ||
        path.size() > kMaskPathBytesMax ||
        FindTextFlaw(path).kind != TextFlaw::Kind::kNone ||
        MaskPathProblem(path).has_value())
      return false;
  }
  return true;
}

bool CheckMessage(absl::string_view bytes, const CompiledMessage& rules,
                  int depth);

// The fields of one message as they come.
class MessageCheck {
 public:
  MessageCheck(const CompiledMessage& rules, int depth)
      : rules_(rules), depth_(depth) {}

  bool Run(Reader reader) {
    while (!reader.done())
      if (!CheckField(reader)) return false;
    return (seen_ & rules_.required) == rules_.required;
  }

 private:
  bool CheckField(Reader& reader) {
    uint64_t tag = 0;
    if (!reader.ReadVarint(tag)) return false;
    const CompiledField* field = rules_.FindByNumber(tag >> 3);
    if (field == nullptr) return false;
    const uint64_t wire_type = tag & 7;
    if (wire_type == kVarint) {
      uint64_t value = 0;
      return reader.ReadVarint(value) && CheckNumber(value, *field);
    }
    absl::string_view bytes;
    return wire_type == kBytes && reader.ReadBytes(bytes) &&
           CheckBytes(bytes, *field);
  }

  bool CheckNumber(uint64_t value, const CompiledField& field) {
    const bool is_number = field.type == Type::kInt32 ||
                           field.type == Type::kInt64 ||
                           field.type == Type::kEnum || field.is_bool;
    if (!is_number || field.repeated || !IsNew(field)) return false;
    if (field.unchecked) return true;
    if (field.is_bool) return !field.required;  // seldom, so it is not decided
    // Zero is absent, unless absence is another thing.
    if (value == 0 && !field.has_presence) return !field.required;
    return (value != 0 || !field.required) && IsGoodNumber(value, field);
  }

  bool CheckBytes(absl::string_view bytes, const CompiledField& field) {
    if (field.repeated ? !CountsWithin(field) : !IsNew(field)) return false;
    switch (field.type) {
      case Type::kText:
      case Type::kBytes:
        if (bytes.empty() && field.required && !field.repeated) return false;
        return IsGoodText(bytes, field);
      case Type::kMessage:
        return field.unchecked
                   ? !field.repeated
                   : CheckMessage(bytes, *field.message, depth_ + 1);
      default:
        return false;
    }
  }

  // Notes that a field came; false when it had come before.
  bool IsNew(const CompiledField& field) {
    const uint64_t bit = uint64_t{1} << field.index;
    const bool is_new = (seen_ & bit) == 0;
    seen_ |= bit;
    return is_new;
  }

  // Counts an item; false when it is one too many or when items of another
  // field stand between.
  bool CountsWithin(const CompiledField& field) {
    const uint64_t bit = uint64_t{1} << field.index;
    if (counted_ != &field) {
      if ((seen_ & bit) != 0) return false;
      counted_ = &field;
      count_ = 0;
      seen_ |= bit;
    }
    ++count_;
    return field.items_max == 0 || count_ <= field.items_max;
  }

  const CompiledMessage& rules_;
  const int depth_;
  uint64_t seen_ = 0;  // by CompiledField::index
  const CompiledField* counted_ = nullptr;
  int count_ = 0;
};

bool CheckMessage(absl::string_view bytes, const CompiledMessage& rules,
                  int depth) {
  if (depth > FieldWalk::kDepthMax) return false;
  switch (rules.kind) {
    case CompiledMessage::Kind::kFieldMask:
      return CheckMask(bytes);
    case CompiledMessage::Kind::kDuration:
    case CompiledMessage::Kind::kTimestamp:
      return false;
    case CompiledMessage::Kind::kAnnotated:
      break;
  }
  return MessageCheck(rules, depth).Run(Reader(bytes));
}

}  // namespace

bool CertainlyKeepsRules(absl::string_view bytes,
                         const CompiledMessage& rules) {
  return CheckMessage(bytes, rules, 1);
}

}  // namespace compendium
