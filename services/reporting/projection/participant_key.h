// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "compendium/registry/v1/participant.pb.h"

namespace compendium::reporting {

// What makes two mentions one participant: the country code, whatever the name
// says ("Swaziland" and "Eswatini"); without a code the name, compared by
// NameKey. Those with a code come first, by it, then the others by name.
struct ParticipantKey {
  std::string country_code;  // empty for what has none
  std::string name_key;      // empty for what has a code

  friend bool operator<(const ParticipantKey& a, const ParticipantKey& b);
  friend bool operator==(const ParticipantKey& a,
                         const ParticipantKey& b) = default;
};

ParticipantKey KeyOf(const registry::v1::Participant& participant);

}  // namespace compendium::reporting
