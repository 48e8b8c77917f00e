// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "lib/base/sha256.h"
#include "services/registry/store/shared_bytes.h"

namespace compendium::registry {

// The bytes that a version keeps, with the SHA-256 that the log keeps of them.
// Hashed where it is made, on the caller's thread: all writes pass through the
// committer one after the other, so work that need not wait is kept out of it.
class HashedValue {
 public:
  // Not explicit: it is the same value, only hashed.
  // NOLINTNEXTLINE(google-explicit-constructor)
  HashedValue(SharedBytes bytes)
      : bytes_(std::move(bytes)), sha256_(base::Sha256({bytes_})) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  HashedValue(std::string bytes) : HashedValue(SharedBytes(std::move(bytes))) {}

  const SharedBytes& bytes() const { return bytes_; }
  const std::string& sha256() const { return sha256_; }

 private:
  SharedBytes bytes_;
  std::string sha256_;
};

}  // namespace compendium::registry
