// SPDX-License-Identifier: Apache-2.0
// What clients and supervisors see when the registry cannot write: its store
// has failed, its queue is full, it goes away.
#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/client_unary_call.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "google/rpc/error_details.pb.h"
#include "grpc/health/v1/health.pb.h"
#include "lib/request/error_details.h"
#include "lib/rpc/channel.h"
#include "lib/rpc/grpc_status.h"
#include "lib/rpc/server.h"
#include "services/registry/registry_server.h"
#include "services/registry/registry_service.h"
#include "services/registry/store/memory_store.h"
#include "tests/support/forwarding_store.h"

namespace compendium::tests {
namespace {

namespace v1 = compendium::registry::v1;
using grpc::health::v1::HealthCheckRequest;
using grpc::health::v1::HealthCheckResponse;

// A client of the registry at `address`.
class Client {
 public:
  explicit Client(const std::string& address)
      : channel_(MakeChannel(address, /*own_connection=*/true)),
        stub_(v1::RegistryService::NewStub(channel_)) {}

  absl::Status Create(const std::string& id) {
    v1::CreateMechanismRequest request;
    request.set_mechanism_id(id);
    request.mutable_mechanism()->set_display_name("M");
    request.set_author("test");
    request.set_reason("refused writes");
    v1::CreateMechanismResponse response;
    return Call(&v1::RegistryService::Stub::CreateMechanism, request, response);
  }

  absl::Status Get(const std::string& name) {
    v1::GetMechanismRequest request;
    request.set_name(name);
    v1::GetMechanismResponse response;
    return Call(&v1::RegistryService::Stub::GetMechanism, request, response);
  }

  bool ReadOnly() {
    v1::GetRegistryStatusResponse response;
    EXPECT_EQ(Call(&v1::RegistryService::Stub::GetRegistryStatus,
                   v1::GetRegistryStatusRequest(), response),
              absl::OkStatus());
    return response.read_only();
  }

  HealthCheckResponse::ServingStatus Health() {
    grpc::ClientContext context;
    HealthCheckResponse response;
    const grpc::Status status = grpc::internal::BlockingUnaryCall<
        HealthCheckRequest, HealthCheckResponse, grpc::protobuf::MessageLite,
        grpc::protobuf::MessageLite>(
        channel_.get(),
        grpc::internal::RpcMethod("/grpc.health.v1.Health/Check",
                                  grpc::internal::RpcMethod::NORMAL_RPC),
        &context, HealthCheckRequest(), &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response.status();
  }

 private:
  template <class Request, class Response>
  absl::Status Call(grpc::Status (v1::RegistryService::Stub::*method)(
                        grpc::ClientContext*, const Request&, Response*),
                    const Request& request, Response& response) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() +
                         std::chrono::minutes(1));
    return FromGrpcStatus((stub_.get()->*method)(&context, request, &response));
  }

  const std::shared_ptr<grpc::Channel> channel_;
  const std::unique_ptr<v1::RegistryService::Stub> stub_;
};

// How long the client is told to wait; zero when it is not.
absl::Duration RetryDelayOf(const absl::Status& status) {
  google::rpc::RetryInfo info;
  const auto payload =
      status.GetPayload("type.googleapis.com/google.rpc.RetryInfo");
  if (!payload.has_value() || !info.ParseFromString(std::string(*payload)))
    return absl::ZeroDuration();
  return absl::Seconds(info.retry_delay().seconds()) +
         absl::Nanoseconds(info.retry_delay().nanos());
}

// A store whose disk fails when it is told to.
class FailingStore final : public ForwardingStore {
 public:
  using ForwardingStore::ForwardingStore;

  void Fail() { failed_ = true; }

  std::vector<absl::StatusOr<registry::Committed>> Commit(
      absl::Span<const registry::Transaction> transactions) override {
    if (!failed_) return ForwardingStore::Commit(transactions);
    return std::vector<absl::StatusOr<registry::Committed>>(
        transactions.size(),
        ErrorWithReason(absl::StatusCode::kDataLoss, "STORE_FAILED",
                        "the disk failed"));
  }
  bool failed() const override { return failed_; }

