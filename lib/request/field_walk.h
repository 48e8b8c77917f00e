// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "lib/request/compiled_rules.h"
#include "lib/request/error_details.h"

namespace compendium {

// One walk over a message that compares each field with its rules and collects
// what is wrong, in the order of the fields. Used once, by one thread. Part of
// FieldRules, whose comment lists the rules.
class FieldWalk {
 public:
  // Most messages in each other; the deepest request has five.
  static constexpr int kDepthMax = 16;

  // Paths begin with `root` unless it is empty.
  FieldWalk(absl::string_view root, size_t problem_count_max);

  // Walks over the message; stops at problem_count_max problems.
  void Walk(const google::protobuf::Message& message,
            const CompiledMessage& rules);

  const std::vector<FieldProblem>& problems() const { return problems_; }

 private:
  // Where the walk is: a field in the message at `parent`; a path is only
  // written when there is a problem.
  struct Place {
    const Place* parent;
    const google::protobuf::FieldDescriptor* field;
    int index;  // of an item; -1 for the field itself
    int depth;  // how many messages are around the field
  };
  // The fields that an update changes: of its record only these are required.
  using Mask = absl::flat_hash_set<std::string>;
  // A message that is walked, its rules and its place; null at the root.
  struct Visit {
    const google::protobuf::Message& message;
    const CompiledMessage& rules;
    const Place* place;
    const Mask* mask;  // null: all its fields may be required
  };

  void WalkMessage(const Visit& visit);
  void WalkItems(const Visit& visit, const CompiledField& rules,
                 const Place& place, bool required);
  void WalkValue(const Visit& visit, const CompiledField& rules,
                 const Place& place, bool required, const Mask* mask_below);
  bool IsAbsent(const Visit& visit, const CompiledField& rules);
  void CheckText(absl::string_view text, const CompiledField& rules,
                 const Place& place);
  void CheckInteger(int64_t value, const CompiledField& rules,
                    const Place& place);
  void CheckEnum(int value, const CompiledField& rules, const Place& place);
  void CheckMask(const google::protobuf::FieldMask& mask, const Place* place);
  void Add(const Place* place, std::string description);
  void AddIf(const Place* place, std::optional<std::string> description);
  bool full() const { return problems_.size() >= problem_count_max_; }

  // Constant after construction.
  const std::string root_;
  const size_t problem_count_max_;

  std::vector<FieldProblem> problems_;
  std::string scratch_;  // for reflection, which seldom needs it
};

}  // namespace compendium
