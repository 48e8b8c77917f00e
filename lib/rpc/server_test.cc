// SPDX-License-Identifier: Apache-2.0
#include "lib/rpc/server.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/client_unary_call.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "grpc/health/v1/health.pb.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "lib/request/error_details.h"
#include "lib/rpc/channel.h"
#include "lib/rpc/grpc_status.h"
#include "lib/rpc/limits.h"

namespace compendium {
namespace {

using google::protobuf::Message;
using grpc::health::v1::HealthCheckRequest;
using grpc::health::v1::HealthCheckResponse;
using registry::v1::CreateMechanismRequest;
using registry::v1::CreateMechanismResponse;
using registry::v1::GetRegistryStatusRequest;
using registry::v1::GetRegistryStatusResponse;
using registry::v1::RegistryService;
using registry::v1::WatchRequest;
using registry::v1::WatchResponse;
using testing::HasSubstr;

const char kName[] = "compendium.registry.v1.RegistryService";

// A deadline that only a failing test reaches.
std::chrono::system_clock::time_point Soon() {
  return std::chrono::system_clock::now() + std::chrono::seconds(60);
}

// Answers unary calls at once; its streams send one message and then wait
// until EndStreams or until they are cancelled.
class Fake final : public RegistryService::Service {
 public:
  grpc::Status GetRegistryStatus(grpc::ServerContext*,
                                 const GetRegistryStatusRequest*,
                                 GetRegistryStatusResponse* response) override {
    response->set_engine("fake");
    return grpc::Status::OK;
  }

  grpc::Status CreateMechanism(grpc::ServerContext*,
                               const CreateMechanismRequest*,
                               CreateMechanismResponse*) override {
    return grpc::Status::OK;
  }

  grpc::Status Watch(grpc::ServerContext* context, const WatchRequest*,
                     grpc::ServerWriter<WatchResponse>* writer) override {
    WatchResponse response;
    response.mutable_progress()->set_revision(1);
    writer->Write(response);
    base::MutexLock lock(mu_);
    while (!ended_ && !context->IsCancelled())
      ended_changed_.WaitFor(mu_, std::chrono::milliseconds(10));
    return ToGrpcStatus(
        TryAgainError("DRAINING", "the server stops", absl::ZeroDuration()));
  }

  void EndStreams() {
    base::MutexLock lock(mu_);
    ended_ = true;
    ended_changed_.NotifyAll();
  }

 private:
  base::Mutex mu_;
  base::CondVar ended_changed_;
  bool ended_ ABSL_GUARDED_BY(mu_) = false;
};

class ServerTest : public testing::Test {
 protected:
  ServerTest() { Restart("127.0.0.1:0"); }
  ~ServerTest() override { fake_.EndStreams(); }

  void Restart(const std::string& address) {
    server_.reset();
    auto server = Server::Start({.address = address}, {{kName, &fake_}});
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    channel_ = MakeChannel(address_of_server(), true);
    stub_ = RegistryService::NewStub(channel_);
  }
  std::string address_of_server() const {
    return absl::StrCat("127.0.0.1:", server_->port());
  }

  grpc::Status CallStatus() {
    grpc::ClientContext context;
    context.set_deadline(Soon());
    context.set_wait_for_ready(true);
    GetRegistryStatusResponse response;
    return stub_->GetRegistryStatus(&context, {}, &response);
  }

  // What health says about `service`; UNKNOWN when the call fails.
  HealthCheckResponse::ServingStatus Health(const std::string& service) {
    grpc::ClientContext context;
    context.set_deadline(Soon());
    HealthCheckRequest request;
    request.set_service(service);
    HealthCheckResponse response;
    health_status_ = grpc::internal::BlockingUnaryCall<
        HealthCheckRequest, HealthCheckResponse, grpc::protobuf::MessageLite,
        grpc::protobuf::MessageLite>(
        channel_.get(),
        grpc::internal::RpcMethod("/grpc.health.v1.Health/Check",
                                  grpc::internal::RpcMethod::NORMAL_RPC),
        &context, request, &response);
    return response.status();
  }

  // A stream that has sent its first message.
  struct Stream {
    grpc::ClientContext context;
    std::unique_ptr<grpc::ClientReader<WatchResponse>> reader;
  };
  std::unique_ptr<Stream> Watch() {
    auto stream = std::make_unique<Stream>();
    stream->context.set_deadline(Soon());
    stream->reader = stub_->Watch(&stream->context, {});
    WatchResponse response;
    EXPECT_TRUE(stream->reader->Read(&response));
    return stream;
  }

