// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/participant_key.h"

#include <tuple>
#include <utility>

#include "lib/domain/name_key.h"

namespace compendium::reporting {

bool operator<(const ParticipantKey& a, const ParticipantKey& b) {
  // Whatever has a code has no name_key.
  return std::tie(a.name_key, a.country_code) <
         std::tie(b.name_key, b.country_code);
}

ParticipantKey KeyOf(const registry::v1::Participant& participant) {
  if (!participant.country_code().empty())
    return {.country_code = participant.country_code(), .name_key = ""};
  std::string key = NameKey(participant.as_written());
  // A name of hyphens and blanks alone has no key.
  if (key.empty()) key = participant.as_written();
  return {.country_code = "", .name_key = std::move(key)};
}

}  // namespace compendium::reporting
