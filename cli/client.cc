// SPDX-License-Identifier: Apache-2.0
#include "cli/client.h"

#include "absl/strings/str_cat.h"
#include "cli/text/status_prefix.h"
#include "lib/rpc/channel.h"
#include "lib/rpc/grpc_status.h"

namespace compendium {
namespace {

// Says which service did not answer; other errors are about the request.
absl::Status NameService(const absl::Status& status, absl::string_view service,
                         absl::string_view address) {
  if (!absl::IsUnavailable(status) && !absl::IsDeadlineExceeded(status))
    return status;
  return WithPrefix(absl::StrCat(service, " at ", address), status);
}

}  // namespace

Client::Client(const Options& options, const base::Clock& clock)
    : options_(options),
      clock_(clock),
      registry_(registry::v1::RegistryService::NewStub(
          MakeChannel(options.registry_address))),
      reporting_(reporting::v1::ReportingService::NewStub(
          MakeChannel(options.reporting_address))),
      report_(reporting::v1::ReportService::NewStub(
          MakeChannel(options.reporting_address))),
      schedule_(reporting::v1::ScheduleService::NewStub(
          MakeChannel(options.reporting_address))) {}

void Client::SetDeadline(grpc::ClientContext& context) const {
  context.set_deadline(absl::ToChronoTime(clock_.Now() + options_.timeout));
}

absl::Status Client::RegistryError(const grpc::Status& status) const {
  return NameService(FromGrpcStatus(status), "registry",
                     options_.registry_address);
}

absl::Status Client::ReportingError(const grpc::Status& status) const {
  return NameService(FromGrpcStatus(status), "reporting",
                     options_.reporting_address);
}

}  // namespace compendium
