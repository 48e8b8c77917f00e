// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium::http {

// What a request asks for: the target of its request line, as RFC 9112 §3.2.1
// has it:
//
//   target    = path [ "?" query ]
//   path      = 1*( "/" segment )
//   query     = parameter *( "&" parameter )
//   parameter = name [ "=" value ]
//
// Segments, names and values are percent-encoded UTF-8 without control
// characters; "+" in a query is a blank. A segment is not "." or "..", and has
// no encoded slash: a path has one meaning only. An immutable value, made only
// by Parse; any thread.
class Target {
 public:
  struct Parameter {
    std::string name;
    std::string value;
    friend bool operator==(const Parameter& a, const Parameter& b) = default;
  };

  // INVALID_ARGUMENT for what is not as above, has more than kTargetBytesMax or
  // more than kParametersMax parameters.
  static absl::StatusOr<Target> Parse(absl::string_view text);

  // The same target, with everything encoded that may be.
  std::string ToString() const;

  // Decoded; begins with a slash.
  const std::string& path() const { return path_; }

  // Decoded, in their order. An empty query has none.
  const std::vector<Parameter>& parameters() const { return parameters_; }

  // The value of the first parameter of that name; absent when there is none.
  std::optional<absl::string_view> Find(absl::string_view name) const;

  friend bool operator==(const Target& a, const Target& b) = default;

 private:
  Target() = default;

  std::string path_;
  std::vector<Parameter> parameters_;
};

}  // namespace compendium::http
