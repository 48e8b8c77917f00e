// SPDX-License-Identifier: Apache-2.0
#include "lib/convert/private_folder.h"

#include <stdlib.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "lib/base/atomic_file.h"

namespace compendium {

absl::StatusOr<std::unique_ptr<PrivateFolder>> PrivateFolder::Make(
    const std::string& parent) {
  std::string path = absl::StrCat(parent, "/compendium-XXXXXX");
  if (mkdtemp(path.data()) == nullptr)
    return absl::ErrnoToStatus(errno, absl::StrCat("mkdtemp ", path));
  return std::unique_ptr<PrivateFolder>(new PrivateFolder(std::move(path)));
}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;  // a leftover in a temporary folder harms nobody
  std::filesystem::remove_all(path_, ignored);
}

absl::Status PrivateFolder::AddFile(const std::string& name,
                                    absl::string_view bytes) {
  bool plain = !name.empty() && name.front() != '.' && name.front() != '-';
  for (const char c : name) {
    plain = plain && (absl::ascii_isalnum(static_cast<unsigned char>(c)) ||
                      c == '.' || c == '-' || c == '_');
  }
  if (!plain) {
    return absl::InvalidArgumentError(absl::StrCat(
        "files.name: got ", absl::CHexEscape(name),
        ", want a file name of letters, digits, '.', '-' and '_'"));
  }
  return base::WriteFileAtomically(absl::StrCat(path_, "/", name), bytes);
}

}  // namespace compendium
