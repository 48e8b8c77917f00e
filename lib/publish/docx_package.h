// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace compendium {

// One part of an Office Open XML package (ISO/IEC 29500-2).
struct DocxPart {
  std::string name;  // such as word/document.xml
  std::string bytes;
};

// The parts as a ZIP archive, in their order. Equal parts give equal bytes: all
// entries carry the archive format's first day, and they are stored without
// compression, so that no version of a compressor decides.
absl::StatusOr<std::string> PackDocx(const std::vector<DocxPart>& parts);

}  // namespace compendium
