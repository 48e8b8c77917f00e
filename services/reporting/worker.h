// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/rpc/server.h"
#include "services/reporting/checkpoint/checkpointer.h"
#include "services/reporting/endpoint/reporting_service.h"
#include "services/reporting/folder_lock.h"
#include "services/reporting/options.h"
#include "services/reporting/past/history_reader.h"
#include "services/reporting/past/past_reader.h"
#include "services/reporting/projection/publisher.h"
#include "services/reporting/report_works.h"
#include "services/reporting/subscription/grpc_change_source.h"
#include "services/reporting/subscription/subscriber.h"
#include "services/reporting/web/metrics.h"
#include "services/reporting/web/observers.h"
#include "services/reporting/web/web_server.h"

namespace compendium::reporting {

// The reporting worker of a process: all of its parts, started in the order in
// which they stand below and stopped in reverse. Start and Stop are for one
// thread.
class Worker {
 public:
  // Reads the checkpoint, serves what it holds and follows the registry from
  // there; the registry need not be up. Fails when an option or the checkpoint
  // cannot be used, another worker has the folder or the address cannot be
  // listened on.
  static absl::StatusOr<std::unique_ptr<Worker>> Start(const Options& options);

  ~Worker();

  // Lets calls under way finish, then stops following and saves a checkpoint.
  void Stop();

  // host:port that it serves on.
  const std::string& address() const { return address_; }

  // The same of HTTP; empty when it is not served.
  const std::string& http_address() const { return http_address_; }

  // The revision of the checkpoint that it started from; 0 for none.
  int64_t start_revision() const { return start_revision_; }

 private:
  Worker(const Options& options, std::unique_ptr<FolderLock> lock,
         const std::string& path, Snapshot saved);
  absl::Status Listen(const Options& options);

  const std::unique_ptr<FolderLock> lock_;  // ends last: Stop still writes
  base::RealClock clock_;
  const absl::Time start_time_;
  const int64_t start_revision_;
  Publisher publisher_;
  GrpcChangeSource source_;
  Subscriber subscriber_;
  GrpcChangeSource past_source_;
  PastReader past_;
  GrpcChangeSource history_source_;
  HistoryReader history_;
  Checkpointer checkpointer_;
  std::unique_ptr<ReportWorks> reports_;
  ReportingService service_;
  Metrics metrics_;
  MethodObserver call_observer_{metrics_};
  std::unique_ptr<Server> server_;
  std::string address_;
  std::unique_ptr<WebServer> web_;
  std::string http_address_;
};

}  // namespace compendium::reporting
