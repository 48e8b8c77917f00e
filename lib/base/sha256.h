// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium::base {

// SHA-256 (FIPS 180-4) of the parts, one after the other: 32 raw bytes.
std::string Sha256(std::initializer_list<absl::string_view> parts);

// SHA-256 of one text as 64 lower-case hexadecimal digits.
std::string Sha256Hex(absl::string_view text);

}  // namespace compendium::base
