// SPDX-License-Identifier: Apache-2.0
// Who is told of requests and calls: they are counted, and logged.
#pragma once

#include "lib/http/observer.h"
#include "lib/rpc/call_observer.h"
#include "services/reporting/web/metrics.h"

namespace compendium::reporting {

// Of HTTP requests; each is a line of the log, if they are to be. Any thread.
class RequestObserver final : public http::Observer {
 public:
  // `metrics` must outlive the observer.
  RequestObserver(Metrics& metrics, bool log_requests)
      : metrics_(metrics), log_requests_(log_requests) {}

  void OnOutcome(const http::Outcome& outcome) override;
  void OnRefusal(http::Refusal refusal) override;
  void OnConnectionCount(int count) override;

 private:
  Metrics& metrics_;
  const bool log_requests_;
};

// Of calls, whichever way they came; one that belongs to a trace is a line of
// the log, event `call`. Any thread.
class MethodObserver final : public CallObserver {
 public:
  // `metrics` must outlive the observer.
  explicit MethodObserver(Metrics& metrics) : metrics_(metrics) {}

  void OnCall(const CallOutcome& outcome) override;

 private:
  Metrics& metrics_;
};

}  // namespace compendium::reporting
