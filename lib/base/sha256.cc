// SPDX-License-Identifier: Apache-2.0
#include "lib/base/sha256.h"

#include <openssl/evp.h>

#include <memory>

#include "absl/strings/escaping.h"
#include "lib/base/status_macros.h"

namespace compendium::base {

std::string Sha256(std::initializer_list<absl::string_view> parts) {
  // One context per thread: allocating one costs more than hashing 1 KB.
  thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>
      kContext(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  // Fetched once: of EVP_sha256() each hash would look up the implementation,
  // under a lock of the library, which costs more than hashing 500 bytes.
  static const EVP_MD* const kAlgorithm =
      EVP_MD_fetch(nullptr, "SHA256", nullptr);
  CHECK(EVP_DigestInit_ex(kContext.get(), kAlgorithm, nullptr) == 1);
  for (const absl::string_view part : parts)
    CHECK(EVP_DigestUpdate(kContext.get(), part.data(), part.size()) == 1);
  std::string digest(32, '\0');
  CHECK(EVP_DigestFinal_ex(kContext.get(),
                           reinterpret_cast<unsigned char*>(digest.data()),
                           nullptr) == 1);
  return digest;
}

std::string Sha256Hex(absl::string_view text) {
  return absl::BytesToHexString(Sha256({text}));
}

}  // namespace compendium::base
