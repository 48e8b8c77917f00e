// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <type_traits>

#include <grpcpp/client_context.h>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "compendium/reporting/v1/report_service.grpc.pb.h"
#include "compendium/reporting/v1/reporting_service.grpc.pb.h"
#include "compendium/reporting/v1/schedule_service.grpc.pb.h"
#include "lib/base/clock.h"

namespace compendium {

using RegistryStub = registry::v1::RegistryService::StubInterface;
using ReportingStub = reporting::v1::ReportingService::StubInterface;
using ReportStub = reporting::v1::ReportService::StubInterface;
using ScheduleStub = reporting::v1::ScheduleService::StubInterface;

// The two servers as the commands call them. Any thread.
class Client {
 public:
  struct Options {
    std::string registry_address;
    std::string reporting_address;
    absl::Duration timeout = absl::Seconds(30);  // of each call
  };

  // Connects when a method is first called. The clock must live as long.
  Client(const Options& options, const base::Clock& clock);

  // Calls a method, such as &RegistryStub::GetRound. The error of a call that
  // got no answer (UNAVAILABLE, DEADLINE_EXCEEDED) says which service it was.
  template <class Stub, class Request, class Response>
  absl::StatusOr<Response> Call(
      grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                   Response*),
      const Request& request) const {
    grpc::ClientContext context;
    SetDeadline(context);
    Response response;
    const grpc::Status status =
        (StubOf<Stub>().*method)(&context, request, &response);
    if (!status.ok())
      return std::is_same_v<Stub, RegistryStub> ? RegistryError(status)
                                                : ReportingError(status);
    return response;
  }

  // For streams, which have no deadline.
  RegistryStub& registry_stub() const { return *registry_; }
  ReportStub& report_stub() const { return *report_; }

  // The error of a call to the server as an absl::Status.
  absl::Status RegistryError(const grpc::Status& status) const;
  absl::Status ReportingError(const grpc::Status& status) const;

  const Options& options() const { return options_; }

 private:
  template <class Stub>
  Stub& StubOf() const {
    if constexpr (std::is_same_v<Stub, RegistryStub>) {
      return *registry_;
    } else if constexpr (std::is_same_v<Stub, ReportingStub>) {
      return *reporting_;
    } else if constexpr (std::is_same_v<Stub, ReportStub>) {
      return *report_;
    } else {
      return *schedule_;
    }
  }
  void SetDeadline(grpc::ClientContext& context) const;

  const Options options_;
  const base::Clock& clock_;
  const std::unique_ptr<RegistryStub> registry_;
  const std::unique_ptr<ReportingStub> reporting_;
  const std::unique_ptr<ReportStub> report_;
  const std::unique_ptr<ScheduleStub> schedule_;
};

}  // namespace compendium
