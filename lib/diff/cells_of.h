// SPDX-License-Identifier: Apache-2.0
// The answers of the reporting service as cells that can be compared. docs/
// diff.md says what each cell says. All are pure and linear in the answer, but
// for pairs of mentions of events that clash.
#pragma once

#include "compendium/reporting/v1/calendar.pb.h"
#include "compendium/reporting/v1/clashes.pb.h"
#include "compendium/reporting/v1/completion.pb.h"
#include "compendium/reporting/v1/coverage.pb.h"
#include "compendium/reporting/v1/participation.pb.h"
#include "compendium/reporting/v1/projects.pb.h"
#include "compendium/reporting/v1/publications.pb.h"
#include "lib/diff/cell.h"

namespace compendium {

// A claimed node: "2C explicit; 3A possible". A mechanism: its verdict.
Cells CellsOf(const reporting::v1::Coverage& coverage);

// A question: "not applicable “N/A”". The due day.
Cells CellsOf(const reporting::v1::Completion& completion);

// A participant: "member, state “Turkey”".
Cells CellsOf(const reporting::v1::Participation& participation);

// An event: "2016-05-04; Lusaka, ZMB; senior officials; held; 2 mentions".
Cells CellsOf(const reporting::v1::Calendar& calendar);

// A clash: "certain 2016-05-04; GEO, ZMB".
Cells CellsOf(const reporting::v1::Clashes& clashes);

// A project: its period and what else is said of it.
Cells CellsOf(const reporting::v1::Projects& projects);

// A publication: its date, status and link.
Cells CellsOf(const reporting::v1::Publications& publications);

}  // namespace compendium
