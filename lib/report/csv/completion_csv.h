// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "compendium/reporting/v1/completion.pb.h"
#include "lib/csv/csv_writer.h"

namespace compendium {

// A completion as CSV (lib/csv), a row for each cell, by mechanism, then
// question:
//   round, mechanism   their ids, such as 2016 and midsa
//   mechanism_name     the name for people
//   question           the question's id
//   question_title     empty when the form does not say
//   state              in words, such as "not applicable"
//   text               the words of an answer that tells nothing
//   state_origin       who set the state, in a word; empty when nobody says
//   computed_at_revision
std::string CompletionCsv(const reporting::v1::Completion& completion,
                          int64_t computed_at_revision,
                          CsvText text = CsvText::kGuarded);

}  // namespace compendium
