// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "lib/curation/apply.h"

namespace compendium {

// Corrects or adds an item, as the step's proto says; apply.h says what holds
// for all steps.
absl::Status PutOne(const registry::v1::PutItem& put, const Curator& curator,
                    absl::string_view path,
                    registry::v1::Questionnaire& questionnaire);

}  // namespace compendium
