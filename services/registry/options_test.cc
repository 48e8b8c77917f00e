// SPDX-License-Identifier: Apache-2.0
#include "services/registry/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace compendium::registry {
namespace {

using testing::StartsWith;

std::string Problem(const Options& options) {
  return std::string(CheckOptions(options).message());
}

TEST(CheckOptions, TakesBothEngines) {
  EXPECT_EQ(CheckOptions({.data_dir = "/var/lib/x"}), absl::OkStatus());
  EXPECT_EQ(CheckOptions({.engine = "memory"}), absl::OkStatus());
}

TEST(CheckOptions, NamesTheWrongFlag) {
  EXPECT_THAT(Problem({.engine = "etcd"}), StartsWith("--engine:"));
  EXPECT_THAT(Problem({}), StartsWith("--data_dir:"));
  EXPECT_THAT(Problem({.engine = "memory", .data_dir = "x"}),
              StartsWith("--data_dir:"));
  EXPECT_THAT(Problem({.data_dir = "x", .drain_timeout = -absl::Seconds(1)}),
              StartsWith("--drain_timeout:"));
}

}  // namespace
}  // namespace compendium::registry
