// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {

// Puts meetings, claims, projects and publications into the order of the
// answers and, within one, of the text that they rest on; those without
// evidence of an answer last. Items at one place stay in their order.
void SortItems(registry::v1::Questionnaire& questionnaire);

}  // namespace compendium
