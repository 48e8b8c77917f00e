// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "services/registry/field_problems.h"

namespace compendium::registry {

// Gives items without an id theirs, and adds a problem for each id that two
// items of the questionnaire have. Where all items have ids, as in whatever
// was read from here before, it hashes nothing.
void CompleteItemIds(v1::Questionnaire& questionnaire, absl::string_view path,
                     FieldProblems& problems);

}  // namespace compendium::registry
