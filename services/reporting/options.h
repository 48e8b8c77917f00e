// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "lib/http/limits.h"

namespace compendium::reporting {

// What the operator says: one field for each flag of main.cc.
struct Options {
  std::string listen_address;          // host:port; port 0 takes a free one
  std::string registry_address;        // host:port
  std::string data_dir;                // is made if it is not there
  absl::Duration checkpoint_interval;  // 1 s to 1 d
  int64_t checkpoint_changes = 0;      // 1 or more
  // For reports; is made if it is not there. Workers of one machine may share
  // it.
  std::string archive_dir;
  // Below which schedules may have reports put; empty: nowhere.
  std::string delivery_dir = {};
  // To which schedules may have reports posted: host or host:port.
  std::vector<std::string> delivery_hosts = {};
  // Holds the key that posts are signed with; empty: nothing is posted.
  std::string delivery_key_file = {};
  // Where to serve HTTP, host:port as above; empty: nowhere.
  std::string http_address = {};
  // PEM files; both or none, which is without TLS.
  std::string http_tls_certificate = {};
  std::string http_tls_key = {};
  // Whose pages may read what is served, such as https://example.org.
  std::vector<std::string> http_cors_origins = {};
  http::Limits http_limits = {};
  bool http_log_requests = true;
};

// INVALID_ARGUMENT that names the flag which cannot be used.
absl::Status CheckOptions(const Options& options);

}  // namespace compendium::reporting
