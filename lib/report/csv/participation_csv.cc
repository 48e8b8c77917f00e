// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/participation_csv.h"

#include "absl/container/flat_hash_map.h"
#include "lib/csv/csv_writer.h"
#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"

namespace compendium {

using ::compendium::reporting::v1::ParticipantParticipation;
using ::compendium::reporting::v1::Participation;
using ::compendium::reporting::v1::ParticipationEntry;

std::string ParticipationCsv(const Participation& participation,
                             int64_t computed_at_revision, CsvText text) {
  CsvWriter table(
      {"country_code", "name", "kind", "region_code", "region",
       "subregion_code", "subregion", "intermediate_region_code",
       "intermediate_region", "mechanism", "mechanism_name", "round", "role",
       "as_written", "origin", "computed_at_revision"},
      text);
  absl::flat_hash_map<std::string, std::string> name_by_mechanism;
  for (const auto& mechanism : participation.mechanisms())
    name_by_mechanism[mechanism.mechanism()] = mechanism.display_name();
  for (const ParticipantParticipation& participant :
       participation.participants()) {
    for (const ParticipationEntry& entry : participant.entries()) {
      table.Text(participant.country_code())
          .Text(participant.name())
          .Text(EnumWord(participant.kind()))
          .Text(participant.region().code())
          .Text(participant.region().name())
          .Text(participant.subregion().code())
          .Text(participant.subregion().name())
          .Text(participant.intermediate_region().code())
          .Text(participant.intermediate_region().name())
          .Text(RecordId(entry.mechanism()))
          .Text(name_by_mechanism[entry.mechanism()])
          .Text(RecordId(entry.round()))
          .Text(EnumWord(entry.role()))
          .Text(entry.as_written())
          .Text(EnumWord(entry.origin()))
          .Number(computed_at_revision);
    }
  }
  return table.ToString();
}

}  // namespace compendium