  Fake fake_;
  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<RegistryService::Stub> stub_;
  grpc::Status health_status_;
};

TEST_F(ServerTest, ServesItsServices) {
  EXPECT_GT(server_->port(), 0);
  EXPECT_TRUE(CallStatus().ok());
}

TEST_F(ServerTest, PortInUseIsRefused) {
  const auto second =
      Server::Start({.address = address_of_server()}, {{kName, &fake_}});

  EXPECT_EQ(second.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(second.status().message()),
              HasSubstr(address_of_server()));
}

TEST_F(ServerTest, AddressThatIsNoneIsRefused) {
  const auto server = Server::Start({.address = "no such address"}, {});

  EXPECT_EQ(server.status().code(), absl::StatusCode::kUnavailable);
}

TEST_F(ServerTest, HealthFollowsSetServing) {
  EXPECT_EQ(Health(""), HealthCheckResponse::SERVING);
  EXPECT_EQ(Health(kName), HealthCheckResponse::SERVING);

  server_->SetServing(false);
  EXPECT_EQ(Health(""), HealthCheckResponse::NOT_SERVING);
  EXPECT_EQ(Health(kName), HealthCheckResponse::NOT_SERVING);

  server_->SetServing(true);
  EXPECT_EQ(Health(""), HealthCheckResponse::SERVING);
  EXPECT_EQ(Health(kName), HealthCheckResponse::SERVING);
}

TEST_F(ServerTest, HealthOfAnUnknownServiceIsNotFound) {
  Health("compendium.registry.v1.NoService");

  EXPECT_EQ(health_status_.error_code(), grpc::StatusCode::NOT_FOUND);
}

TEST_F(ServerTest, MayStartWithoutServing) {
  server_.reset();
  auto server = Server::Start({.address = "127.0.0.1:0", .serving = false},
                              {{kName, &fake_}});
  ASSERT_TRUE(server.ok()) << server.status();
  server_ = *std::move(server);
  channel_ = MakeChannel(address_of_server());

  EXPECT_EQ(Health(""), HealthCheckResponse::NOT_SERVING);
  EXPECT_EQ(Health(kName), HealthCheckResponse::NOT_SERVING);
}

TEST_F(ServerTest, RequestsAboveTheLimitAreRefused) {
  const auto call = [this](size_t size) {
    grpc::ClientContext context;
    context.set_deadline(Soon());
    CreateMechanismRequest request;
    request.mutable_mechanism()->set_secretariat(std::string(size, 'x'));
    CreateMechanismResponse response;
    return stub_->CreateMechanism(&context, request, &response);
  };

  EXPECT_TRUE(call(kRequestBytesMax - 1024).ok());
  EXPECT_EQ(call(kRequestBytesMax).error_code(),
            grpc::StatusCode::RESOURCE_EXHAUSTED);
}

TEST_F(ServerTest, LargeMetadataIsRefused) {
  grpc::ClientContext context;
  context.set_deadline(Soon());
  context.AddMetadata("x-large", std::string(2 * kMetadataBytesMax, 'x'));
  GetRegistryStatusResponse response;

  EXPECT_EQ(stub_->GetRegistryStatus(&context, {}, &response).error_code(),
            grpc::StatusCode::RESOURCE_EXHAUSTED);
}

TEST_F(ServerTest, DrainEndsStreamsAfterHealthSaysSo) {
  const auto stream = Watch();
  auto health_in_between = HealthCheckResponse::UNKNOWN;

  server_->Drain(absl::InfiniteDuration(), [&] {
    health_in_between = Health("");
    fake_.EndStreams();
  });

  EXPECT_EQ(health_in_between, HealthCheckResponse::NOT_SERVING);
  WatchResponse response;
  EXPECT_FALSE(stream->reader->Read(&response));
  const absl::Status ended = FromGrpcStatus(stream->reader->Finish());
  EXPECT_EQ(ended.code(), absl::StatusCode::kUnavailable) << ended;
  EXPECT_EQ(ReasonOf(ended), "DRAINING");
}

TEST_F(ServerTest, DrainCancelsWhatDoesNotEndInTime) {
  const auto stream = Watch();

  server_->Drain(absl::Milliseconds(50), [] {});

  WatchResponse response;
  EXPECT_FALSE(stream->reader->Read(&response));
  EXPECT_FALSE(stream->reader->Finish().ok());
}

TEST_F(ServerTest, IsReachedWithinTheProcess) {
  stub_ = RegistryService::NewStub(server_->InProcessChannel());

  EXPECT_TRUE(CallStatus().ok());
}

class CallRecord final : public CallObserver {
 public:
  void OnCall(const CallOutcome& outcome) override {
    base::MutexLock lock(mu_);
    outcomes_.push_back(outcome);
    methods_.emplace_back(outcome.method);
    changed_.NotifyAll();
  }
  std::vector<CallOutcome> Await(size_t count) {
    base::MutexLock lock(mu_);
    while (outcomes_.size() < count) changed_.Wait(mu_);
    return outcomes_;
  }
  std::vector<std::string> methods() {
    base::MutexLock lock(mu_);
    return methods_;
  }

