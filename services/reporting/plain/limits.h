// SPDX-License-Identifier: Apache-2.0
// Every limit of the plain routes with its reason.
#pragma once

#include <cstddef>

namespace compendium::reporting {

// Finished bodies that are kept. A dashboard reads some twenty tables of 0.1 to
// 1 MB; this holds those of several rounds, filters and formats.
inline constexpr size_t kCachedBytesMax = size_t{64} << 20;

// One of them: what is larger would push out all others, and costs more to send
// than to make.
inline constexpr size_t kCachedBodyBytesMax = kCachedBytesMax / 16;

// What an entry costs beside key and body, roughly; so that many small ones
// have a limit, too.
inline constexpr size_t kCachedEntryBytes = 512;

}  // namespace compendium::reporting
