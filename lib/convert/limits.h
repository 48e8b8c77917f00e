// SPDX-License-Identifier: Apache-2.0
// What a conversion may cost, with reasons. Measured with pandoc 2.17 on
// Debian 12: the compendium of 2016 as DOCX (60 kB) takes 0.3 s and 130 MB.
#pragma once

#include <cstddef>

#include "absl/time/time.h"

namespace compendium {

// The largest document that is handed to pandoc. A questionnaire with photos
// has a few megabytes.
inline constexpr size_t kConvertInputBytesMax = 32 << 20;

// The largest result. What pandoc reads comes back as JSON of about ten times
// the text; a document that unpacks to more is made to exhaust memory.
inline constexpr size_t kConvertOutputBytesMax = 256 << 20;

// The most memory for pandoc's heap, which refuses to grow beyond.
inline constexpr size_t kConvertHeapBytesMax = size_t{1} << 30;

// The most address space of the process: its heap, code and stacks. A second
// fence, for what does not count as heap.
inline constexpr size_t kConvertAddressBytesMax = size_t{3} << 30;
static_assert(kConvertAddressBytesMax > 2 * kConvertHeapBytesMax);

// The longest run. Ten times what the largest useful document takes here.
inline constexpr absl::Duration kConvertTime = absl::Seconds(120);

// The room for temporary files that only the conversion sees.
inline constexpr size_t kConvertTemporaryBytesMax = 64 << 20;

// How much of what a child process says on standard error is kept.
inline constexpr size_t kChildErrorBytesMax = 8192;

// How much of that goes into a message: one that fills the screen is not read.
inline constexpr size_t kConvertMessageBytesMax = 600;

}  // namespace compendium
