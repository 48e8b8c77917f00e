// SPDX-License-Identifier: Apache-2.0
// Used by event_linker only.
#pragma once

#include "lib/extract/event_kinds.h"
#include "lib/extract/event_sets.h"

namespace compendium {

// Joins the events of mentions that agree: pair by pair, those first that agree
// most, and of those that agree alike the ones that come first in the text.
// Kinds are compared with those that may agree; mentions of one kind cost a
// look each, however many pairs they make.
void JoinAlike(const EventKinds& kinds, EventSets& events);

}  // namespace compendium
