// SPDX-License-Identifier: Apache-2.0
// Numbers as bytes, the highest first, so that bytes sort as numbers do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium::base {

// Appends the `size` (at most 8) low bytes of `number`.
inline void AppendBigEndian(uint64_t number, size_t size, std::string& out) {
  for (size_t i = size; i-- > 0;)
    out += static_cast<char>((number >> (8 * i)) & 0xff);
}

// The number that `bytes` (at most 8) are.
inline uint64_t FromBigEndian(absl::string_view bytes) {
  uint64_t number = 0;
  for (const char c : bytes)
    number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

}  // namespace compendium::base
