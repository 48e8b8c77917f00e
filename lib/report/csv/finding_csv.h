// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "compendium/reporting/v1/findings.pb.h"
#include "lib/csv/csv_writer.h"

namespace compendium {

// The findings of a round as CSV (lib/csv), a row for each, in the order of the
// answer:
//   round              its id, such as 2016
//   mechanism          the id of that whose questionnaire it is about; empty
//   for
//                      one of the round
//   id, check, severity
//   message, resolution
//   mechanisms, questions, quotes
//                      those of the words it rests on, in this order
//   verdict, decided_by, decision_reason
//                      empty while it is open
//   rules_version, computed_at_revision
std::string FindingsCsv(const reporting::v1::Findings& findings,
                        int64_t computed_at_revision,
                        CsvText text = CsvText::kGuarded);

}  // namespace compendium