 private:
  base::Mutex mu_;
  base::CondVar changed_;
  std::vector<CallOutcome> outcomes_ ABSL_GUARDED_BY(mu_);
  std::vector<std::string> methods_ ABSL_GUARDED_BY(mu_);
};

TEST_F(ServerTest, TellsItsObserverOfEachCall) {
  CallRecord record;
  const base::RealClock clock;
  server_.reset();
  server_ = *Server::Start(
      {.address = "127.0.0.1:0", .observer = &record, .clock = &clock},
      {{kName, &fake_}});
  stub_ = RegistryService::NewStub(server_->InProcessChannel());
  grpc::ClientContext context;
  context.AddMetadata("traceparent", "trace");
  GetRegistryStatusResponse response;

  EXPECT_TRUE(stub_->GetRegistryStatus(&context, {}, &response).ok());
  const auto stream = Watch();
  fake_.EndStreams();
  stream->reader->Finish();

  const std::vector<CallOutcome> outcomes = record.Await(2);
  EXPECT_EQ(outcomes[0].code, absl::StatusCode::kOk);
  EXPECT_EQ(outcomes[0].traceparent, "trace");
  EXPECT_EQ(outcomes[1].code, absl::StatusCode::kUnavailable);
  EXPECT_EQ(outcomes[1].reason, "DRAINING");
  server_.reset();
  EXPECT_EQ(record.methods()[1],
            "/compendium.registry.v1.RegistryService/Watch");
}

TEST_F(ServerTest, StaysDrained) {
  server_->Drain(absl::ZeroDuration(), [] {});

  server_->SetServing(true);
  server_->Drain(absl::ZeroDuration(), [] { ADD_FAILURE() << "called"; });

  grpc::ClientContext context;
  GetRegistryStatusResponse response;
  EXPECT_EQ(stub_->GetRegistryStatus(&context, {}, &response).error_code(),
            grpc::StatusCode::UNAVAILABLE);
}

TEST_F(ServerTest, ChannelFindsARestartedServer) {
  ASSERT_TRUE(CallStatus().ok());
  const auto channel = channel_;
  const auto stub = std::move(stub_);

  Restart(address_of_server());
  stub_ = RegistryService::NewStub(channel);

  const grpc::Status status = CallStatus();
  EXPECT_TRUE(status.ok()) << status.error_message();
}

TEST_F(ServerTest, ManyStreamsShareAConnection) {
  std::vector<std::unique_ptr<Stream>> streams;
  for (int i = 0; i < 150; ++i) streams.push_back(Watch());

  EXPECT_TRUE(CallStatus().ok());

  fake_.EndStreams();
  for (const auto& stream : streams)
    EXPECT_EQ(stream->reader->Finish().error_code(),
              grpc::StatusCode::UNAVAILABLE);
}

// One question to the reflection service and its answer, as text. Its messages
// have no header in Debian but their descriptors are in the library.
std::string Reflect(grpc::Channel& channel, const std::string& question) {
  const auto make = [](const std::string& name) {
    const auto* type =
        google::protobuf::DescriptorPool::generated_pool()
            ->FindMessageTypeByName("grpc.reflection.v1alpha." + name);
    return std::unique_ptr<Message>(
        google::protobuf::MessageFactory::generated_factory()
            ->GetPrototype(type)
            ->New());
  };
  const auto request = make("ServerReflectionRequest");
  const auto response = make("ServerReflectionResponse");
  EXPECT_TRUE(
      google::protobuf::TextFormat::ParseFromString(question, request.get()));
  grpc::ClientContext context;
  context.set_deadline(Soon());
  const std::unique_ptr<grpc::ClientReaderWriter<Message, Message>> stream(
      grpc::internal::ClientReaderWriterFactory<Message, Message>::Create(
          &channel,
          grpc::internal::RpcMethod(
              "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
              grpc::internal::RpcMethod::BIDI_STREAMING),
          &context));
  EXPECT_TRUE(stream->Write(*request));
  EXPECT_TRUE(stream->Read(response.get()));
  EXPECT_TRUE(stream->WritesDone());
  EXPECT_TRUE(stream->Finish().ok());
  return response->DebugString();
}

TEST_F(ServerTest, ReflectionListsEveryService) {
  const std::string answer = Reflect(*channel_, "list_services: ''");

  EXPECT_THAT(answer, HasSubstr(kName));
  EXPECT_THAT(answer, HasSubstr("grpc.health.v1.Health"));
  EXPECT_THAT(answer, HasSubstr("grpc.reflection.v1alpha.ServerReflection"));
}

TEST_F(ServerTest, ReflectionKnowsTheDescriptorOfEachService) {
  for (const std::string name :
       {kName, "grpc.health.v1.Health", "google.rpc.ErrorInfo",
        "grpc.reflection.v1alpha.ServerReflection"}) {
    const std::string answer =
        Reflect(*channel_, "file_containing_symbol: '" + name + "'");

    EXPECT_THAT(answer, HasSubstr("file_descriptor_response")) << name;
  }
}

}  // namespace
}  // namespace compendium
