// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <memory>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium::base {

// SHA-256 (FIPS 180-4) of the parts, one after the other: 32 raw bytes.
std::string Sha256(std::initializer_list<absl::string_view> parts);

// SHA-256 of one text as 64 lower-case hexadecimal digits.
std::string Sha256Hex(absl::string_view text);

// Hashes texts that begin alike: the beginning is hashed once. For one thread.
class Sha256Beginning {
 public:
  explicit Sha256Beginning(absl::string_view text);
  ~Sha256Beginning();
  Sha256Beginning(const Sha256Beginning&) = delete;
  Sha256Beginning& operator=(const Sha256Beginning&) = delete;

  // Of the beginning and `rest`, as Sha256.
  std::string With(absl::string_view rest) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace compendium::base
