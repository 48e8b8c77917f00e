// SPDX-License-Identifier: Apache-2.0
#include "lib/http/access_log.h"

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "lib/base/log.h"

namespace compendium::http {

void LogOutcome(const Outcome& outcome) {
  base::Log(
      base::Severity::kInfo, "request",
      {{"method", outcome.method},
       {"route", outcome.route},
       {"status", absl::StrCat(outcome.status)},
       {"reason", outcome.gone ? "CLIENT_GONE" : outcome.reason},
       {"duration_ms",
        absl::StrCat(absl::ToDoubleMilliseconds(outcome.duration))},
       {"request_bytes", absl::StrCat(outcome.request_bytes)},
       {"response_bytes", absl::StrCat(outcome.response_bytes)},
       {"peer", outcome.peer},
       {"trace_id", outcome.trace.has_value() ? outcome.trace->trace_id() : ""},
       {"parent_id",
        outcome.trace.has_value() ? outcome.trace->parent_id() : ""}});
}

}  // namespace compendium::http
