// SPDX-License-Identifier: Apache-2.0
// What an import takes at most. Beyond these a file is not a round of
// questionnaires but a mistake, and is refused before it costs memory.
#pragma once

#include <cstddef>

namespace compendium {

// The largest file, which is that of the largest round file or table. The 2016
// compendium has 76 kB; a request to the registry 2 MiB at most.
inline constexpr size_t kImportFileBytesMax = 128 << 20;

// How many records are made, read and written at a time.
inline constexpr size_t kImportBatchRecordsMax = 200;

// How often one record is read again and tried anew when somebody else wrote
// it in between.
inline constexpr int kImportAttemptsMax = 5;

}  // namespace compendium
