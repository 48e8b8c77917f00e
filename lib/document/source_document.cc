// SPDX-License-Identifier: Apache-2.0
#include "lib/document/source_document.h"

#include <cstdint>

#include "lib/base/sha256.h"

namespace compendium {

void SetSource(absl::string_view text, const ParseOptions& options,
               registry::v1::SourceDocument& source) {
  source.set_file_name(options.file_name);
  if (!options.original.has_value()) {
    source.set_sha256(base::Sha256Hex(text));
    source.set_size_bytes(static_cast<int64_t>(text.size()));
    return;
  }
  source.set_format(options.original->format);
  source.set_sha256(options.original->sha256);
  source.set_size_bytes(options.original->size_bytes);
  source.set_derived_sha256(base::Sha256Hex(text));
  source.set_derived_size_bytes(static_cast<int64_t>(text.size()));
}

}  // namespace compendium
