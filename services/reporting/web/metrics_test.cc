// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/web/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace compendium::reporting {
namespace {

using testing::HasSubstr;

TEST(Metrics, CountsRequestsByRouteAndCode) {
  Metrics metrics;
  metrics.OnOutcome({.method = "GET",
                     .route = "/livez",
                     .status = 200,
                     .duration = absl::Milliseconds(3),
                     .response_bytes = 3});
  metrics.OnOutcome({.method = "BREW", .reason = "NOT_FOUND", .status = 404});
  metrics.OnRefusal(http::Refusal::kHeaderTimeout);
  metrics.OnConnectionCount(7);

  const std::string text = metrics.Text({});

  for (const std::string line :
       {"compendium_http_requests_total{code=\"200\",method=\"GET\","
        "route=\"/livez\"} 1",
        "compendium_http_requests_total{code=\"404\",method=\"other\","
        "route=\"none\"} 1",
        "compendium_http_errors_total{reason=\"NOT_FOUND\",route=\"none\"} 1",
        "compendium_http_request_duration_seconds_bucket{route=\"/livez\","
        "le=\"0.005\"} 1",
        "compendium_http_response_size_bytes_sum{route=\"/livez\"} 3",
        "compendium_http_refusals_total{reason=\"header_timeout\"} 1",
        "compendium_http_connections 7"})
    EXPECT_THAT(text, HasSubstr(line + "\n"));
}

TEST(Metrics, CountsCallsByMethodAndCode) {
  Metrics metrics;
  metrics.OnCall({.method = "/s/M"});
  metrics.OnCall({.method = "/s/M",
                  .code = absl::StatusCode::kNotFound,
                  .reason = "NO_ROUND"});

  const std::string text = metrics.Text({});

  for (const std::string line :
       {"compendium_rpc_calls_total{code=\"OK\",method=\"/s/M\"} 1",
        "compendium_rpc_calls_total{code=\"NOT_FOUND\",method=\"/s/M\"} 1",
        "compendium_rpc_errors_total{method=\"/s/M\",reason=\"NO_ROUND\"} 1",
        "compendium_rpc_call_duration_seconds_count{method=\"/s/M\"} 2"})
    EXPECT_THAT(text, HasSubstr(line + "\n"));
}

TEST(Metrics, TellsTheReadings) {
  Metrics metrics;

  const std::string text = metrics.Text({.revision = 7,
                                         .registry_revision = 9,
                                         .connected = true,
                                         .lag = absl::Seconds(2),
                                         .questionnaire_count = 14});

  for (const std::string line :
       {"compendium_reporting_revision 7",
        "compendium_reporting_lag_revisions 2",
        "compendium_reporting_lag_seconds 2",
        "compendium_reporting_feed_connected 1",
        "compendium_reporting_records{kind=\"questionnaire\"} 14"})
    EXPECT_THAT(text, HasSubstr(line + "\n"));
}

TEST(WorkerReadings, LagIsOfARevisionThatIsNotTheLatest) {
  Snapshot snapshot;
  snapshot.revision = 7;
  snapshot.commit_time = absl::UnixEpoch();
  const absl::Time now = absl::UnixEpoch() + absl::Seconds(5);

  EXPECT_EQ(ReadWorker(snapshot, {true, 7}, 0, now).lag, absl::ZeroDuration());
  EXPECT_EQ(ReadWorker(snapshot, {true, 8}, 0, now).lag, absl::Seconds(5));
  EXPECT_EQ(ReadWorker(snapshot, {false, 0}, 0, now).registry_revision, 7);
}

TEST(WorkerReadings, ReadyWhileTheFeedIsConnected) {
  EXPECT_TRUE(CheckReady({.connected = true}).ok());
  EXPECT_EQ(CheckReady({.revision = 3}).code(), absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace compendium::reporting
