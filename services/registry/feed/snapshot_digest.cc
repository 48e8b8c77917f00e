// SPDX-License-Identifier: Apache-2.0
#include "services/registry/feed/snapshot_digest.h"

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium::registry {

SnapshotDigest::SnapshotDigest() : context_(EVP_MD_CTX_new()) {
  CHECK(context_ != nullptr);
  CHECK(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
}

void SnapshotDigest::Add(absl::string_view name, int64_t revision) {
  const std::string line = absl::StrCat(name, " ", revision, "\n");
  CHECK(EVP_DigestUpdate(context_.get(), line.data(), line.size()) == 1);
  ++record_count_;
}

std::string SnapshotDigest::Finish() {
  std::string hash(EVP_MAX_MD_SIZE, '\0');
  unsigned int size = 0;
  CHECK(EVP_DigestFinal_ex(context_.get(),
                           reinterpret_cast<unsigned char*>(hash.data()),
                           &size) == 1);
  hash.resize(size);
  return hash;
}

}  // namespace compendium::registry
