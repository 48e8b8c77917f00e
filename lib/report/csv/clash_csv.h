// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "compendium/reporting/v1/clashes.pb.h"
#include "lib/csv/csv_writer.h"

namespace compendium {

// Clashes as CSV (lib/csv), a row for each clash and State, in the order of the
// answer; docs/clashes.md has the columns. All rows of one clash have the same
// days and keys. Several values of one cell stand one after the other, "; "
// between them.
//   certainty          certain or possible
//   from_day, to_day   the first and last of the days that make it a clash: the
//                      certain ones, or of a possible clash the possible ones
//   certain_days, possible_days
//                      each a day or from one to another, 2016-11-15/2016-11-16
//   country_code       of the State, ISO 3166-1 alpha-3
//   country            its current name
//   first_key, first_title, first_date (EDTF), first_city,
//   first_country_code, first_level, first_status, first_mechanisms
//                      the meeting that may begin first; level and status are
//                      words, mechanisms ids
//   first_as_written, first_roles
//                      what its questionnaires call the State, and its
//                      capacities in words; empty where they are not said
//   second_…           the same of the other meeting
//   shared_mechanisms  the ids of those that tell of both
//   computed_at_revision
std::string ClashCsv(const reporting::v1::Clashes& clashes,
                     int64_t computed_at_revision,
                     CsvText text = CsvText::kGuarded);

}  // namespace compendium
