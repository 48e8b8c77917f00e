// SPDX-License-Identifier: Apache-2.0
// What Google's well-known types may hold by their definition; they cannot
// carry our annotations. Part of FieldRules.
#pragma once

#include <google/protobuf/duration.pb.h>
#include <google/protobuf/timestamp.pb.h>

#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// Limits of a field mask: more paths than any message has fields, each longer
// than any path.
inline constexpr int kMaskPathCountMax = 100;
inline constexpr size_t kMaskPathBytesMax = 256;

// "got X, want Y" when it is not within ten thousand years or its two parts
// differ in sign; nothing when it is good.
std::optional<std::string> DurationProblem(
    const google::protobuf::Duration& duration);

// "got X, want Y" when it is not within the years 1 to 9999 or its nanoseconds
// are not a fraction of a second; nothing when it is good.
std::optional<std::string> TimestampProblem(
    const google::protobuf::Timestamp& timestamp);

// "got X, want Y" when a path of a field mask is not names of fields joined by
// dots, nor "*"; nothing when it is good.
std::optional<std::string> MaskPathProblem(absl::string_view path);

}  // namespace compendium
