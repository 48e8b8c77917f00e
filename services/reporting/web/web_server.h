// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/connect/caller.h"
#include "lib/connect/gateway.h"
#include "lib/http/page.h"
#include "lib/http/router.h"
#include "lib/http/server.h"
#include "lib/rpc/server.h"
#include "services/reporting/plain/plain_routes.h"
#include "services/reporting/plain/state_id.h"
#include "services/reporting/web/metrics.h"
#include "services/reporting/web/observers.h"
#include "services/reporting/web/worker_readings.h"

namespace compendium::reporting {

// The worker's HTTP listener: every method of its services as Connect has them,
// the plain routes, /livez, /readyz and /metrics. Start, StopCalls and Drain
// are for one thread.
class WebServer {
 public:
  struct Options {
    http::Server::Options http;
    std::vector<std::string> cors_origins;
    bool log_requests = true;
    std::string release = {};  // of the program
  };
  // How the worker is; called from any thread.
  struct Readers {
    std::function<WorkerReadings()> readings;
    std::function<StateId()> state;
  };

  // Serves the services of `server`, by their full names. All must outlive the
  // web server. Fails as http::Server does.
  static absl::StatusOr<std::unique_ptr<WebServer>> Start(
      const Options& options, Server& server,
      const std::vector<std::string>& services, Metrics& metrics,
      const Readers& readers, base::Clock& clock);

  ~WebServer();

  int port() const { return http_->port(); }

  // To be called before `server` is drained: readiness ends, and no call begins
  // any more. Those under way go on.
  void StopCalls();

  // To be called after that: sends what is still to be sent, for `grace` at
  // most, and ends.
  void Drain(absl::Duration grace);

 private:
  WebServer(const Options& options, Server& server,
            const std::vector<std::string>& services, Metrics& metrics,
            const Readers& readers, base::Clock& clock);

  http::Response Readiness() const;

  const std::function<WorkerReadings()> read_;
  RequestObserver observer_;
  std::atomic<bool> stopping_ = false;
  // Outlives the calls of gateway and routes, which respond through it.
  std::unique_ptr<http::Server> http_;
  connect::Caller caller_;
  connect::Gateway gateway_;
  PlainRoutes plain_;
  http::Page livez_;
  http::Page readyz_;
  http::Page metrics_page_;
  http::Router router_;
};

}  // namespace compendium::reporting
