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
    registry_ = Serve("compendium-registry", {}, registry_address_);
    reporting_ =
        Serve("compendium-reporting",
              {"--registry_address=" + registry_address_}, reporting_address_);
  }

  std::unique_ptr<Process> Serve(const std::string& program,
                                 const std::vector<std::string>& options,
                                 std::string& address) {
    std::vector<std::string> command = {
        BinaryPath(program), "--listen_address=127.0.0.1:0",
        absl::StrCat("--data_dir=", folder_, "/", program)};
    command.insert(command.end(), options.begin(), options.end());
    auto process = *Process::Start(
        {.command = command, .log_path = folder_ + "/" + program + ".log"});
    const auto served = process->WaitUntilServing();
    EXPECT_TRUE(served.ok()) << served.status();
    if (served.ok()) address = *served;
    return process;
  }

  void Succeeds(const std::vector<std::string>& command) {
    auto process =
        *Process::Start({.command = command, .log_path = folder_ + "/out"});
    EXPECT_EQ(process->Wait(), 0) << process->Log();
  }

  const std::string folder_ = NewFolder("contract");
  std::string registry_address_;
  std::string reporting_address_;
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
