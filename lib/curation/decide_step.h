// SPDX-License-Identifier: Apache-2.0
// Decisions about findings and suggestions, as the steps' protos say; apply.h
// says what holds for all steps.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/finding.pb.h"
#include "lib/curation/apply.h"

namespace compendium {

using DecisionList = google::protobuf::RepeatedPtrField<registry::v1::Decision>;

// Records a decision, in the place of an earlier one about the same id.
void Record(const registry::v1::Decide& decide, const Curator& curator,
            DecisionList& decisions);

// INVALID_ARGUMENT naming `path`.strength when it is given without
// acceptance, or for what is no suggestion.
absl::Status CheckStrength(const registry::v1::Decide& decide,
                           bool is_suggestion, absl::string_view path);

// INVALID_ARGUMENT naming `path`.id: nothing with that id is there to decide
// about. `what` names the things.
absl::Status NothingToDecide(const std::string& id, absl::string_view what,
                             absl::string_view path);

// Whether somebody decided about that id before.
bool IsDecided(const std::string& id, const DecisionList& decisions);

// Forgets one.
absl::Status ReopenOne(const registry::v1::Reopen& reopen,
                       absl::string_view path, DecisionList& decisions);

// Decides about a finding or a suggestion that the questionnaire has, or about
// one that was decided before. A suggestion that is accepted becomes a claim.
absl::Status DecideOne(const registry::v1::Decide& decide,
                       const Curator& curator, absl::string_view path,
                       registry::v1::Questionnaire& questionnaire);

}  // namespace compendium
