// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <google/protobuf/repeated_field.h>

#include "compendium/reporting/v1/archived_report.pb.h"
#include "lib/csv/csv_writer.h"

namespace compendium {

// Archived reports as CSV (lib/csv), a row for each file, in the order of the
// list:
//   report             the report's id
//   kind               in words, such as round overview
//   round, mechanism   ids of what it is narrowed to; empty for all
//   framework, country_code, from_day, to_day
//   revision, rule_set
//   format             in a word
//   file_name, media_type, size_bytes, sha256
//                      of the file
//   create_time        YYYY-MM-DD HH:MM:SSZ
//   author
//   schedule           the id of the one that made it; empty for none
//   due_time           as create_time; empty without a schedule
std::string ReportListCsv(
    const google::protobuf::RepeatedPtrField<reporting::v1::Report>& reports,
    CsvText text = CsvText::kGuarded);

}  // namespace compendium
