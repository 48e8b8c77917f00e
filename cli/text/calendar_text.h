// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "compendium/reporting/v1/calendar.pb.h"
#include "lib/words/short_name.h"

namespace compendium {

// A calendar as a table for people, `width` columns wide. Where the sources of
// an event differ, a line under it says what each of them says.
std::string CalendarText(const reporting::v1::Calendar& calendar,
                         const ShortNames& names, size_t width);

}  // namespace compendium
