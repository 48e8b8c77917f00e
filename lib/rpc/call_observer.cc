// SPDX-License-Identifier: Apache-2.0
#include "lib/rpc/call_observer.h"

#include <grpcpp/support/interceptor.h>
#include <grpcpp/support/status.h>

#include "lib/request/error_details.h"
#include "lib/rpc/grpc_status.h"

namespace compendium {
namespace {

using grpc::experimental::InterceptionHookPoints;
using grpc::experimental::InterceptorBatchMethods;
using grpc::experimental::ServerRpcInfo;

// Of one call.
class Watching final : public grpc::experimental::Interceptor {
 public:
  Watching(const ServerRpcInfo& info, CallObserver& observer,
           const base::Clock& clock)
      : info_(info),
        observer_(observer),
        clock_(clock),
        begin_(clock.Uptime()) {}

  void Intercept(InterceptorBatchMethods* methods) override {
    if (methods->QueryInterceptionHookPoint(
            InterceptionHookPoints::POST_RECV_INITIAL_METADATA))
      ReadTrace(*methods);
    if (methods->QueryInterceptionHookPoint(
            InterceptionHookPoints::PRE_SEND_STATUS))
      Report(*methods);
    methods->Proceed();
  }

 private:
  void ReadTrace(InterceptorBatchMethods& methods) {
    const auto* metadata = methods.GetRecvInitialMetadata();
    if (metadata == nullptr) return;
    const auto found = metadata->find("traceparent");
    if (found != metadata->end())
      traceparent_.assign(found->second.data(), found->second.size());
  }

  void Report(InterceptorBatchMethods& methods) {
    const absl::Status status = FromGrpcStatus(methods.GetSendStatus());
    observer_.OnCall({.method = info_.method(),
                      .code = status.code(),
                      .reason = ReasonOf(status),
                      .traceparent = traceparent_,
                      .duration = clock_.Uptime() - begin_});
  }

  const ServerRpcInfo& info_;
  CallObserver& observer_;
  const base::Clock& clock_;
  const absl::Duration begin_;
  std::string traceparent_;
};

class Factory final
    : public grpc::experimental::ServerInterceptorFactoryInterface {
 public:
  Factory(CallObserver& observer, const base::Clock& clock)
      : observer_(observer), clock_(clock) {}

  grpc::experimental::Interceptor* CreateServerInterceptor(
      ServerRpcInfo* info) override {
    return new Watching(*info, observer_, clock_);  // gRPC's from now on
  }

 private:
  CallObserver& observer_;
  const base::Clock& clock_;
};

}  // namespace

std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>
ObserveCalls(CallObserver& observer, const base::Clock& clock) {
  return std::make_unique<Factory>(observer, clock);
}

}  // namespace compendium
