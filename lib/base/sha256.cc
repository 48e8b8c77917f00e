// SPDX-License-Identifier: Apache-2.0
#include "lib/base/sha256.h"

#include <openssl/evp.h>

#include <memory>

#include "absl/strings/escaping.h"
#include "lib/base/status_macros.h"

namespace compendium::base {

namespace {

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

// Fetched once: of EVP_sha256() each hash would look up the implementation,
// under a lock of the library, which costs more than hashing 500 bytes.
const EVP_MD* Algorithm() {
  static const EVP_MD* const kAlgorithm =
      EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return kAlgorithm;
}

// One context per thread: allocating one costs more than hashing 1 KB.
EVP_MD_CTX* ThreadContext() {
  thread_local const Context kContext(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  return kContext.get();
}

void Begin(std::initializer_list<absl::string_view> parts,
           EVP_MD_CTX* context) {
  CHECK(EVP_DigestInit_ex(context, Algorithm(), nullptr) == 1);
  for (const absl::string_view part : parts)
    CHECK(EVP_DigestUpdate(context, part.data(), part.size()) == 1);
}

std::string Finish(EVP_MD_CTX* context) {
  std::string digest(32, '\0');
  CHECK(EVP_DigestFinal_ex(context,
                           reinterpret_cast<unsigned char*>(digest.data()),
                           nullptr) == 1);
  return digest;
}

}  // namespace

std::string Sha256(std::initializer_list<absl::string_view> parts) {
  EVP_MD_CTX* const context = ThreadContext();
  Begin(parts, context);
  return Finish(context);
}

std::string Sha256Hex(absl::string_view text) {
  return absl::BytesToHexString(Sha256({text}));
}

struct Sha256Beginning::State {
  Context context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256Beginning::Sha256Beginning(absl::string_view text)
    : state_(std::make_unique<State>()) {
  Begin({text}, state_->context.get());
}

Sha256Beginning::~Sha256Beginning() = default;

std::string Sha256Beginning::With(absl::string_view rest) const {
  EVP_MD_CTX* const context = ThreadContext();
  CHECK(EVP_MD_CTX_copy_ex(context, state_->context.get()) == 1);
  CHECK(EVP_DigestUpdate(context, rest.data(), rest.size()) == 1);
  return Finish(context);
}

}  // namespace compendium::base
