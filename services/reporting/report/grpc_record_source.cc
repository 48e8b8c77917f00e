// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/report/grpc_record_source.h"

#include <grpcpp/client_context.h>

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/rpc/grpc_status.h"
#include "lib/rpc/list_pages.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/answer_size.h"
#include "services/reporting/projection/try_later.h"

namespace compendium::reporting {
namespace {

namespace v1 = registry::v1;

// What a failure of the registry means to the caller.
absl::Status ReadError(const absl::Status& status) {
  if (absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status))
    return TryLater("REGISTRY_UNREACHABLE",
                    absl::StrCat("the registry's records cannot be read: ",
                                 status.message()));
  return status;
}

// Moves what a page lists to the end of `records`, as long as all of them may
// stand in one report.
template <class Record>
absl::Status Take(google::protobuf::RepeatedPtrField<Record>& page,
                  size_t& bytes, std::vector<Record>& records) {
  for (Record& record : page) {
    bytes += record.ByteSizeLong();
    if (bytes > kReportBytesMax)
      return AnswerTooLarge("report", kReportBytesMax, "bytes of records",
                            "a report of one mechanism");
    records.push_back(std::move(record));
  }
  return absl::OkStatus();
}

}  // namespace

GrpcRecordSource::GrpcRecordSource(std::shared_ptr<grpc::Channel> channel,
                                   const base::Clock& clock,
                                   const Options& options)
    : clock_(clock),
      options_(options),
      stub_(v1::RegistryService::NewStub(std::move(channel))) {}

template <class Request, class Response>
absl::StatusOr<Response> GrpcRecordSource::Call(
    grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                 Response*),
    const Request& request) const {
  grpc::ClientContext context;
  context.set_deadline(absl::ToChronoTime(clock_.Now() + options_.timeout));
  Response response;
  const absl::Status status =
      FromGrpcStatus((stub_.get()->*method)(&context, request, &response));
  if (!status.ok()) return ReadError(status);
  return response;
}

absl::StatusOr<RoundRecords> GrpcRecordSource::Read(
    const RoundName& round, const std::optional<MechanismName>& mechanism,
    int64_t revision) {
  RoundRecords records;
  size_t bytes = 0;
  if (mechanism.has_value()) {
    v1::GetMechanismRequest request;
    request.set_name(mechanism->ToString());
    request.set_read_revision(revision);
    ASSIGN_OR_RETURN(v1::GetMechanismResponse response,
                     Call(&Stub::GetMechanism, request));
    records.mechanisms.push_back(std::move(*response.mutable_mechanism()));
  } else {
    v1::ListMechanismsRequest request;
    request.set_read_revision(revision);
    RETURN_IF_ERROR(
        (ForEachListPage<v1::ListMechanismsRequest, v1::ListMechanismsResponse>(
            request,
            [&](const auto& page) { return Call(&Stub::ListMechanisms, page); },
            [&](v1::ListMechanismsResponse& page) {
              return Take(*page.mutable_mechanisms(), bytes,
                          records.mechanisms);
            })));
  }

  v1::ListQuestionnairesRequest request;
  request.set_parent(mechanism.has_value() ? mechanism->ToString()
                                           : "mechanisms/-");
  request.set_round(round.ToString());
  request.set_read_revision(revision);
  RETURN_IF_ERROR((ForEachListPage<v1::ListQuestionnairesRequest,
                                   v1::ListQuestionnairesResponse>(
      request,
      [&](const auto& page) { return Call(&Stub::ListQuestionnaires, page); },
      [&](v1::ListQuestionnairesResponse& page) {
        return Take(*page.mutable_questionnaires(), bytes,
                    records.questionnaires);
      })));
  return records;
}

}  // namespace compendium::reporting
