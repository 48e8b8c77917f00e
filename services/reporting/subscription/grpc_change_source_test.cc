// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/subscription/grpc_change_source.h"

#include <gmock/gmock.h>
#include <grpcpp/support/server_callback.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/rpc/channel.h"
#include "lib/rpc/server.h"

namespace compendium::reporting {
namespace {

using registry::v1::WatchRequest;
using registry::v1::WatchResponse;
using ::testing::HasSubstr;

// A registry that says what the test gives it.
class ScriptedRegistry final : public registry::v1::RegistryService::Service {
 public:
  grpc::Status GetRegistryStatus(
      grpc::ServerContext*, const registry::v1::GetRegistryStatusRequest*,
      registry::v1::GetRegistryStatusResponse* response) override {
    response->set_store_id("store");
    response->set_revision(9);
    return grpc::Status::OK;
  }

  grpc::Status Watch(grpc::ServerContext* context, const WatchRequest* request,
                     grpc::ServerWriter<WatchResponse>* writer) override {
    last_request = *request;
    for (const WatchResponse& response : script) writer->Write(response);
    while (hangs && !context->IsCancelled()) std::this_thread::yield();
    return end;
  }

  std::vector<WatchResponse> script;
  bool hangs = false;  // after the script, instead of ending
  grpc::Status end;
  WatchRequest last_request;
};

class GrpcChangeSourceTest : public testing::Test {
 protected:
  GrpcChangeSourceTest() {
    auto server = Server::Start(
        {.address = "127.0.0.1:0"},
        {{registry::v1::RegistryService::service_full_name(), &registry_}});
    EXPECT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    source_ = std::make_unique<GrpcChangeSource>(
        MakeChannel(absl::StrCat("127.0.0.1:", server_->port())), clock_,
        GrpcChangeSource::Options());
  }

  base::RealClock clock_;
  ScriptedRegistry registry_;
  std::unique_ptr<Server> server_;
  std::unique_ptr<GrpcChangeSource> source_;
};

TEST_F(GrpcChangeSourceTest, OpensAfterTheRevisionUnderItsName) {
  const auto start = source_->Open(7);

  ASSERT_TRUE(start.ok()) << start.status();
  EXPECT_EQ(start->store_id, "store");
  EXPECT_EQ(start->revision, 9);
  EXPECT_EQ(source_->Next().status().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(registry_.last_request.after_revision(), 7);
  EXPECT_EQ(registry_.last_request.consumer(), "reporting");
  EXPECT_EQ(registry_.last_request.progress_interval().seconds(), 1);
  EXPECT_EQ(registry_.last_request.name_prefixes_size(), 0);
}

TEST_F(GrpcChangeSourceTest, DeliversChangesAndProgress) {
  registry_.script.resize(3);
  registry_.script[0].mutable_change()->set_revision(8);
  registry_.script[1].mutable_snapshot_end();  // was not asked for
  registry_.script[2].mutable_progress()->set_revision(8);
  ASSERT_TRUE(source_->Open(7).ok());

  const auto change = source_->Next();
  const auto progress = source_->Next();

  ASSERT_TRUE(change.ok());
  EXPECT_EQ(change->change->revision(), 8);
  ASSERT_TRUE(progress.ok());
  EXPECT_FALSE(progress->change.has_value());
  EXPECT_EQ(progress->progress_revision, 8);
}

TEST_F(GrpcChangeSourceTest, RegistrysErrorIsTold) {
  registry_.end = grpc::Status(grpc::StatusCode::OUT_OF_RANGE, "too far");
  ASSERT_TRUE(source_->Open(7).ok());

  EXPECT_EQ(source_->Next().status().code(), absl::StatusCode::kOutOfRange);
}

TEST_F(GrpcChangeSourceTest, CanBeOpenedAgainWhileItIsOpen) {
  registry_.hangs = true;
  ASSERT_TRUE(source_->Open(3).ok());

  ASSERT_TRUE(source_->Open(5).ok());

  source_->Close();
}

TEST_F(GrpcChangeSourceTest, CancelEndsWhatWaitsAndWhatComes) {
  registry_.hangs = true;
  ASSERT_TRUE(source_->Open(7).ok());
  std::thread canceller([&] { source_->Cancel(); });

  const auto event = source_->Next();

  canceller.join();
  EXPECT_EQ(event.status().code(), absl::StatusCode::kCancelled);
  EXPECT_EQ(source_->Open(7).status().code(), absl::StatusCode::kCancelled);
}

TEST_F(GrpcChangeSourceTest, SilentFeedIsGivenUp) {
  GrpcChangeSource impatient(
      MakeChannel(absl::StrCat("127.0.0.1:", server_->port())), clock_,
      {.progress_interval = absl::Milliseconds(100)});
  registry_.script.resize(1);
  registry_.script[0].mutable_progress()->set_revision(7);
  registry_.hangs = true;
  ASSERT_TRUE(impatient.Open(7).ok());
  ASSERT_TRUE(impatient.Next().ok());

  const auto event = impatient.Next();

  EXPECT_EQ(event.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(event.status().message()), HasSubstr("silent"));
  EXPECT_TRUE(impatient.Open(7).ok());
}

TEST_F(GrpcChangeSourceTest, RegistryThatIsDownIsUnavailable) {
  server_->Drain(absl::ZeroDuration(), [] {});

  EXPECT_EQ(source_->Open(7).status().code(), absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace compendium::reporting
