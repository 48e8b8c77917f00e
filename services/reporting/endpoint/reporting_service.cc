// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/reporting_service.h"

#include <algorithm>
#include <utility>

#include "absl/strings/escaping.h"
#include "lib/request/timestamp.h"
#include "lib/rpc/grpc_status.h"
#include "services/reporting/endpoint/answers.h"
#include "services/reporting/endpoint/diff_call.h"
#include "services/reporting/endpoint/wait_deadline.h"
#include "services/reporting/endpoint/waiting_call.h"

namespace compendium::reporting {
ReportingService::ReportingService(Publisher& publisher, PastReader& past,
                                   HistoryReader& history,
                                   const Subscriber& subscriber,
                                   const Checkpointer& checkpointer,
                                   const base::Clock& clock, Options options)
    : publisher_(publisher),
      past_(past),
      history_(history),
      subscriber_(subscriber),
      checkpointer_(checkpointer),
      clock_(clock),
      options_(std::move(options)),
      rules_(
          FieldRules::ForService(v1::ReportingService::service_full_name())) {}

template <class Request, class Fill>
grpc::ServerUnaryReactor* ReportingService::Answer(
    grpc::CallbackServerContext* context, const Request& request, Fill fill) {
  auto* call = new WaitingCall(*context, publisher_, past_);
  const absl::Time now = clock_.Now();
  const absl::Status problem = rules_.Check(request);
  const absl::StatusOr<Moment> moment =
      problem.ok() ? MomentOf(request, now) : problem;
  if (moment.ok()) {
    call->Await(
        *moment, WaitDeadline(*context, now),
        [fill = std::move(fill)](WaitingCall& waiting,
                                 const absl::StatusOr<SnapshotLink>& snapshot) {
          waiting.Finish(ToGrpcStatus(snapshot.ok() ? fill(**snapshot)
                                                    : snapshot.status()));
        });
  } else {
    call->Finish(ToGrpcStatus(moment.status()));
  }
  return call;
}

grpc::ServerUnaryReactor* ReportingService::GetCoverage(
    grpc::CallbackServerContext* context, const v1::GetCoverageRequest* request,
    v1::GetCoverageResponse* response) {
  return Answer(context, *request, [=](const Snapshot& snapshot) {
    return FillCoverage(snapshot, *request, *response);
  });
}

grpc::ServerUnaryReactor* ReportingService::GetCalendar(
    grpc::CallbackServerContext* context, const v1::GetCalendarRequest* request,
    v1::GetCalendarResponse* response) {
  return Answer(context, *request, [=](const Snapshot& snapshot) {
    return FillCalendar(snapshot, *request, *response);
  });
}

grpc::ServerUnaryReactor* ReportingService::GetCompletion(
    grpc::CallbackServerContext* context,
    const v1::GetCompletionRequest* request,
    v1::GetCompletionResponse* response) {
  return Answer(context, *request, [=](const Snapshot& snapshot) {
    return FillCompletion(snapshot, *request, *response);
  });
}

grpc::ServerUnaryReactor* ReportingService::GetParticipation(
    grpc::CallbackServerContext* context,
    const v1::GetParticipationRequest* request,
    v1::GetParticipationResponse* response) {
  return Answer(context, *request, [=](const Snapshot& snapshot) {
    return FillParticipation(snapshot, *request, *response);
  });
}

grpc::ServerUnaryReactor* ReportingService::GetClashes(
    grpc::CallbackServerContext* context, const v1::GetClashesRequest* request,
    v1::GetClashesResponse* response) {
  return Answer(context, *request, [=](const Snapshot& snapshot) {
    return FillClashes(snapshot, *request, *response);
  });
}

grpc::ServerUnaryReactor* ReportingService::GetProjects(
    grpc::CallbackServerContext* context, const v1::GetProjectsRequest* request,
    v1::GetProjectsResponse* response) {
  return Answer(context, *request, [=](const Snapshot& snapshot) {
    return FillProjects(snapshot, *request, *response);
  });
}

grpc::ServerUnaryReactor* ReportingService::GetPublications(
    grpc::CallbackServerContext* context,
    const v1::GetPublicationsRequest* request,
    v1::GetPublicationsResponse* response) {
  return Answer(context, *request, [=](const Snapshot& snapshot) {
    return FillPublications(snapshot, *request, *response);
  });
}

grpc::ServerUnaryReactor* ReportingService::GetFindings(
    grpc::CallbackServerContext* context, const v1::GetFindingsRequest* request,
    v1::GetFindingsResponse* response) {
  return Answer(context, *request, [=](const Snapshot& snapshot) {
    return FillFindings(snapshot, *request, *response);
  });
}

grpc::ServerUnaryReactor* ReportingService::GetYearOnYear(
    grpc::CallbackServerContext* context,
    const v1::GetYearOnYearRequest* request,
    v1::GetYearOnYearResponse* response) {
  return Answer(context, *request, [=](const Snapshot& snapshot) {
    return FillYearOnYear(snapshot, *request, *response);
  });
}

grpc::ServerUnaryReactor* ReportingService::GetDiff(
    grpc::CallbackServerContext* context, const v1::GetDiffRequest* request,
    v1::GetDiffResponse* response) {
  auto* call = new DiffCall(*context, publisher_, past_, history_, *response);
  const absl::Time now = clock_.Now();
  const absl::Status problem = rules_.Check(*request);
  const absl::StatusOr<DiffMoments> moments =
      problem.ok() ? ReadDiffMoments(*request, now) : problem;
  const absl::StatusOr<DiffQuery> query =
      moments.ok() ? ReadDiffQuery(*request) : moments.status();
  if (query.ok()) {
    call->Begin(*query, *moments, WaitDeadline(*context, now));
  } else {
    call->Finish(ToGrpcStatus(query.status()));
  }
  return call;
}

grpc::ServerUnaryReactor* ReportingService::GetReportingStatus(
    grpc::CallbackServerContext* context,
    const v1::GetReportingStatusRequest* request,
    v1::GetReportingStatusResponse* response) {
  return Answer(context, *request, [=, this](const Snapshot& snapshot) {
    FillStatus(snapshot, *response);
    return absl::OkStatus();
  });
}

void ReportingService::FillStatus(const Snapshot& snapshot,
                                  v1::GetReportingStatusResponse& response) {
  const FeedStatus feed = subscriber_.status();
  response.set_applied_revision(snapshot.revision);
  response.set_registry_revision(
      std::max(feed.registry_revision, snapshot.revision));
  response.set_checkpoint_revision(checkpointer_.revision());
  response.set_connected(feed.connected);
  if (snapshot.apply_time != absl::InfinitePast())
    SetTimestamp(snapshot.apply_time, *response.mutable_apply_time());
  response.set_state_sha256(StateSha256(snapshot));
  response.set_release(options_.release);
  SetTimestamp(options_.start_time, *response.mutable_start_time());
}

std::string ReportingService::StateSha256(const Snapshot& snapshot) {
  {
    base::MutexLock lock(mu_);
    if (hashed_revision_ == snapshot.revision) return state_sha256_;
  }
  std::string sha256 = absl::BytesToHexString(Sha256Of(snapshot.projections));
  base::MutexLock lock(mu_);
  if (hashed_revision_ < snapshot.revision) {
    hashed_revision_ = snapshot.revision;
    state_sha256_ = sha256;
  }
  return sha256;
}

}  // namespace compendium::reporting
