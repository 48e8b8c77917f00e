// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace compendium::reporting {

// What a parameter means, for the OpenAPI document: descriptors have no
// comments at run time.
struct ParameterText {
  absl::string_view name;
  std::string description;
  std::string example;  // empty where none helps
};

// Of a parameter of some plain route; one that has no text is a programmer's
// error.
const ParameterText& TextOf(absl::string_view name);

}  // namespace compendium::reporting
