// SPDX-License-Identifier: Apache-2.0
// How commands end on answers that no sound registry gives: a real server with
// made-up answers.
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "cli/application.h"
#include "cli/exit_code.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "lib/base/atomic_file.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// An empty registry, whose history is what `log` says and which takes a round
// and refuses the mechanism that comes next.
class OddRegistry final : public v1::RegistryService::Service {
 public:
  grpc::Status ListLogEntries(grpc::ServerContext*,
                              const v1::ListLogEntriesRequest*,
                              v1::ListLogEntriesResponse* response) override {
    *response = log;
    return grpc::Status::OK;
  }
  grpc::Status GetRound(grpc::ServerContext*, const v1::GetRoundRequest*,
                        v1::GetRoundResponse*) override {
    return {grpc::StatusCode::NOT_FOUND, "no round"};
  }
  grpc::Status GetMechanism(grpc::ServerContext*,
                            const v1::GetMechanismRequest*,
                            v1::GetMechanismResponse*) override {
    return {grpc::StatusCode::NOT_FOUND, "no mechanism"};
  }
  grpc::Status CreateRound(grpc::ServerContext*, const v1::CreateRoundRequest*,
                           v1::CreateRoundResponse* response) override {
    if (!takes_rounds) return {grpc::StatusCode::UNAVAILABLE, "draining"};
    response->mutable_version()->set_revision(7);
    return grpc::Status::OK;
  }
  grpc::Status CreateMechanism(grpc::ServerContext*,
                               const v1::CreateMechanismRequest*,
                               v1::CreateMechanismResponse*) override {
    return {mechanism_code, "mechanism.level: got 9"};
  }

  v1::ListLogEntriesResponse log;
  bool takes_rounds = true;
  grpc::StatusCode mechanism_code = grpc::StatusCode::INVALID_ARGUMENT;
};

class RegistryAnswers : public testing::Test {
 protected:
  void SetUp() override {
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(),
                             &port);
    builder.RegisterService(&registry_);
    server_ = builder.BuildAndStart();
    ASSERT_NE(server_, nullptr);
    address_ = absl::StrCat("127.0.0.1:", port);
  }

  ExitCode Run(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "compendium");
    arguments.insert(arguments.end(), {"--registry", address_.c_str()});
    out_.str("");
    err_.str("");
    return static_cast<ExitCode>(RunApplication(
        static_cast<int>(arguments.size()), arguments.data(),
        {.clock = clock_, .terminal = {}, .out = out_, .err = err_}));
  }

  ExitCode Import(const std::vector<const char*>& options) {
    const std::string path = testing::TempDir() + "/one_mechanism.json";
    EXPECT_TRUE(base::WriteFileAtomically(
                    path, R"({"round": {}, "mechanisms": [{"id": "midsa",
                      "mechanism": {"displayName": "Dialogue"}}],
                      "questionnaires": []})")
                    .ok());
    std::vector<const char*> arguments = {"import", path.c_str(), "--round",
                                          "2016"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return Run(arguments);
  }

  OddRegistry registry_;
  base::RealClock clock_;
  std::ostringstream out_;
  std::ostringstream err_;

 private:
  std::unique_ptr<grpc::Server> server_;
  std::string address_;
};

TEST_F(RegistryAnswers, ADamagedHistoryIsNegative) {
  EXPECT_EQ(Run({"verify"}), ExitCode::kOk) << err_.str();

  registry_.log.set_revision(1);
  registry_.log.add_entries()->set_revision(1);

  EXPECT_EQ(Run({"verify"}), ExitCode::kNegative);
  EXPECT_THAT(out_.str(), HasSubstr("First bad revision: 1\n"));
}

TEST_F(RegistryAnswers, AnImportThatEndsEarlySaysWhatItWrote) {
  EXPECT_EQ(Import({}), ExitCode::kRefused);
  EXPECT_THAT(out_.str(), HasSubstr("rounds/2016: created; ended early, 1 "
                                    "record not done; last revision written:"));
  EXPECT_THAT(err_.str(), HasSubstr("mechanism.level: got 9"));

  registry_.mechanism_code = grpc::StatusCode::UNAVAILABLE;

  EXPECT_EQ(Import({"--json"}), ExitCode::kUnreachable);
  EXPECT_THAT(out_.str(), HasSubstr("\"error\": \"mechanisms/midsa: "));
}

TEST_F(RegistryAnswers, AnImportThatWroteNothingHasNoResult) {
  registry_.takes_rounds = false;

  EXPECT_EQ(Import({}), ExitCode::kUnreachable);
  EXPECT_THAT(out_.str(), IsEmpty());
  EXPECT_THAT(err_.str(), Not(IsEmpty()));
}

}  // namespace
}  // namespace compendium
