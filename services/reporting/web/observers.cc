// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/web/observers.h"

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "lib/base/log.h"
#include "lib/http/access_log.h"
#include "lib/http/trace_context.h"

namespace compendium::reporting {

void RequestObserver::OnOutcome(const http::Outcome& outcome) {
  metrics_.OnOutcome(outcome);
  if (log_requests_) http::LogOutcome(outcome);
}

void RequestObserver::OnRefusal(http::Refusal refusal) {
  metrics_.OnRefusal(refusal);
}

void RequestObserver::OnConnectionCount(int count) {
  metrics_.OnConnectionCount(count);
}

void MethodObserver::OnCall(const CallOutcome& outcome) {
  metrics_.OnCall(outcome);
  // Parsed, so that a client cannot write anything into the log.
  const std::optional<http::TraceContext> trace =
      http::TraceContext::Parse(outcome.traceparent);
  if (!trace.has_value()) return;
  base::Log(base::Severity::kInfo, "call",
            {{"method", std::string(outcome.method)},
             {"code", absl::StatusCodeToString(outcome.code)},
             {"reason", outcome.reason},
             {"duration_ms",
              absl::StrCat(absl::ToDoubleMilliseconds(outcome.duration))},
             {"trace_id", trace->trace_id()},
             {"parent_id", trace->parent_id()}});
}

}  // namespace compendium::reporting
