// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/options.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "lib/http/cors.h"

namespace compendium::reporting {
namespace {

absl::Status CheckHttpOptions(const Options& options) {
  if (options.http_tls_certificate.empty() != options.http_tls_key.empty())
    return absl::InvalidArgumentError(
        "--http_tls_certificate: got it without --http_tls_key or the reverse, "
        "want both or none");
  for (const std::string& origin : options.http_cors_origins) {
    const absl::Status status = http::CheckOrigin(origin);
    if (!status.ok())
      return absl::InvalidArgumentError(
          absl::StrCat("--http_cors_origins: ", status.message()));
  }
  const http::Limits& limits = options.http_limits;
  const auto at_least = [](absl::string_view flag, int got, int least) {
    if (got >= least) return absl::OkStatus();
    return absl::InvalidArgumentError(
        absl::StrCat(flag, ": got ", got, ", want ", least, " or more"));
  };
  RETURN_IF_ERROR(at_least("--http_connections", limits.connections_max, 1));
  RETURN_IF_ERROR(at_least("--http_connections_per_address",
                           limits.connections_per_address_max, 1));
  return at_least("--http_requests_per_second", limits.requests_per_second, 0);
}

}  // namespace

absl::Status CheckOptions(const Options& options) {
  if (options.data_dir.empty())
    return absl::InvalidArgumentError(
        "--data_dir: got nothing, want a folder for the checkpoint");
  if (options.archive_dir.empty())
    return absl::InvalidArgumentError(
        "--archive_dir: got nothing, want a folder for reports");
  if (options.registry_address.empty())
    return absl::InvalidArgumentError(
        "--registry_address: got nothing, want host:port");
  if (options.checkpoint_interval < absl::Seconds(1) ||
      options.checkpoint_interval > absl::Hours(24))
    return absl::InvalidArgumentError(absl::StrCat(
        "--checkpoint_interval: got ",
        absl::FormatDuration(options.checkpoint_interval), ", want 1s to 24h"));
  if (options.checkpoint_changes < 1)
    return absl::InvalidArgumentError(absl::StrCat("--checkpoint_changes: got ",
                                                   options.checkpoint_changes,
                                                   ", want 1 or more"));
  return CheckHttpOptions(options);
}

}  // namespace compendium::reporting
