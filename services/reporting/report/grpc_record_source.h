// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/channel.h>

#include <cstdint>
#include <memory>
#include <optional>

#include "absl/time/time.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "lib/base/clock.h"
#include "services/reporting/report/record_source.h"

namespace compendium::reporting {

// Reads the records from a registry over gRPC, page after page of one revision.
class GrpcRecordSource final : public RecordSource {
 public:
  struct Options {
    absl::Duration timeout = absl::Seconds(30);  // of each page
  };

  // `clock` must outlive the source.
  GrpcRecordSource(std::shared_ptr<grpc::Channel> channel,
                   const base::Clock& clock, const Options& options);

  absl::StatusOr<RoundRecords> Read(
      const RoundName& round, const std::optional<MechanismName>& mechanism,
      int64_t revision) override;

 private:
  using Stub = registry::v1::RegistryService::StubInterface;

  template <class Request, class Response>
  absl::StatusOr<Response> Call(
      grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                   Response*),
      const Request& request) const;

  const base::Clock& clock_;
  const Options options_;
  const std::unique_ptr<Stub> stub_;
};

}  // namespace compendium::reporting
