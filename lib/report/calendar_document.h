// SPDX-License-Identifier: Apache-2.0
// The calendar for people.
#pragma once

#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "lib/report/document.h"
#include "lib/report/report_context.h"

namespace compendium {

// The sections of a report of kind CALENDAR.
void AddCalendar(ReportContext& context, Document& document);

// Parts of it, for other kinds. The content must have a calendar.

// How many events there are, how sure, and what an event is.
std::vector<DocumentBlock> CalendarSummary(const ReportContext& context);

// The events that `selects` selects as a table.
DocumentTable EventTable(
    std::string id, std::string caption,
    absl::FunctionRef<bool(const reporting::v1::CalendarEvent&)> selects,
    ReportContext& context);

// Adds what every source of an event rests on to the evidence; the numbers.
std::vector<int> EventEvidence(const reporting::v1::CalendarEvent& event,
                               ReportContext& context);

}  // namespace compendium
