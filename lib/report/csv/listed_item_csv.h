// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "compendium/reporting/v1/projects.pb.h"
#include "compendium/reporting/v1/publications.pb.h"
#include "lib/csv/csv_writer.h"

namespace compendium {

// Lists as CSV (lib/csv), a row for each item in the order of the answer;
// docs/projects.md has the columns.

// Projects:
//   round, mechanism   ids, such as 2016 and midsa
//   id                 the item's, within its questionnaire
//   title              as the source calls it
//   period_as_written, period (EDTF), earliest_day, latest_day
//                      empty when not said
//   objective, coverage, funding, website_uri
//                      in the words of the source
//   question, quote    the words that name it
//   origin             who put it there, in a word
//   computed_at_revision
std::string ProjectsCsv(const reporting::v1::Projects& projects,
                        int64_t computed_at_revision,
                        CsvText text = CsvText::kGuarded);

// Publications: the same but for
//   date_as_written, date (EDTF), earliest_day, latest_day
//                      in place of the period
//   status, link_uri   in place of the words; status in words, empty when not
//                      said
std::string PublicationsCsv(const reporting::v1::Publications& publications,
                            int64_t computed_at_revision,
                            CsvText text = CsvText::kGuarded);

}  // namespace compendium
