// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "compendium/reporting/v1/participation.pb.h"
#include "lib/csv/csv_writer.h"

namespace compendium {

// A participation as CSV (lib/csv), a row for each mention of a participant in
// a questionnaire's list, by participant, then mechanism and round:
//   country_code       ISO 3166-1 alpha-3; empty for what has none
//   name               the current name, or the written one without a code
//   kind               in words, such as "other entity"; empty when not known
//   region_code, region, subregion_code, subregion,
//   intermediate_region_code, intermediate_region
//                      M49; empty without a country code
//   mechanism          its id, such as midsa
//   mechanism_name     its name for people
//   round              its id, such as 2016
//   role               in a word; empty when not said
//   as_written         the name in the source
//   origin             who put it there, in a word
//   computed_at_revision
std::string ParticipationCsv(const reporting::v1::Participation& participation,
                             int64_t computed_at_revision,
                             CsvText text = CsvText::kGuarded);

}  // namespace compendium
