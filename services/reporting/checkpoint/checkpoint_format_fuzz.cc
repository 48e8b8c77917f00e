// SPDX-License-Identifier: Apache-2.0
// Whatever bytes a checkpoint holds, reading ends in a status; and what is read
// is what writing gives.
#include <cstddef>
#include <cstdint>
#include <string>

#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"
#include "services/reporting/checkpoint/checkpoint_format.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  std::string file(reinterpret_cast<const char*>(bytes), size);
  // With its sum, so that the fuzzer gets past it.
  file += compendium::base::Sha256({file});
  const auto snapshot = compendium::reporting::DecodeCheckpoint(file);
  if (snapshot.ok()) {
    const auto again = compendium::reporting::EncodeCheckpoint(*snapshot);
    CHECK(again.ok() && *again == file);
  }
  return 0;
}
