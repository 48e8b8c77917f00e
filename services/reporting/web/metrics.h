// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "lib/http/observer.h"
#include "lib/rpc/call_observer.h"
#include "services/reporting/web/worker_readings.h"

namespace compendium::reporting {

// Counts what the worker does, for Prometheus; docs/operations.md lists the
// names. Routes, methods and reasons are those of the program, never a
// client's, so that their number is small. Any thread.
class Metrics final : public http::Observer, public CallObserver {
 public:
  Metrics();
  ~Metrics() override;

  void OnOutcome(const http::Outcome& outcome) override;
  void OnRefusal(http::Refusal refusal) override;
  void OnConnectionCount(int count) override;
  void OnCall(const CallOutcome& outcome) override;

  // Everything in Prometheus' text format, with these readings.
  std::string Text(const WorkerReadings& readings);

 private:
  struct Families;
  const std::unique_ptr<Families> families_;
};

}  // namespace compendium::reporting
