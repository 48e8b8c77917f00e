// SPDX-License-Identifier: Apache-2.0
#include "lib/rpc/server.h"

#include <grpc/support/time.h>
#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/resource_quota.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server_builder.h>
#include <grpcpp/support/channel_arguments.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "grpc/health/v1/health.pb.h"
#include "lib/base/status_macros.h"
#include "lib/rpc/limits.h"
#include "lib/rpc/milliseconds.h"

namespace compendium {
namespace {

void SetLimits(grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(kRequestBytesMax);
  builder.SetMaxSendMessageSize(kResponseBytesMax);
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, kMetadataBytesMax);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kStreamCountMax);
  builder.AddChannelArgument(
      GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
      Milliseconds(kPingIntervalMin));
  // We ping too, so that a watcher that vanished does not stay for ever.
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS,
                             Milliseconds(kPingInterval));
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS,
                             Milliseconds(kPingTimeout));
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MAX_PINGS_WITHOUT_DATA, 0);
  // Otherwise two processes would share a port and take calls in turn.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  grpc::ResourceQuota quota("server");
  quota.Resize(kServerBytesMax);
  builder.SetResourceQuota(quota);
}

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::Start(
    const Options& options, const std::vector<Served>& services) {
  grpc::EnableDefaultHealthCheckService(true);
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  // gRPC's health code has no descriptor; naming ours links it into the
  // program, and reflection finds it.
  CHECK(grpc::health::v1::HealthCheckRequest::descriptor() != nullptr);

  grpc::ServerBuilder builder;
  SetLimits(builder);
  int port = 0;
  builder.AddListeningPort(options.address, grpc::InsecureServerCredentials(),
                           &port);
  std::vector<std::string> names = {""};
  for (const Served& served : services) {
    names.push_back(served.name);
    builder.RegisterService(served.service);
  }
  if (options.observer != nullptr) {
    std::vector<
        std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>>
        interceptors;
    interceptors.push_back(ObserveCalls(*options.observer, *options.clock));
    builder.experimental().SetInterceptorCreators(std::move(interceptors));
  }
  std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server == nullptr || port == 0)
    return absl::UnavailableError(
        absl::StrCat("address: got ", options.address,
                     ", want one that is valid and free to listen on"));
  std::unique_ptr<Server> result(
      new Server(std::move(names), port, std::move(server)));
  result->SetServing(options.serving);
  return result;
}

Server::Server(std::vector<std::string> names, int port,
               std::unique_ptr<grpc::Server> server)
    : names_(std::move(names)), port_(port), server_(std::move(server)) {}

Server::~Server() {
  Drain(absl::ZeroDuration(), [] {});
}

std::shared_ptr<grpc::Channel> Server::InProcessChannel() {
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(kResponseBytesMax);
  arguments.SetInt(GRPC_ARG_MAX_METADATA_SIZE, kMetadataBytesMax);
  return server_->InProcessChannel(arguments);
}

void Server::SetServing(bool serving) {
  // Without effect after the health service's Shutdown.
  for (const std::string& name : names_)
    server_->GetHealthCheckService()->SetServingStatus(name, serving);
}

void Server::Drain(absl::Duration grace,
                   const std::function<void()>& end_streams) {
  if (draining_.exchange(true)) return;
  server_->GetHealthCheckService()->Shutdown();
  end_streams();
  server_->Shutdown(
      gpr_time_from_millis(absl::ToInt64Milliseconds(grace), GPR_TIMESPAN));
  server_->Wait();
}

}  // namespace compendium
