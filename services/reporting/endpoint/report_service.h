// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "compendium/reporting/v1/report_service.grpc.pb.h"
#include "lib/base/clock.h"
#include "lib/request/field_rules.h"
#include "services/reporting/archive/archive_database.h"
#include "services/reporting/archive/object_folder.h"
#include "services/reporting/archive/report_desk.h"
#include "services/reporting/archive/report_press.h"
#include "services/reporting/diff/report_comparer.h"
#include "services/reporting/endpoint/report_feed.h"
#include "services/reporting/past/past_reader.h"
#include "services/reporting/projection/publisher.h"

namespace compendium::reporting {

// compendium.reporting.v1.ReportService over the archive: checks requests and
// translates. What takes seconds is done by the press; gRPC's threads are never
// held. gRPC calls its methods from any thread.
class ReportService final : public v1::ReportService::CallbackService {
 public:
  // All must outlive the service.
  struct Parts {
    Publisher& publisher;
    PastReader& past;
    ArchiveDatabase& database;
    const ObjectFolder& folder;
    ReportDesk& desk;
    ReportPress& press;
    ReportComparer& comparer;
    ReportFeed& feed;
    const base::Clock& clock;
  };
  explicit ReportService(const Parts& parts);

  grpc::ServerUnaryReactor* CreateReport(
      grpc::CallbackServerContext* context,
      const v1::CreateReportRequest* request,
      v1::CreateReportResponse* response) override;
  grpc::ServerUnaryReactor* GetReport(grpc::CallbackServerContext* context,
                                      const v1::GetReportRequest* request,
                                      v1::GetReportResponse* response) override;
  grpc::ServerUnaryReactor* ListReports(
      grpc::CallbackServerContext* context,
      const v1::ListReportsRequest* request,
      v1::ListReportsResponse* response) override;
  grpc::ServerWriteReactor<v1::DownloadReportResponse>* DownloadReport(
      grpc::CallbackServerContext* context,
      const v1::DownloadReportRequest* request) override;
  grpc::ServerUnaryReactor* VerifyReport(
      grpc::CallbackServerContext* context,
      const v1::VerifyReportRequest* request,
      v1::VerifyReportResponse* response) override;
  grpc::ServerUnaryReactor* CompareReports(
      grpc::CallbackServerContext* context,
      const v1::CompareReportsRequest* request,
      v1::CompareReportsResponse* response) override;
  grpc::ServerWriteReactor<v1::WatchReportsResponse>* WatchReports(
      grpc::CallbackServerContext* context,
      const v1::WatchReportsRequest* request) override;

 private:
  // The report of that name; NOT_FOUND, which names the field of the request.
  absl::StatusOr<v1::Report> Find(const std::string& name,
                                  absl::string_view field = "name");

  const Parts parts_;
  const FieldRules rules_;
};

}  // namespace compendium::reporting
