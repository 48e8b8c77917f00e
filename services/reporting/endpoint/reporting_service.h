// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "compendium/reporting/v1/reporting_service.grpc.pb.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "lib/request/field_rules.h"
#include "services/reporting/checkpoint/checkpointer.h"
#include "services/reporting/past/history_reader.h"
#include "services/reporting/past/past_reader.h"
#include "services/reporting/projection/publisher.h"
#include "services/reporting/subscription/subscriber.h"

namespace compendium::reporting {

// compendium.reporting.v1.ReportingService over the published snapshot and past
// ones: checks the request, waits for its revision without holding a thread,
// and translates. A call that is cancelled while it waits ends at once. gRPC
// calls its methods from any thread.
class ReportingService final : public v1::ReportingService::CallbackService {
 public:
  struct Options {
    std::string release;
    absl::Time start_time;
  };

  // All must outlive the service.
  ReportingService(Publisher& publisher, PastReader& past,
                   HistoryReader& history, const Subscriber& subscriber,
                   const Checkpointer& checkpointer, const base::Clock& clock,
                   Options options);

  grpc::ServerUnaryReactor* GetCoverage(
      grpc::CallbackServerContext* context,
      const v1::GetCoverageRequest* request,
      v1::GetCoverageResponse* response) override;
  grpc::ServerUnaryReactor* GetCalendar(
      grpc::CallbackServerContext* context,
      const v1::GetCalendarRequest* request,
      v1::GetCalendarResponse* response) override;
  grpc::ServerUnaryReactor* GetCompletion(
      grpc::CallbackServerContext* context,
      const v1::GetCompletionRequest* request,
      v1::GetCompletionResponse* response) override;
  grpc::ServerUnaryReactor* GetParticipation(
      grpc::CallbackServerContext* context,
      const v1::GetParticipationRequest* request,
      v1::GetParticipationResponse* response) override;
  grpc::ServerUnaryReactor* GetClashes(
      grpc::CallbackServerContext* context,
      const v1::GetClashesRequest* request,
      v1::GetClashesResponse* response) override;
  grpc::ServerUnaryReactor* GetProjects(
      grpc::CallbackServerContext* context,
      const v1::GetProjectsRequest* request,
      v1::GetProjectsResponse* response) override;
  grpc::ServerUnaryReactor* GetPublications(
      grpc::CallbackServerContext* context,
      const v1::GetPublicationsRequest* request,
      v1::GetPublicationsResponse* response) override;
  grpc::ServerUnaryReactor* GetFindings(
      grpc::CallbackServerContext* context,
      const v1::GetFindingsRequest* request,
      v1::GetFindingsResponse* response) override;
  grpc::ServerUnaryReactor* GetYearOnYear(
      grpc::CallbackServerContext* context,
      const v1::GetYearOnYearRequest* request,
      v1::GetYearOnYearResponse* response) override;
  grpc::ServerUnaryReactor* GetDiff(grpc::CallbackServerContext* context,
                                    const v1::GetDiffRequest* request,
                                    v1::GetDiffResponse* response) override;
  grpc::ServerUnaryReactor* GetReportingStatus(
      grpc::CallbackServerContext* context,
      const v1::GetReportingStatusRequest* request,
      v1::GetReportingStatusResponse* response) override;

 private:
  // Checks the request, waits for its revision and finishes the call with
  // fill(snapshot)'s status, on whatever thread has the snapshot.
  template <class Request, class Fill>
  grpc::ServerUnaryReactor* Answer(grpc::CallbackServerContext* context,
                                   const Request& request, Fill fill);

  void FillStatus(const Snapshot& snapshot,
                  v1::GetReportingStatusResponse& response);

  // The hexadecimal SHA-256 of the snapshot's state; computed once for each
  // revision that somebody asks about.
  std::string StateSha256(const Snapshot& snapshot);

  Publisher& publisher_;
  PastReader& past_;
  HistoryReader& history_;
  const Subscriber& subscriber_;
  const Checkpointer& checkpointer_;
  const base::Clock& clock_;
  const Options options_;
  const FieldRules rules_;

  base::Mutex mu_;
  int64_t hashed_revision_ ABSL_GUARDED_BY(mu_) = -1;
  std::string state_sha256_ ABSL_GUARDED_BY(mu_);  // of that revision
};

}  // namespace compendium::reporting