 private:
  std::atomic<bool> failed_ = false;
};

TEST(FailedStore, IsReadOnlyAndNotServingUntilTheRestart) {
  base::RealClock clock;
  registry::MemoryStore memory(clock);
  FailingStore store(memory);
  auto server = *registry::RegistryServer::Start(store, clock, "127.0.0.1:0");
  Client client(server->address());
  ASSERT_EQ(client.Create("before"), absl::OkStatus());
  EXPECT_FALSE(client.ReadOnly());
  EXPECT_EQ(client.Health(), HealthCheckResponse::SERVING);

  store.Fail();
  for (const std::string id : {"first", "second"}) {
    const absl::Status refused = client.Create(id);
    EXPECT_TRUE(absl::IsDataLoss(refused)) << refused;
    EXPECT_EQ(ReasonOf(refused), "STORE_FAILED");
    EXPECT_EQ(client.Health(), HealthCheckResponse::NOT_SERVING);
  }
  EXPECT_TRUE(client.ReadOnly());
  EXPECT_EQ(client.Get("mechanisms/before"), absl::OkStatus());

  // A server over the same, still failed store does not serve either.
  server = nullptr;
  server = *registry::RegistryServer::Start(store, clock, "127.0.0.1:0");
  EXPECT_EQ(Client(server->address()).Health(),
            HealthCheckResponse::NOT_SERVING);
}

TEST(FailedStore, IsLoggedOnce) {
  base::RealClock clock;
  registry::MemoryStore memory(clock);
  FailingStore store(memory);
  const auto server =
      *registry::RegistryServer::Start(store, clock, "127.0.0.1:0");
  Client client(server->address());
  store.Fail();

  testing::internal::CaptureStderr();
  for (const std::string id : {"a", "b", "c"})
    EXPECT_TRUE(absl::IsDataLoss(client.Create(id)));
  const std::string log = testing::internal::GetCapturedStderr();

  const size_t first = log.find("STORE_FAILED");
  EXPECT_NE(first, std::string::npos);
  EXPECT_EQ(log.find("STORE_FAILED", first + 1), std::string::npos) << log;
}

// A registry whose commit queue takes one write and does not begin to commit.
class StillQueue : public testing::Test {
 protected:
  registry::CommitQueue::Options OneWrite() {
    registry::CommitQueue::Options options;
    options.queue_transactions_max = 1;
    return options;
  }

  void TearDown() override { queue_.Stop(); }

  base::RealClock clock_;
  registry::MemoryStore store_{clock_};
  registry::Feed feed_{store_, clock_};
  registry::CommitQueue queue_{store_, OneWrite()};
  registry::Registry registry_{store_, queue_};
  registry::RegistryService service_{
      store_, registry_, feed_, {.release = "", .start_time = clock_.Now()}};
  const std::unique_ptr<Server> server_ =
      *Server::Start({.address = "127.0.0.1:0"},
                     {{v1::RegistryService::service_full_name(), &service_}});
  Client client_{absl::StrCat("127.0.0.1:", server_->port())};
};

TEST_F(StillQueue, ThatIsFullSaysWhenToTryAgain) {
  std::atomic<int> written = 0;
  absl::Status refused;
  {
    // One of them waits in the queue until the other was refused.
    std::vector<std::thread> writers;
    for (const std::string id : {"a", "b"}) {
      writers.emplace_back([&, id] {
        const absl::Status status = client_.Create(id);
        if (status.ok()) {
          ++written;
        } else {
          refused = status;
          queue_.Start();
        }
      });
    }
    for (std::thread& writer : writers) writer.join();
  }

  EXPECT_EQ(written, 1);
  EXPECT_TRUE(absl::IsUnavailable(refused)) << refused;
  EXPECT_EQ(ReasonOf(refused), "COMMIT_QUEUE_FULL");
  EXPECT_EQ(RetryDelayOf(refused), absl::Milliseconds(200));
}

TEST_F(StillQueue, ThatIsStoppedSaysWhenToTryAgain) {
  queue_.Stop();

  const absl::Status refused = client_.Create("a");

  EXPECT_TRUE(absl::IsUnavailable(refused)) << refused;
  EXPECT_EQ(ReasonOf(refused), "SHUTTING_DOWN");
  EXPECT_EQ(RetryDelayOf(refused), absl::Seconds(1));
}

}  // namespace
}  // namespace compendium::tests
