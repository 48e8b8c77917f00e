// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/report_service.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/rpc/grpc_status.h"
#include "services/reporting/archive/archived_reports.h"
#include "services/reporting/endpoint/archive_page.h"
#include "services/reporting/endpoint/download_call.h"
#include "services/reporting/endpoint/plain_call.h"
#include "services/reporting/endpoint/report_requests.h"
#include "services/reporting/endpoint/wait_deadline.h"
#include "services/reporting/endpoint/waiting_call.h"
#include "services/reporting/projection/not_found.h"

namespace compendium::reporting {
namespace {

// The bytes of that file of the report.
absl::StatusOr<std::string> BytesOf(const ObjectFolder& folder,
                                    const v1::Report& report,
                                    v1::ReportFormat format) {
  for (const v1::ReportFile& file : report.files())
    if (file.format() == format) return folder.Get(file.sha256());
  return NotFound("format", absl::StrCat(v1::ReportFormat_Name(format), " of ",
                                         report.name()));
}

}  // namespace

ReportService::ReportService(const Parts& parts)
    : parts_(parts),
      rules_(FieldRules::ForService(v1::ReportService::service_full_name())) {}

absl::StatusOr<v1::Report> ReportService::Find(const std::string& name,
                                               absl::string_view field) {
  absl::StatusOr<v1::Report> found = parts_.database.Read(
      [&](SqliteDatabase& database) { return FindReport(database, name); });
  if (absl::IsNotFound(found.status())) return NotFound(field, name);
  return found;
}

grpc::ServerUnaryReactor* ReportService::CreateReport(
    grpc::CallbackServerContext* context,
    const v1::CreateReportRequest* request,
    v1::CreateReportResponse* response) {
  auto* call = new WaitingCall(*context, parts_.publisher, parts_.past);
  const absl::Time now = parts_.clock.Now();
  const auto order = [&]() -> absl::StatusOr<std::pair<ReportOrder, Moment>> {
    RETURN_IF_ERROR(rules_.Check(*request));
    ASSIGN_OR_RETURN(std::vector<v1::ReportFormat> formats,
                     CheckReportRequest(*request));
    ASSIGN_OR_RETURN(const Moment moment, MomentOf(*request, now));
    return std::pair(ReportOrder{.kind = request->kind(),
                                 .parameters = request->parameters(),
                                 .revision = 0,
                                 .formats = std::move(formats),
                                 .author = request->author()},
                     moment);
  }();
  if (!order.ok()) {
    call->Finish(ToGrpcStatus(order.status()));
    return call;
  }
  const absl::Time deadline = WaitDeadline(*context, now);
  call->Await(order->second, deadline,
              [this, order = order->first, deadline, response](
                  WaitingCall& waiting,
                  const absl::StatusOr<SnapshotLink>& snapshot) mutable {
                if (!snapshot.ok()) {
                  waiting.Finish(ToGrpcStatus(snapshot.status()));
                  return;
                }
                order.revision = (*snapshot)->revision;
                const absl::Status added =
                    parts_.press.Add([this, order, deadline, response,
                                      &waiting](const absl::Status& turn) {
                      const absl::StatusOr<v1::Report> report =
                          turn.ok() ? parts_.desk.Order(order, deadline) : turn;
                      if (report.ok()) *response->mutable_report() = *report;
                      waiting.Finish(ToGrpcStatus(report.status()));
                    });
                if (!added.ok()) waiting.Finish(ToGrpcStatus(added));
              });
  return call;
}

grpc::ServerUnaryReactor* ReportService::GetReport(
    grpc::CallbackServerContext* context, const v1::GetReportRequest* request,
    v1::GetReportResponse* response) {
  return AnswerNow(context, rules_, *request, [&]() -> absl::Status {
    ASSIGN_OR_RETURN(*response->mutable_report(), Find(request->name()));
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* ReportService::ListReports(
    grpc::CallbackServerContext* context, const v1::ListReportsRequest* request,
    v1::ListReportsResponse* response) {
  return AnswerNow(context, rules_, *request, [&, this]() -> absl::Status {
    const int count = PageSizeOf(*request);
    ReportFilter filter{.kind = request->kind(),
                        .schedule = request->schedule(),
                        .count = count + 1};
    ASSIGN_OR_RETURN(const std::optional<PageEnd> begin, PageBeginOf(*request));
    if (begin.has_value()) filter.before_sequence = begin->number;
    ASSIGN_OR_RETURN(std::vector<v1::Report> reports,
                     parts_.database.Read([&](SqliteDatabase& database) {
                       return compendium::reporting::ListReports(database,
                                                                 filter);
                     }));
    if (CutToPage(count, reports)) {
      ASSIGN_OR_RETURN(const int64_t end,
                       parts_.database.Read([&](SqliteDatabase& database) {
                         return SequenceOf(database, reports.back().name());
                       }));
      response->set_next_page_token(NextPageToken(*request, {.number = end}));
    }
    for (v1::Report& report : reports)
      *response->add_reports() = std::move(report);
    return absl::OkStatus();
  });
}

grpc::ServerWriteReactor<v1::DownloadReportResponse>*
ReportService::DownloadReport(grpc::CallbackServerContext*,
                              const v1::DownloadReportRequest* request) {
  return new DownloadCall([&, this]() -> absl::StatusOr<std::string> {
    RETURN_IF_ERROR(rules_.Check(*request));
    ASSIGN_OR_RETURN(const v1::Report report, Find(request->name()));
    return BytesOf(parts_.folder, report, request->format());
  }());
}

grpc::ServerUnaryReactor* ReportService::VerifyReport(
    grpc::CallbackServerContext* context,
    const v1::VerifyReportRequest* request,
    v1::VerifyReportResponse* response) {
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  const absl::Time deadline = WaitDeadline(*context, parts_.clock.Now());
  const absl::Status added = [&, this]() -> absl::Status {
    RETURN_IF_ERROR(rules_.Check(*request));
    ASSIGN_OR_RETURN(*response->mutable_report(), Find(request->name()));
    return parts_.press.Add([this, deadline, response,
                             reactor](const absl::Status& turn) {
      const auto found =
          turn.ok() ? parts_.desk.Verify(response->report(), deadline) : turn;
      if (found.ok())
        *response->mutable_files() = {found->begin(), found->end()};
      reactor->Finish(ToGrpcStatus(found.status()));
    });
  }();
  if (!added.ok()) reactor->Finish(ToGrpcStatus(added));
  return reactor;
}

grpc::ServerUnaryReactor* ReportService::CompareReports(
    grpc::CallbackServerContext* context,
    const v1::CompareReportsRequest* request,
    v1::CompareReportsResponse* response) {
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  const absl::Time deadline = WaitDeadline(*context, parts_.clock.Now());
  const absl::Status added = [&, this]() -> absl::Status {
    RETURN_IF_ERROR(rules_.Check(*request));
    ASSIGN_OR_RETURN(v1::Report before,
                     Find(request->old_report(), "old_report"));
    ASSIGN_OR_RETURN(v1::Report after,
                     Find(request->new_report(), "new_report"));
    return parts_.press.Add([this, before = std::move(before),
                             after = std::move(after), deadline, response,
                             reactor](const absl::Status& turn) {
      absl::StatusOr<v1::ReportComparison> comparison =
          turn.ok() ? parts_.comparer.Compare(before, after, deadline) : turn;
      if (comparison.ok()) response->mutable_comparison()->Swap(&*comparison);
      reactor->Finish(ToGrpcStatus(comparison.status()));
    });
  }();
  if (!added.ok()) reactor->Finish(ToGrpcStatus(added));
  return reactor;
}

grpc::ServerWriteReactor<v1::WatchReportsResponse>* ReportService::WatchReports(
    grpc::CallbackServerContext*, const v1::WatchReportsRequest* request) {
  const absl::Status problem = rules_.Check(*request);
  return parts_.feed.Watch(
      problem.ok() ? absl::StatusOr<int64_t>(request->after_sequence())
                   : problem);
}

}  // namespace compendium::reporting
