// SPDX-License-Identifier: Apache-2.0
// Decisions about findings and suggestions, as the steps' protos say; apply.h
// says what holds for all steps.
#pragma once

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/finding.pb.h"
#include "lib/curation/apply.h"

namespace compendium {

using DecisionList = google::protobuf::RepeatedPtrField<registry::v1::Decision>;

// Records a decision, in the place of an earlier one about the same id.
void Record(const registry::v1::Decide& decide, const Curator& curator,
            DecisionList& decisions);

// Forgets one.
absl::Status ReopenOne(const registry::v1::Reopen& reopen,
                       absl::string_view path, DecisionList& decisions);

// Decides about a finding or a suggestion of the questionnaire.
absl::Status DecideOne(const registry::v1::Decide& decide,
                       const Curator& curator, absl::string_view path,
                       registry::v1::Questionnaire& questionnaire);

}  // namespace compendium
