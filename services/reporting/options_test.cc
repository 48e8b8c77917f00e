// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace compendium::reporting {
namespace {

using ::testing::StartsWith;

Options Usable() {
  return {.listen_address = "127.0.0.1:0",
          .registry_address = "127.0.0.1:1",
          .data_dir = "/tmp/x",
          .checkpoint_interval = absl::Seconds(30),
          .checkpoint_changes = 10,
          .archive_dir = "/tmp/x/archive"};
}

std::string ProblemOf(const Options& options) {
  const absl::Status status = CheckOptions(options);
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  return std::string(status.message());
}

TEST(Options, UsableOnesPass) { EXPECT_TRUE(CheckOptions(Usable()).ok()); }

TEST(Options, ProblemNamesItsFlag) {
  Options no_folder = Usable(), no_registry = Usable(), often = Usable(),
          never = Usable(), no_archive = Usable();
  no_folder.data_dir = "";
  no_registry.registry_address = "";
  often.checkpoint_interval = absl::ZeroDuration();
  never.checkpoint_changes = 0;
  no_archive.archive_dir = "";

  EXPECT_THAT(ProblemOf(no_folder), StartsWith("--data_dir"));
  EXPECT_THAT(ProblemOf(no_registry), StartsWith("--registry_address"));
  EXPECT_THAT(ProblemOf(often), StartsWith("--checkpoint_interval"));
  EXPECT_THAT(ProblemOf(no_archive), StartsWith("--archive_dir"));
  EXPECT_THAT(ProblemOf(never), StartsWith("--checkpoint_changes"));
}

TEST(Options, ProblemWithHttpNamesItsFlag) {
  Options no_key = Usable(), origin = Usable(), none = Usable(),
          each_none = Usable(), rate = Usable();
  no_key.http_tls_certificate = "/tmp/x/cert.pem";
  origin.http_cors_origins = {"https://a.example", "a.example"};
  none.http_limits.connections_max = 0;
  each_none.http_limits.connections_per_address_max = 0;
  rate.http_limits.requests_per_second = -1;

  EXPECT_THAT(ProblemOf(no_key), StartsWith("--http_tls_certificate"));
  EXPECT_THAT(ProblemOf(origin), StartsWith("--http_cors_origins"));
  EXPECT_THAT(ProblemOf(none), StartsWith("--http_connections:"));
  EXPECT_THAT(ProblemOf(each_none),
              StartsWith("--http_connections_per_address"));
  EXPECT_THAT(ProblemOf(rate), StartsWith("--http_requests_per_second"));
}

}  // namespace
}  // namespace compendium::reporting
