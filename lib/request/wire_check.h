// SPDX-License-Identifier: Apache-2.0
// A quick look at a serialized message, before the walk that knows every rule
// and says what is wrong: most requests are right, and reflection costs several
// times what the rules themselves do. Part of FieldRules.
#pragma once

#include "absl/strings/string_view.h"
#include "lib/request/compiled_rules.h"

namespace compendium {

// Whether the message in `bytes` certainly keeps its rules: then FieldWalk
// finds no problem in it. False says nothing; of what is unusual (a field that
// comes twice, a lone number list, a time) it does not even try to find out,
// nor does it know that an update with a mask may leave out what is required.
// One pass over the bytes; allocates nothing.
bool CertainlyKeepsRules(absl::string_view bytes, const CompiledMessage& rules);

}  // namespace compendium
