// SPDX-License-Identifier: Apache-2.0
// Feeds any bytes to the tables of names: looking up must not crash, and a
// country is told for States and territories only.
#include <cstddef>
#include <cstdint>

#include "lib/base/status_macros.h"
#include "lib/domain/city.h"
#include "lib/domain/participant.h"

using compendium::ParticipantKind;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto match = compendium::LookUpParticipant(text);
  const bool is_area = match.kind == ParticipantKind::kState ||
                       match.kind == ParticipantKind::kTerritory;
  CHECK(match.country.has_value() == is_area);
  const auto city = compendium::FindCity(text);
  if (city.has_value()) {
    const auto again = compendium::FindCity(city->name);
    CHECK(again.has_value() && again->name == city->name);
  }
  return 0;
}
