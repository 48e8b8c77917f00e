// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/channel.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/clock.h"
#include "lib/report/document_writer.h"
#include "lib/rpc/server.h"
#include "services/reporting/archive/archive_database.h"
#include "services/reporting/archive/object_folder.h"
#include "services/reporting/archive/report_desk.h"
#include "services/reporting/archive/report_press.h"
#include "services/reporting/diff/report_comparer.h"
#include "services/reporting/endpoint/report_feed.h"
#include "services/reporting/endpoint/report_service.h"
#include "services/reporting/endpoint/schedule_service.h"
#include "services/reporting/options.h"
#include "services/reporting/past/history_reader.h"
#include "services/reporting/past/past_reader.h"
#include "services/reporting/projection/publisher.h"
#include "services/reporting/report/grpc_record_source.h"
#include "services/reporting/report/snapshot_report_maker.h"
#include "services/reporting/schedule/deliverer.h"
#include "services/reporting/schedule/folder_sender.h"
#include "services/reporting/schedule/http_sender.h"
#include "services/reporting/schedule/schedule_book.h"
#include "services/reporting/schedule/schedule_runner.h"
#include "services/reporting/schedule/step_loop.h"

namespace compendium::reporting {

// All of a worker that makes, keeps and sends reports. Start and Stop are for
// one thread.
class ReportWorks {
 public:
  // Opens the archive, or makes it in its folder, which is there. All must
  // outlive the works. Fails when the archive or an option cannot be used.
  static absl::StatusOr<std::unique_ptr<ReportWorks>> Open(
      const Options& options, Publisher& publisher, PastReader& past,
      HistoryReader& history, base::Clock& clock);

  // What to serve.
  std::vector<Server::Served> services();

  // Goes on with what is due.
  void Start();

  // Ends streams and lets the reports under way finish. While it does,
  // publisher and readers must still answer, or fail.
  void Stop();

 private:
  ReportWorks(const Options& options, const std::string& worker,
              std::unique_ptr<ArchiveDatabase> database,
              HttpSender::Options http, Publisher& publisher, PastReader& past,
              HistoryReader& history, base::Clock& clock);

  const std::unique_ptr<ArchiveDatabase> database_;
  const ObjectFolder folder_;
  GrpcRecordSource records_;
  const DocumentWriter documents_;
  SnapshotReportMaker maker_;
  ReportDesk desk_;
  ReportPress press_;
  ReportComparer comparer_;
  ReportFeed feed_;
  ScheduleBook book_;
  ScheduleRunner runner_;
  FolderSender folder_sender_;
  HttpSender http_sender_;
  Deliverer deliverer_;
  StepLoop runs_;
  StepLoop deliveries_;
  ReportService report_service_;
  ScheduleService schedule_service_;
};

}  // namespace compendium::reporting
