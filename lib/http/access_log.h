// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/http/observer.h"

namespace compendium::http {

// Logs the outcome of a request as one line, event `request`: what it was
// answered, how long that took, and its trace. Not its query: what people ask
// is not for the log. Any thread.
void LogOutcome(const Outcome& outcome);

}  // namespace compendium::http
