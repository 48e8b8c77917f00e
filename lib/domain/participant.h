// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "lib/domain/country.h"

namespace compendium {

// What takes part in a mechanism. Not every participant is a State.
enum class ParticipantKind {
  kUnknown,       // the name is in no table: a person must look
  kState,         // a Member or Observer State of the United Nations
  kTerritory,     // another area of M49: Hong Kong, Macao, New Caledonia
  kOrganisation,  // a regional body, another mechanism, an agency
  kOtherEntity,   // what has no standard code: Kosovo*
};

// "state", "other_entity" …, and back; kInvalidArgument for other text.
absl::string_view ToString(ParticipantKind kind);
absl::StatusOr<ParticipantKind> ParseParticipantKind(absl::string_view text);

// What a participant's name says. `country` is set for States and territories
// and for nothing else.
struct ParticipantMatch {
  ParticipantKind kind = ParticipantKind::kUnknown;
  std::optional<CountryCode> country;
};

// Looks a name up as it is written in a list of participants: a country by
// FindCountry, else a body in data/other_participants.csv, where a remark in
// parentheses after the name is passed over. Never guesses. Linear.
ParticipantMatch LookUpParticipant(absl::string_view name);

// The same; where that finds nothing, compared by LossyNameKey, for lists whose
// letters a PDF lost.
ParticipantMatch LookUpLossyParticipant(absl::string_view name);

}  // namespace compendium
