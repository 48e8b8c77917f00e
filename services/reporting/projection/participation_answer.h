// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "compendium/registry/v1/participant.pb.h"
#include "compendium/reporting/v1/participation.pb.h"
#include "lib/domain/country.h"
#include "services/reporting/projection/directory.h"
#include "services/reporting/projection/participation.h"
#include "services/reporting/projection/selection.h"

namespace compendium::reporting {

// Which participation is asked for; an absent field does not limit, nor does
// the role UNSPECIFIED.
struct ParticipationQuery {
  Selection selection = {};
  std::optional<CountryCode> country = std::nullopt;
  registry::v1::ParticipantRole role =
      registry::v1::PARTICIPANT_ROLE_UNSPECIFIED;
};

// The participation, as participation.proto defines it. Looking for one country
// costs what is found of it, not what there is. NOT_FOUND when the directory
// has not that round or mechanism; RESOURCE_EXHAUSTED with reason
// ANSWER_TOO_LARGE when the answer would have more than
// kParticipantMentionsMax or kAnswerBytesMax.
absl::StatusOr<v1::Participation> AnswerParticipation(
    const Directory& directory, const Participation& participation,
    const ParticipationQuery& query);

}  // namespace compendium::reporting
