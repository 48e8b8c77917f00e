// SPDX-License-Identifier: Apache-2.0
// One mechanism in one round, for people.
#pragma once

#include "absl/status/status.h"
#include "lib/report/document.h"
#include "lib/report/report_context.h"

namespace compendium {

// The sections of a report of kind MECHANISM_PROFILE. INVALID_ARGUMENT when the
// records contradict each other.
absl::Status AddProfile(ReportContext& context, Document& document);

}  // namespace compendium
