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

// HTTP as clients of the Connect protocol use it. They are asked for a round,
// which must be there.
class ContractOverHttp : public Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    if (IsSkipped()) return;
    url_ = "http://" + reporting_->HttpAddress();
    CallWithBuf("grpc",
                "http://" + registry_address_ +
                    "/compendium.registry.v1.RegistryService/CreateRound",
                R"({"round_id":"2099","round":{"title":"2099"},)"
                R"("author":"contract","reason":"connect"})",
                {"--http2-prior-knowledge"});
  }

  void CallWithBuf(const std::string& protocol, const std::string& method,
                   const std::string& request,
                   const std::vector<std::string>& options = {}) {
    std::vector<std::string> command = {
        ContractFolder() + "/node_modules/.bin/buf", "curl",
        "--protocol=" + protocol,
        "--schema=" + ContractFolder() + "/../../proto", "--data=" + request};
    command.insert(command.end(), options.begin(), options.end());
    command.push_back(method);
    Succeeds(command);
  }

  std::string url_;
};

TEST_F(ContractOverHttp, BufCurlSpeaksConnect) {
  CallWithBuf("connect",
              url_ + "/compendium.reporting.v1.ReportingService/GetCoverage",
              R"({"round":"rounds/2099","min_revision":"1"})");
  CallWithBuf("connect",
              url_ + "/compendium.reporting.v1.ReportService/ListReports",
              "{}");
}

TEST_F(ContractOverHttp, ConnectNodeCallsInEveryWay) {
  const std::string descriptors = folder_ + "/descriptors.binpb";
  Succeeds({ContractFolder() + "/node_modules/.bin/buf", "build",
            ContractFolder() + "/../../proto", "-o", descriptors});
  Succeeds({"/usr/bin/env", "node", ContractFolder() + "/call_over_connect.js",
            url_, descriptors});
}

}  // namespace
}  // namespace compendium::tests
