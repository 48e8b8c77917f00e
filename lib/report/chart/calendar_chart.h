// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "lib/report/document.h"
#include "lib/report/report_context.h"

namespace compendium {

// The calendar as a strip with a row for each month: on each day how many
// meetings certainly take place (in a full box) and how many possibly (in a
// dashed one), and behind the days those of which only the month is known. A
// meeting is possible where it is tentative or its days are left to be
// confirmed. Nothing
// when no meeting can be drawn, or there are more than kChartMonthsMax months.
// The content has a calendar.
std::optional<DocumentChart> CalendarChart(const ReportContext& context);

// As many rows as a page of A4 can show.
inline constexpr int kChartMonthsMax = 36;

}  // namespace compendium
