// SPDX-License-Identifier: Apache-2.0
// The reporting worker's answers once more, written without its code and
// without any thought of speed: straight from the records as they are at the
// end. Knows only titles made of the words in kTellingWords and kCommonWords,
// and dates that are a day, a month or two of them. Says of no source why it
// belongs to its event.
#pragma once

#include <map>
#include <string>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/change.pb.h"
#include "compendium/reporting/v1/calendar.pb.h"
#include "compendium/reporting/v1/coverage.pb.h"

namespace compendium::tests {

inline constexpr absl::string_view kTellingWords[] = {"border", "labour",
                                                      "trade"};
inline constexpr absl::string_view kCommonWords[] = {"forum", "meeting",
                                                     "workshop"};

// The records that are not deleted, by name.
using Records = std::map<std::string, registry::v1::Record>;

// Makes the change to the records.
void ApplyTo(const registry::v1::Change& change, Records& records);

// The coverage of "rounds/{round}", which must be there.
reporting::v1::Coverage ExpectedCoverage(const Records& records,
                                         const std::string& round,
                                         const std::string& framework);

// The whole calendar.
reporting::v1::Calendar ExpectedCalendar(const Records& records);

}  // namespace compendium::tests
