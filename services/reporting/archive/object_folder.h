// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium::reporting {

// Bytes that are found by what they are: `folder/ab/cdef…` holds the bytes
// whose SHA-256 is abcdef… in hexadecimal. Nothing is ever changed or removed.
// Any thread, and any number of processes.
class ObjectFolder {
 public:
  // The folder is made when the first object is put.
  explicit ObjectFolder(std::string path) : path_(std::move(path)) {}

  // Puts the bytes, on disk before it returns, and returns their SHA-256 in
  // hexadecimal. DATA_LOSS when other bytes lie under that name: somebody
  // damaged them, and that is not to be covered up.
  absl::StatusOr<std::string> Put(absl::string_view bytes) const;

  // The bytes with that SHA-256 in hexadecimal. NOT_FOUND when there are none,
  // DATA_LOSS when what lies there is something else.
  absl::StatusOr<std::string> Get(absl::string_view sha256) const;

 private:
  std::string PathOf(absl::string_view sha256) const;

  const std::string path_;
};

}  // namespace compendium::reporting
