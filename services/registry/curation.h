// SPDX-License-Identifier: Apache-2.0
// What a curating request does to a record, step by step.
#pragma once

#include <google/protobuf/repeated_field.h>

#include <string>

#include "absl/status/status.h"
#include "compendium/registry/v1/curation_step.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/curation/apply.h"
#include "services/registry/registry_reader.h"

namespace compendium::registry {

// Makes the steps, in their order. INVALID_ARGUMENT for the first that does not
// fit, naming its fields: "steps[2].put.claim.code". The record has passed the
// rules for records, so that whatever is wrong after a step is that step's.
absl::Status CurateQuestionnaire(
    const google::protobuf::RepeatedPtrField<v1::CurationStep>& steps,
    const Curator& curator, v1::Questionnaire& questionnaire);

// The same for a round. Mentions must be of meetings that are in the latest
// versions of questionnaires of the round; these are read, at most
// kRoundRecordsMax (RESOURCE_EXHAUSTED, reason TOO_MANY_RECORDS).
absl::Status CurateRound(
    const google::protobuf::RepeatedPtrField<v1::RoundCurationStep>& steps,
    const Curator& curator, const RegistryReader& reader, v1::Round& round);

}  // namespace compendium::registry
