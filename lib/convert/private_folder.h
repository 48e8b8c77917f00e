// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium {

// A new folder that only this user can enter; it and all in it are removed in
// the end. Not thread-safe.
class PrivateFolder {
 public:
  // Makes one inside the folder `parent`.
  static absl::StatusOr<std::unique_ptr<PrivateFolder>> Make(
      const std::string& parent);
  ~PrivateFolder();
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  // Puts a file in. INVALID_ARGUMENT when `name` is not a plain file name.
  absl::Status AddFile(const std::string& name, absl::string_view bytes);

  const std::string& path() const { return path_; }

 private:
  explicit PrivateFolder(std::string path) : path_(std::move(path)) {}

  const std::string path_;
};

}  // namespace compendium
