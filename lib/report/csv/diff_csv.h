// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "compendium/reporting/v1/diff.pb.h"

namespace compendium {

// A diff as CSV (lib/csv), a row for each revision that changed a cell, in the
// order of the answer; one without a revision for a cell that none changed:
//   kind               the aggregate: coverage, completion …; answers
//   round              its id, such as 2016; empty for what is of no round
//   mechanism          its id; empty for events, clashes and the due day
//   subject, title     of the cell; see diff.proto
//   old_value, new_value
//   quotes_gone, quotes_come
//   revision, commit_time, author, reason
//   value              what the cell said from then on
//   from_revision, to_revision
std::string DiffCsv(const reporting::v1::Diff& diff);

}  // namespace compendium
