// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/evp.h>

#include <cstdint>
#include <memory>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium::registry {

// What sender and reader of a snapshot compute alike to know that nothing was
// lost: SHA-256 over "{name} {revision}\n" of each record, in the order sent.
// Not thread-safe.
class SnapshotDigest {
 public:
  SnapshotDigest();

  void Add(absl::string_view name, int64_t revision);

  int64_t record_count() const { return record_count_; }

  // The hash, 32 raw bytes; Add nothing more after it.
  std::string Finish();

 private:
  struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };

  std::unique_ptr<EVP_MD_CTX, FreeContext> context_;
  int64_t record_count_ = 0;
};

}  // namespace compendium::registry
