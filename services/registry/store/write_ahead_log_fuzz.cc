// SPDX-License-Identifier: Apache-2.0
// Whatever stands in two logs, the check ends, and the damage it names is in
// one of them.
#include <algorithm>

#include "lib/base/status_macros.h"
#include "services/registry/store/write_ahead_log.h"

using namespace compendium::registry;  // NOLINT: a program of one function

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  absl::string_view bytes(reinterpret_cast<const char*>(data + 2), size - 2);
  const size_t first_size =
      std::min(bytes.size(), static_cast<size_t>(data[0]) << 8 | data[1]);
  WriteAheadLogCheck check;
  for (const absl::string_view file :
       {bytes.substr(0, first_size), bytes.substr(first_size)}) {
    check.StartFile(file.data() == bytes.data() ? "first" : "second");
    for (size_t at = 0; at < file.size(); at += WriteAheadLogCheck::kBlockBytes)
      if (!check.AddBlock(file.substr(at, WriteAheadLogCheck::kBlockBytes))
               .ok())
        return 0;
  }
  if (const auto dropped = check.Finish()) CHECK(dropped->byte < bytes.size());
  return 0;
}
