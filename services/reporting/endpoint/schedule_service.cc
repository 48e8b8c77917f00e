// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/schedule_service.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "lib/request/timestamp.h"
#include "services/reporting/archive/archived_reports.h"
#include "services/reporting/archive/row_content.h"
#include "services/reporting/endpoint/archive_page.h"
#include "services/reporting/endpoint/plain_call.h"
#include "services/reporting/endpoint/report_requests.h"
#include "services/reporting/schedule/cron_expression.h"
#include "services/reporting/schedule/delivery_store.h"
#include "services/reporting/schedule/limits.h"
#include "services/reporting/schedule/run_store.h"
#include "services/reporting/schedule/schedule_store.h"

namespace compendium::reporting {
namespace {

// Due times that a preview shows unless it is told how many.
constexpr int kPreviewCount = 10;

// Who asks, as the requests have it.
template <class Request>
ScheduleAuthor AuthorOf(const Request& request) {
  return {.author = request.author(), .reason = request.reason()};
}

// The error of one field for a value that does not parse.
template <class T>
absl::StatusOr<T> Field(absl::string_view path, absl::StatusOr<T> parsed) {
  if (parsed.ok()) return parsed;
  return InvalidField(path, parsed.status().message());
}

// Begins again what has ended. A run that is tried again begins to count its
// attempts anew.
template <class Item>
void MakeDue(absl::Time now, Item& item) {
  item.set_attempt_count(0);
  item.clear_error();
  SetTimestamp(now, *item.mutable_next_attempt_time());
}

absl::StatusOr<v1::ScheduleRun> RetryRun(SqliteDatabase& database,
                                         const std::string& schedule,
                                         absl::Time due, absl::Time now) {
  ASSIGN_OR_RETURN(v1::ScheduleRun run, FindRun(database, schedule, due));
  if (run.state() != v1::RUN_STATE_FAILED &&
      run.state() != v1::RUN_STATE_SKIPPED)
    return PreconditionError(
        "RUN_NOT_ENDED", schedule,
        absl::StrCat("got a run that is ", v1::RunState_Name(run.state()),
                     ", want one that failed or was "
                     "skipped"));
  run.set_state(v1::RUN_STATE_PENDING);
  MakeDue(now, run);
  RETURN_IF_ERROR(UpdateRun(database, run));
  return run;
}

absl::StatusOr<v1::Delivery> Resend(SqliteDatabase& database,
                                    const std::string& report, int target,
                                    absl::Time now) {
  ASSIGN_OR_RETURN(v1::Delivery delivery,
                   FindDelivery(database, report, target));
  if (delivery.state() == v1::DELIVERY_STATE_PENDING)
    return PreconditionError(
        "DELIVERY_NOT_ENDED", report,
        "got a delivery that is on its way, want one that ended");
  delivery.set_state(v1::DELIVERY_STATE_PENDING);
  MakeDue(now, delivery);
  RETURN_IF_ERROR(UpdateDelivery(database, delivery));
  return delivery;
}

}  // namespace

ScheduleService::ScheduleService(Parts parts)
    : parts_(std::move(parts)),
      rules_(FieldRules::ForService(v1::ScheduleService::service_full_name())) {
}

grpc::ServerUnaryReactor* ScheduleService::CreateSchedule(
    grpc::CallbackServerContext* context,
    const v1::CreateScheduleRequest* request,
    v1::CreateScheduleResponse* response) {
  return AnswerNow(context, rules_, *request, [&, this]() -> absl::Status {
    RETURN_IF_ERROR(CheckSchedule(request->schedule()));
    ASSIGN_OR_RETURN(
        *response->mutable_schedule(),
        parts_.book.Create(request->schedule_id(), request->schedule(),
                           AuthorOf(*request)));
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* ScheduleService::GetSchedule(
    grpc::CallbackServerContext* context, const v1::GetScheduleRequest* request,
    v1::GetScheduleResponse* response) {
  return AnswerNow(context, rules_, *request, [&, this]() -> absl::Status {
    ASSIGN_OR_RETURN(*response->mutable_schedule(),
                     parts_.database.Read([&](SqliteDatabase& database) {
                       return FindSchedule(database, request->name());
                     }));
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* ScheduleService::ListSchedules(
    grpc::CallbackServerContext* context,
    const v1::ListSchedulesRequest* request,
    v1::ListSchedulesResponse* response) {
  return AnswerNow(context, rules_, *request, [&, this]() -> absl::Status {
    ASSIGN_OR_RETURN(const std::vector<v1::Schedule> schedules,
                     parts_.database.Read([&](SqliteDatabase& database) {
                       return compendium::reporting::ListSchedules(
                           database, request->show_deleted());
                     }));
    *response->mutable_schedules() = {schedules.begin(), schedules.end()};
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* ScheduleService::UpdateSchedule(
    grpc::CallbackServerContext* context,
    const v1::UpdateScheduleRequest* request,
    v1::UpdateScheduleResponse* response) {
  return AnswerNow(context, rules_, *request, [&, this]() -> absl::Status {
    RETURN_IF_ERROR(CheckSchedule(request->schedule()));
    ASSIGN_OR_RETURN(
        *response->mutable_schedule(),
        parts_.book.Update(request->schedule(), AuthorOf(*request)));
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* ScheduleService::DeleteSchedule(
    grpc::CallbackServerContext* context,
    const v1::DeleteScheduleRequest* request,
    v1::DeleteScheduleResponse* response) {
  return AnswerNow(context, rules_, *request, [&, this]() -> absl::Status {
    ASSIGN_OR_RETURN(*response->mutable_schedule(),
                     parts_.book.Delete(request->name(), request->etag(),
                                        AuthorOf(*request)));
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* ScheduleService::ListScheduleVersions(
    grpc::CallbackServerContext* context,
    const v1::ListScheduleVersionsRequest* request,
    v1::ListScheduleVersionsResponse* response) {
  return AnswerNow(context, rules_, *request, [&, this]() -> absl::Status {
    ASSIGN_OR_RETURN(const std::vector<v1::Schedule> versions,
                     parts_.database.Read([&](SqliteDatabase& database) {
                       return ListVersions(database, request->name(),
                                           kScheduleVersionsMax);
                     }));
    *response->mutable_versions() = {versions.begin(), versions.end()};
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* ScheduleService::PreviewSchedule(
    grpc::CallbackServerContext* context,
    const v1::PreviewScheduleRequest* request,
    v1::PreviewScheduleResponse* response) {
  return AnswerNow(context, rules_, *request, [&, this]() -> absl::Status {
    ASSIGN_OR_RETURN(const CronExpression cron,
                     Field("cron", CronExpression::Parse(request->cron())));
    ASSIGN_OR_RETURN(const absl::TimeZone zone,
                     Field("time_zone", ParseTimeZone(request->time_zone())));
    absl::Time time = request->has_after_time() ? ToTime(request->after_time())
                                                : parts_.clock.Now();
    const int count = request->count() == 0 ? kPreviewCount : request->count();
    for (int i = 0; i < count; ++i) {
      const std::optional<absl::Time> next = cron.NextAfter(time, zone);
      if (!next.has_value()) break;
      time = *next;
      v1::DueTime& due = *response->add_due_times();
      SetTimestamp(time, *due.mutable_time());
      due.set_local_time(absl::FormatTime("%Y-%m-%d %H:%M %Ez", time, zone));
    }
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* ScheduleService::ListScheduleRuns(
    grpc::CallbackServerContext* context,
    const v1::ListScheduleRunsRequest* request,
    v1::ListScheduleRunsResponse* response) {
  return AnswerNow(context, rules_, *request, [&, this]() -> absl::Status {
    const int count = PageSizeOf(*request);
    RunFilter filter{.schedule = request->schedule(),
                     .state = request->state(),
                     .count = count + 1};
    ASSIGN_OR_RETURN(const std::optional<PageEnd> begin, PageBeginOf(*request));
    if (begin.has_value()) {
      filter.before_due_micros = begin->number;
      filter.before_schedule = begin->rest;
    }
    ASSIGN_OR_RETURN(std::vector<v1::ScheduleRun> runs,
                     parts_.database.Read([&](SqliteDatabase& database) {
                       return ListRuns(database, filter);
                     }));
    if (CutToPage(count, runs)) {
      response->set_next_page_token(
          NextPageToken(*request, {.number = Micros(runs.back().due_time()),
                                   .rest = runs.back().schedule()}));
    }
    *response->mutable_runs() = {runs.begin(), runs.end()};
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* ScheduleService::RetryScheduleRun(
    grpc::CallbackServerContext* context,
    const v1::RetryScheduleRunRequest* request,
    v1::RetryScheduleRunResponse* response) {
  return AnswerNow(context, rules_, *request, [&, this]() -> absl::Status {
    ASSIGN_OR_RETURN(*response->mutable_run(),
                     parts_.database.Write([&, this](SqliteDatabase& database) {
                       return RetryRun(database, request->schedule(),
                                       ToTime(request->due_time()),
                                       parts_.clock.Now());
                     }));
    parts_.wake();
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* ScheduleService::ListDeliveries(
    grpc::CallbackServerContext* context,
    const v1::ListDeliveriesRequest* request,
    v1::ListDeliveriesResponse* response) {
  return AnswerNow(context, rules_, *request, [&, this]() -> absl::Status {
    const int count = PageSizeOf(*request);
    DeliveryFilter filter{.report = request->report(),
                          .state = request->state(),
                          .count = count + 1};
    ASSIGN_OR_RETURN(const std::optional<PageEnd> begin, PageBeginOf(*request));
    if (begin.has_value()) {
      filter.before_sequence = begin->number;
      if (!absl::SimpleAtoi(begin->rest, &filter.after_target))
        filter.after_target = -1;
    }
    ASSIGN_OR_RETURN(std::vector<v1::Delivery> deliveries,
                     parts_.database.Read([&](SqliteDatabase& database) {
                       return compendium::reporting::ListDeliveries(database,
                                                                    filter);
                     }));
    if (CutToPage(count, deliveries)) {
      const v1::Delivery& last = deliveries.back();
      ASSIGN_OR_RETURN(const int64_t sequence,
                       parts_.database.Read([&](SqliteDatabase& database) {
                         return SequenceOf(database, last.report());
                       }));
      response->set_next_page_token(NextPageToken(
          *request,
          {.number = sequence, .rest = absl::StrCat(last.target_index())}));
    }
    *response->mutable_deliveries() = {deliveries.begin(), deliveries.end()};
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* ScheduleService::ResendDelivery(
    grpc::CallbackServerContext* context,
    const v1::ResendDeliveryRequest* request,
    v1::ResendDeliveryResponse* response) {
  return AnswerNow(context, rules_, *request, [&, this]() -> absl::Status {
    ASSIGN_OR_RETURN(*response->mutable_delivery(),
                     parts_.database.Write([&, this](SqliteDatabase& database) {
                       return Resend(database, request->report(),
                                     request->target_index(),
                                     parts_.clock.Now());
                     }));
    parts_.wake();
    return absl::OkStatus();
  });
}

}  // namespace compendium::reporting
