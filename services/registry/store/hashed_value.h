// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "lib/base/sha256.h"

namespace compendium::registry {

// The bytes that a version keeps, with the SHA-256 that the log keeps of them.
// Hashed where it is made, on the caller's thread: all writes pass through the
// committer one after the other, so work that need not wait is kept out of it.
class HashedValue {
 public:
  // Not explicit: it is the same value, only hashed.
  // NOLINTNEXTLINE(google-explicit-constructor)
  HashedValue(std::string bytes)
      : bytes_(std::move(bytes)), sha256_(base::Sha256({bytes_})) {}

  const std::string& bytes() const { return bytes_; }
  const std::string& sha256() const { return sha256_; }

 private:
  std::string bytes_;
  std::string sha256_;
};

}  // namespace compendium::registry
