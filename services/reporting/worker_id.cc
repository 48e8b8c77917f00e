// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/worker_id.h"

#include <openssl/rand.h>

#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "lib/base/atomic_file.h"
#include "lib/base/status_macros.h"

namespace compendium::reporting {
namespace {

constexpr size_t kIdBytes = 16;

}  // namespace

absl::StatusOr<std::string> WorkerIdOf(const std::string& folder) {
  const std::string path = absl::StrCat(folder, "/worker");
  const absl::StatusOr<std::string> known =
      base::ReadFile(path, 2 * kIdBytes + 1);
  if (known.ok()) {
    const std::string id(absl::StripAsciiWhitespace(*known));
    if (id.size() == 2 * kIdBytes) return id;
    return absl::DataLossError(
        absl::StrCat(path, ": got ", id.size(), " characters, want ",
                     2 * kIdBytes, "; remove it and a new one is made up"));
  }
  if (!absl::IsNotFound(known.status())) return known.status();
  std::array<unsigned char, kIdBytes> bytes;
  CHECK(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1);
  std::string id = absl::BytesToHexString(absl::string_view(
      reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  RETURN_IF_ERROR(base::WriteFileAtomically(path, absl::StrCat(id, "\n")));
  return id;
}

}  // namespace compendium::reporting
