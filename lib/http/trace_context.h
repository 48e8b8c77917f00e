// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium::http {

// Which trace a request belongs to: the field `traceparent` of W3C Trace
// Context, level 1:
//
//   traceparent = "00" "-" 32HEX "-" 16HEX "-" 2HEX    (lower case)
//
// No id is all zero. A higher version may have more after a hyphen, which is
// left out. An immutable value; any thread.
class TraceContext {
 public:
  // Nothing for what is none: the specification has it ignored.
  static std::optional<TraceContext> Parse(absl::string_view text);

  // As version 00.
  std::string ToString() const;

  // 32 and 16 lower-case hexadecimal digits.
  const std::string& trace_id() const { return trace_id_; }
  const std::string& parent_id() const { return parent_id_; }

  friend bool operator==(const TraceContext& a,
                         const TraceContext& b) = default;

 private:
  TraceContext(absl::string_view trace_id, absl::string_view parent_id,
               uint8_t flags)
      : trace_id_(trace_id), parent_id_(parent_id), flags_(flags) {}

  std::string trace_id_;
  std::string parent_id_;
  uint8_t flags_;
};

}  // namespace compendium::http
