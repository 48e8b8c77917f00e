// SPDX-License-Identifier: Apache-2.0
// What an import takes at most. Beyond these a file is not a round of
// questionnaires but a mistake, and is refused before it costs memory.
#pragma once

#include <cstddef>

namespace compendium {

// The 2016 compendium has 76 kB; a request to the registry 2 MiB at most.
inline constexpr size_t kImportFileBytesMax = 64 << 20;

// Some thirty mechanisms exist.
inline constexpr size_t kImportMechanismsMax = 1000;

// Records nest eight levels deep; what nests deeper could exhaust the stack of
// a recursive reader.
inline constexpr int kRoundFileDepthMax = 64;

// How often one record is read again and tried anew when somebody else wrote
// it in between.
inline constexpr int kImportAttemptsMax = 5;

}  // namespace compendium
