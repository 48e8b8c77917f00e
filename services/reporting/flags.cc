// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/flags.h"

#include <cstdint>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "lib/http/limits.h"

ABSL_FLAG(std::string, listen_address, "127.0.0.1:7602",
          "host:port to serve on; port 0 takes a free one");
ABSL_FLAG(std::string, registry_address, "127.0.0.1:7601",
          "host:port of the registry to follow");
ABSL_FLAG(std::string, data_dir, "", "folder for the checkpoint");
ABSL_FLAG(absl::Duration, checkpoint_interval, absl::Seconds(30),
          "longest time with changes but without a checkpoint, unless "
          "checkpoints would take more than 1/20 of the time");
ABSL_FLAG(int64_t, checkpoint_changes, 10000,
          "most changes without a checkpoint, with the same exception");

ABSL_FLAG(std::string, archive_dir, "",
          "folder for reports, which workers of one machine may share; empty: "
          "archive in data_dir");
ABSL_FLAG(std::string, delivery_dir, "",
          "folder below which schedules may have reports put; empty: nowhere");
ABSL_FLAG(std::vector<std::string>, delivery_hosts, {},
          "hosts, as host or host:port, to which schedules may have reports "
          "posted");
ABSL_FLAG(std::string, delivery_key_file, "",
          "file with the key that posts are signed with (whsec_…)");

ABSL_FLAG(
    std::string, http_address, "127.0.0.1:7603",
    "host:port to serve HTTP on; port 0 takes a free one; empty: no HTTP");
ABSL_FLAG(
    std::string, http_tls_certificate, "",
    "PEM file with the certificate for HTTP and its chain; empty: no TLS");
ABSL_FLAG(std::string, http_tls_key, "", "PEM file with its private key");
ABSL_FLAG(std::vector<std::string>, http_cors_origins, {},
          "origins, such as https://example.org, whose pages may read what is "
          "served over HTTP; * for all");
ABSL_FLAG(int32_t, http_connections, compendium::http::Limits().connections_max,
          "HTTP connections at once");
ABSL_FLAG(int32_t, http_connections_per_address,
          compendium::http::Limits().connections_per_address_max,
          "of them, those of one address");
ABSL_FLAG(
    int32_t, http_requests_per_second,
    compendium::http::Limits().requests_per_second,
    "HTTP requests of one address, twice as many in a burst; 0: no limit");
ABSL_FLAG(bool, http_log_requests, true, "whether to log each HTTP request");

namespace compendium::reporting {

Options OptionsFromFlags() {
  const std::string data_dir = absl::GetFlag(FLAGS_data_dir);
  const std::string archive_dir = absl::GetFlag(FLAGS_archive_dir);
  return {
      .listen_address = absl::GetFlag(FLAGS_listen_address),
      .registry_address = absl::GetFlag(FLAGS_registry_address),
      .data_dir = data_dir,
      .checkpoint_interval = absl::GetFlag(FLAGS_checkpoint_interval),
      .checkpoint_changes = absl::GetFlag(FLAGS_checkpoint_changes),
      .archive_dir = archive_dir.empty() ? absl::StrCat(data_dir, "/archive")
                                         : archive_dir,
      .delivery_dir = absl::GetFlag(FLAGS_delivery_dir),
      .delivery_hosts = absl::GetFlag(FLAGS_delivery_hosts),
      .delivery_key_file = absl::GetFlag(FLAGS_delivery_key_file),
      .http_address = absl::GetFlag(FLAGS_http_address),
      .http_tls_certificate = absl::GetFlag(FLAGS_http_tls_certificate),
      .http_tls_key = absl::GetFlag(FLAGS_http_tls_key),
      .http_cors_origins = absl::GetFlag(FLAGS_http_cors_origins),
      .http_limits = {.connections_max = absl::GetFlag(FLAGS_http_connections),
                      .connections_per_address_max =
                          absl::GetFlag(FLAGS_http_connections_per_address),
                      .requests_per_second =
                          absl::GetFlag(FLAGS_http_requests_per_second)},
      .http_log_requests = absl::GetFlag(FLAGS_http_log_requests)};
}

}  // namespace compendium::reporting
