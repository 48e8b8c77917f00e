// SPDX-License-Identifier: Apache-2.0
// Programs that were not written here use both services.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "tests/support/process.h"

namespace compendium::tests {
namespace {

std::string ContractFolder() {
  return absl::StrCat(getenv("COMPENDIUM_SOURCE_DIR"), "/tests/contract");
}

class Contract : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(ContractFolder() + "/node_modules"))
      GTEST_SKIP() << "NOT TESTED: run `npm ci` in tests/contract first";
    registry_ =
        StartService("compendium-registry", folder_, {}, registry_address_);
    reporting_ = StartService("compendium-reporting", folder_,
                              {"--registry_address=" + registry_address_},
                              reporting_address_);
  }

  void Succeeds(const std::vector<std::string>& command) {
    auto process =
        *Process::Start({.command = command, .log_path = folder_ + "/out"});
    EXPECT_EQ(process->Wait(), 0) << process->Log();
  }

  const std::string folder_ = NewFolder("contract");
  std::string registry_address_ = "127.0.0.1:0";
  std::string reporting_address_ = "127.0.0.1:0";
  std::unique_ptr<Process> registry_;
  std::unique_ptr<Process> reporting_;
};

TEST_F(Contract, GrpcJsCallsEveryMethodThroughReflection) {
  Succeeds({"/usr/bin/env", "node", ContractFolder() + "/call_every_method.js",
            registry_address_, reporting_address_});
}

TEST_F(Contract, BufCurlReadsThroughReflection) {
  Succeeds({ContractFolder() + "/node_modules/.bin/buf", "curl",
            "--protocol=grpc", "--http2-prior-knowledge",
            "http://" + registry_address_ +
                "/compendium.registry.v1.RegistryService/GetRegistryStatus"});
}

}  // namespace
}  // namespace compendium::tests
