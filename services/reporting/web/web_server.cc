// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/web/web_server.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "lib/http/cors.h"
#include "lib/http/problem.h"

namespace compendium::reporting {
namespace {

http::Response MetricsPage(std::string text) {
  return {.fields = {{"Content-Type",
                      "text/plain; version=0.0.4; "
                      "charset=utf-8"},
                     {"Cache-Control", "no-store"}},
          .body = http::ShareText(std::move(text))};
}

}  // namespace

WebServer::WebServer(const Options& options, Server& server,
                     const std::vector<std::string>& services, Metrics& metrics,
                     const Readers& readers, base::Clock& clock)
    : read_(readers.readings),
      observer_(metrics, options.log_requests),
      caller_(server.InProcessChannel(), clock),
      gateway_(services, caller_),
      plain_(gateway_.methods(), caller_,
             {.release = options.release, .state = readers.state}),
      livez_("/livez", [] { return http::PlainText(200, "alive\n"); }),
      readyz_("/readyz", [this] { return Readiness(); }),
      metrics_page_(
          "/metrics",
          [this, &metrics] { return MetricsPage(metrics.Text(read_())); }),
      router_(http::CorsPolicy(options.cors_origins)) {
  router_.Add("/livez", livez_);
  router_.Add("/readyz", readyz_);
  router_.Add("/metrics", metrics_page_);
  for (const auto& [path, method] : gateway_.methods().all())
    router_.Add(path, gateway_);
  plain_.AddTo(router_);
}

absl::StatusOr<std::unique_ptr<WebServer>> WebServer::Start(
    const Options& options, Server& server,
    const std::vector<std::string>& services, Metrics& metrics,
    const Readers& readers, base::Clock& clock) {
  std::unique_ptr<WebServer> web(
      new WebServer(options, server, services, metrics, readers, clock));
  ASSIGN_OR_RETURN(web->http_, http::Server::Start(options.http, web->router_,
                                                   web->observer_, clock));
  return web;
}

WebServer::~WebServer() {
  if (http_ == nullptr) return;
  StopCalls();
  Drain(absl::ZeroDuration());
}

http::Response WebServer::Readiness() const {
  if (stopping_)
    return http::ProblemResponse(503, "DRAINING", "the worker stops");
  const absl::Status ready = CheckReady(read_());
  if (ready.ok()) return http::PlainText(200, "ready\n");
  return http::ProblemResponse(503, "NOT_READY", ready.message());
}

void WebServer::StopCalls() {
  stopping_ = true;
  http_->StopListening();
  caller_.Stop();
}

void WebServer::Drain(absl::Duration grace) { http_->Drain(grace); }

}  // namespace compendium::reporting
