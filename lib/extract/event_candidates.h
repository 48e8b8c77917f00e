// SPDX-License-Identifier: Apache-2.0
// Used by event_linker only.
#pragma once

#include <cstddef>
#include <vector>

#include "absl/functional/function_ref.h"
#include "lib/extract/event_kinds.h"

namespace compendium {

// Calls `visit` with every two kinds that may agree (see Agreement), the
// earlier one first, in no particular order and some of them twice. Others are
// visited too, but few: dated kinds are taken by their days, those with nothing
// but a year by the rare words of their titles, so that mentions which have
// only common words in common are not compared. At worst every two are visited.
void VisitCandidates(const std::vector<EventKind>& kinds,
                     absl::FunctionRef<void(size_t, size_t)> visit);

}  // namespace compendium
