// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/web/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <unordered_map>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/base/mutex.h"

namespace compendium::reporting {
namespace {

using prometheus::BuildCounter;
using prometheus::BuildGauge;
using prometheus::BuildHistogram;
using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;
using prometheus::Labels;
using prometheus::Registry;

// From a cached answer to one that waits for a revision.
const Histogram::BucketBoundaries& Seconds() {
  static const Histogram::BucketBoundaries kBounds = {
      0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
      0.1,    0.25,  0.5,    1,     2.5,  10,    30};
  return kBounds;
}

const Histogram::BucketBoundaries& Bytes() {
  static const Histogram::BucketBoundaries kBounds = {
      256,    1024,    4096,    16384,    65536,
      262144, 1048576, 4194304, 16777216, 67108864};
  return kBounds;
}

std::string NameOf(http::Refusal refusal) {
  switch (refusal) {
    case http::Refusal::kTooManyConnections:
      return "too_many_connections";
    case http::Refusal::kTooManyOfOneAddress:
      return "too_many_of_one_address";
    case http::Refusal::kHandshake:
      return "handshake";
    case http::Refusal::kHeaderTimeout:
      return "header_timeout";
    case http::Refusal::kBodyTimeout:
      return "body_timeout";
    case http::Refusal::kWriteTimeout:
      return "write_timeout";
  }
  return "unknown";
}

// The methods of HTTP that mean something here; clients may make up others.
std::string KnownMethod(const std::string& method) {
  for (const absl::string_view known : {"GET", "HEAD", "POST", "OPTIONS"})
    if (method == known) return method;
  return "other";
}

// What is counted for one kind of outcome; looked up once.
struct Kind {
  Counter* count = nullptr;
  Counter* errors = nullptr;  // null where there is no error
  Histogram* seconds = nullptr;
  Histogram* request_bytes = nullptr;
  Histogram* response_bytes = nullptr;
};

}  // namespace

struct Metrics::Families {
  Registry registry;
  Family<Counter>& http_requests =
      BuildCounter()
          .Name("compendium_http_requests_total")
          .Help("HTTP requests that were answered or given up.")
          .Register(registry);
  Family<Counter>& http_errors = BuildCounter()
                                     .Name("compendium_http_errors_total")
                                     .Help("HTTP requests that failed, by why.")
                                     .Register(registry);
  Family<Histogram>& http_seconds =
      BuildHistogram()
          .Name("compendium_http_request_duration_seconds")
          .Help("From a request's first byte to its response's last.")
          .Register(registry);
  Family<Histogram>& http_request_bytes =
      BuildHistogram()
          .Name("compendium_http_request_size_bytes")
          .Help("Bodies of HTTP requests, as they came.")
          .Register(registry);
  Family<Histogram>& http_response_bytes =
      BuildHistogram()
          .Name("compendium_http_response_size_bytes")
          .Help("Bodies of HTTP responses, as they were sent.")
          .Register(registry);
  Family<Counter>& http_refusals =
      BuildCounter()
          .Name("compendium_http_refusals_total")
          .Help("HTTP connections that were ended against the client's will.")
          .Register(registry);
  Gauge& http_connections = BuildGauge()
                                .Name("compendium_http_connections")
                                .Help("HTTP connections that are open.")
                                .Register(registry)
                                .Add({});
  Family<Counter>& rpc_calls =
      BuildCounter()
          .Name("compendium_rpc_calls_total")
          .Help("Calls of methods, over gRPC and over HTTP.")
          .Register(registry);
  Family<Counter>& rpc_errors =
      BuildCounter()
          .Name("compendium_rpc_errors_total")
          .Help("Calls of methods that failed, by why.")
          .Register(registry);
  Family<Histogram>& rpc_seconds =
      BuildHistogram()
          .Name("compendium_rpc_call_duration_seconds")
          .Help("From a call's beginning to its status.")
          .Register(registry);
  Gauge& revision = Reading("revision", "Revision that is published.");
  Gauge& registry_revision =
      Reading("registry_revision", "Latest revision that is known.");
  Gauge& checkpoint_revision =
      Reading("checkpoint_revision", "Revision of the newest checkpoint.");
  Gauge& lag_revisions =
      Reading("lag_revisions", "Known revisions that are not published yet.");
  Gauge& lag_seconds =
      Reading("lag_seconds",
              "Age of the published revision while a later one is known.");
  Gauge& connected =
      Reading("feed_connected", "Whether the registry's feed is connected.");
  Family<Gauge>& records = BuildGauge()
                               .Name("compendium_reporting_records")
                               .Help("Records in the published snapshot.")
                               .Register(registry);

