// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "compendium/reporting/v1/schedule_service.grpc.pb.h"
#include "lib/base/clock.h"
#include "lib/request/field_rules.h"
#include "services/reporting/archive/archive_database.h"
#include "services/reporting/schedule/schedule_book.h"

namespace compendium::reporting {

// compendium.reporting.v1.ScheduleService over the archive: checks requests and
// translates. gRPC calls its methods from any thread.
class ScheduleService final : public v1::ScheduleService::CallbackService {
 public:
  // All must outlive the service.
  struct Parts {
    ArchiveDatabase& database;
    ScheduleBook& book;
    const base::Clock& clock;
    // Lets runs and deliveries begin that a request made due.
    std::function<void()> wake;
  };
  explicit ScheduleService(Parts parts);

  grpc::ServerUnaryReactor* CreateSchedule(
      grpc::CallbackServerContext* context,
      const v1::CreateScheduleRequest* request,
      v1::CreateScheduleResponse* response) override;
  grpc::ServerUnaryReactor* GetSchedule(
      grpc::CallbackServerContext* context,
      const v1::GetScheduleRequest* request,
      v1::GetScheduleResponse* response) override;
  grpc::ServerUnaryReactor* ListSchedules(
      grpc::CallbackServerContext* context,
      const v1::ListSchedulesRequest* request,
      v1::ListSchedulesResponse* response) override;
  grpc::ServerUnaryReactor* UpdateSchedule(
      grpc::CallbackServerContext* context,
      const v1::UpdateScheduleRequest* request,
      v1::UpdateScheduleResponse* response) override;
  grpc::ServerUnaryReactor* DeleteSchedule(
      grpc::CallbackServerContext* context,
      const v1::DeleteScheduleRequest* request,
      v1::DeleteScheduleResponse* response) override;
  grpc::ServerUnaryReactor* ListScheduleVersions(
      grpc::CallbackServerContext* context,
      const v1::ListScheduleVersionsRequest* request,
      v1::ListScheduleVersionsResponse* response) override;
  grpc::ServerUnaryReactor* PreviewSchedule(
      grpc::CallbackServerContext* context,
      const v1::PreviewScheduleRequest* request,
      v1::PreviewScheduleResponse* response) override;
  grpc::ServerUnaryReactor* ListScheduleRuns(
      grpc::CallbackServerContext* context,
      const v1::ListScheduleRunsRequest* request,
      v1::ListScheduleRunsResponse* response) override;
  grpc::ServerUnaryReactor* RetryScheduleRun(
      grpc::CallbackServerContext* context,
      const v1::RetryScheduleRunRequest* request,
      v1::RetryScheduleRunResponse* response) override;
  grpc::ServerUnaryReactor* ListDeliveries(
      grpc::CallbackServerContext* context,
      const v1::ListDeliveriesRequest* request,
      v1::ListDeliveriesResponse* response) override;
  grpc::ServerUnaryReactor* ResendDelivery(
      grpc::CallbackServerContext* context,
      const v1::ResendDeliveryRequest* request,
      v1::ResendDeliveryResponse* response) override;

 private:
  const Parts parts_;
  const FieldRules rules_;
};

}  // namespace compendium::reporting
