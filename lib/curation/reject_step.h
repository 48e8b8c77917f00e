// SPDX-License-Identifier: Apache-2.0
// Taking items out and putting them back, as the steps' protos say; apply.h
// says what holds for all steps.
#pragma once

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "lib/curation/apply.h"

namespace compendium {

absl::Status RejectOne(const registry::v1::RejectItem& reject,
                       const Curator& curator, absl::string_view path,
                       registry::v1::Questionnaire& questionnaire);

// Evidence of what comes back is moved to where its quote now stands. Where an
// item with its id was entered meanwhile, that one stays.
absl::Status RestoreOne(const registry::v1::RestoreItem& restore,
                        absl::string_view path,
                        registry::v1::Questionnaire& questionnaire);

}  // namespace compendium