  base::Mutex mu;
  std::unordered_map<std::string, Kind> http_kinds ABSL_GUARDED_BY(mu);
  std::unordered_map<std::string, Kind> rpc_kinds ABSL_GUARDED_BY(mu);

  Gauge& Reading(absl::string_view name, const std::string& help) {
    return BuildGauge()
        .Name(absl::StrCat("compendium_reporting_", name))
        .Help(help)
        .Register(registry)
        .Add({});
  }

  Kind HttpKind(const http::Outcome& outcome) {
    const std::string route = outcome.route.empty() ? "none" : outcome.route;
    const std::string method = KnownMethod(outcome.method);
    const std::string code = absl::StrCat(outcome.status);
    const std::string reason = outcome.gone ? "CLIENT_GONE" : outcome.reason;
    base::MutexLock lock(mu);
    Kind& kind =
        http_kinds[absl::StrCat(route, "\n", method, code, "\n", reason)];
    if (kind.count == nullptr) {
      kind.count = &http_requests.Add(
          {{"route", route}, {"method", method}, {"code", code}});
      if (!reason.empty())
        kind.errors = &http_errors.Add({{"route", route}, {"reason", reason}});
      kind.seconds = &http_seconds.Add({{"route", route}}, Seconds());
      kind.request_bytes = &http_request_bytes.Add({{"route", route}}, Bytes());
      kind.response_bytes =
          &http_response_bytes.Add({{"route", route}}, Bytes());
    }
    return kind;
  }

  Kind RpcKind(const CallOutcome& outcome) {
    const std::string method(outcome.method);
    const std::string code = absl::StatusCodeToString(outcome.code);
    base::MutexLock lock(mu);
    Kind& kind =
        rpc_kinds[absl::StrCat(method, "\n", code, "\n", outcome.reason)];
    if (kind.count == nullptr) {
      kind.count = &rpc_calls.Add({{"method", method}, {"code", code}});
      if (outcome.code != absl::StatusCode::kOk)
        kind.errors = &rpc_errors.Add(
            {{"method", method},
             {"reason", outcome.reason.empty() ? code : outcome.reason}});
      kind.seconds = &rpc_seconds.Add({{"method", method}}, Seconds());
    }
    return kind;
  }
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {}

Metrics::~Metrics() = default;

void Metrics::OnOutcome(const http::Outcome& outcome) {
  const Kind kind = families_->HttpKind(outcome);
  kind.count->Increment();
  if (kind.errors != nullptr) kind.errors->Increment();
  kind.seconds->Observe(absl::ToDoubleSeconds(outcome.duration));
  kind.request_bytes->Observe(static_cast<double>(outcome.request_bytes));
  kind.response_bytes->Observe(static_cast<double>(outcome.response_bytes));
}

void Metrics::OnRefusal(http::Refusal refusal) {
  families_->http_refusals.Add({{"reason", NameOf(refusal)}}).Increment();
}

void Metrics::OnConnectionCount(int count) {
  families_->http_connections.Set(count);
}

void Metrics::OnCall(const CallOutcome& outcome) {
  const Kind kind = families_->RpcKind(outcome);
  kind.count->Increment();
  if (kind.errors != nullptr) kind.errors->Increment();
  kind.seconds->Observe(absl::ToDoubleSeconds(outcome.duration));
}

std::string Metrics::Text(const WorkerReadings& readings) {
  Families& to = *families_;
  to.revision.Set(static_cast<double>(readings.revision));
  to.registry_revision.Set(static_cast<double>(readings.registry_revision));
  to.checkpoint_revision.Set(static_cast<double>(readings.checkpoint_revision));
  to.lag_revisions.Set(
      static_cast<double>(readings.registry_revision - readings.revision));
  to.lag_seconds.Set(absl::ToDoubleSeconds(readings.lag));
  to.connected.Set(readings.connected ? 1 : 0);
  const auto count = [&to](const std::string& kind, uint64_t records) {
    to.records.Add({{"kind", kind}}).Set(static_cast<double>(records));
  };
  count("mechanism", readings.mechanism_count);
  count("round", readings.round_count);
  count("questionnaire", readings.questionnaire_count);
  return prometheus::TextSerializer().Serialize(to.registry.Collect());
}

}  // namespace compendium::reporting
