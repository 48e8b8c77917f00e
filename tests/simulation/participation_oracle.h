// SPDX-License-Identifier: Apache-2.0
// The participation once more, as reporting_oracle.h: straight from the
// records. Knows only the participants in kSomeParticipants.
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/participant.pb.h"
#include "compendium/reporting/v1/participation.pb.h"
#include "tests/simulation/reporting_oracle.h"

namespace compendium::tests {

// Names with the code they are recorded with, and the name of the participant
// that they are.
struct SomeParticipant {
  absl::string_view as_written;
  absl::string_view country_code;
  absl::string_view name_key;  // without a code: what orders and joins
};

inline constexpr SomeParticipant kSomeParticipants[] = {
    {"Swaziland", "SWZ", ""}, {"Eswatini", "SWZ", ""},  {"Kenya", "KEN", ""},
    {"Hong Kong", "HKG", ""}, {"The SADC", "", "sadc"}, {"Sadc", "", "sadc"},
    {"IGAD", "", "igad"},     {"Kenya", "", "kenya"},   {"Zambia", "ZMB", ""},
    {"Georgia", "GEO", ""},   {"Turkey", "TUR", ""}};

// What is asked for; an empty field does not limit.
struct ParticipationFilter {
  std::string round;      // rounds/{round}
  std::string mechanism;  // mechanisms/{mechanism}
  std::string country_code;
  registry::v1::ParticipantRole role =
      registry::v1::PARTICIPANT_ROLE_UNSPECIFIED;
};

reporting::v1::Participation ExpectedParticipation(
    const Records& records, const ParticipationFilter& filter);

}  // namespace compendium::tests
