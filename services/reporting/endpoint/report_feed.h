// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/support/server_callback.h>

#include <cstdint>
#include <set>
#include <thread>

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/report_service.pb.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "services/reporting/archive/archive_database.h"

namespace compendium::reporting {

class ReportWatcher;

// Tells those who watch what happens to reports. A watcher is a position in the
// archive's events and holds no thread; one thread looks whether there are new
// events, which other workers may have written.
class ReportFeed {
 public:
  // Both must outlive the feed.
  ReportFeed(ArchiveDatabase& database, base::Clock& clock)
      : database_(database), clock_(clock) {}
  ~ReportFeed();

  void Start();

  // Ends all streams and the thread.
  void Stop();

  // A call that tells the events after that one, for ever; or that ends with
  // the error, with RESOURCE_EXHAUSTED and reason TOO_MANY_WATCHERS when
  // kReportWatchersMax watch already. Owned by itself.
  grpc::ServerWriteReactor<v1::WatchReportsResponse>* Watch(
      const absl::StatusOr<int64_t>& after_sequence);

 private:
  friend class ReportWatcher;

  void Run();
  // Of a watcher that gRPC is done with.
  void Forget(ReportWatcher* watcher);

  ArchiveDatabase& database_;
  base::Clock& clock_;
  std::thread thread_;

  base::Mutex mu_;
  base::CondVar wake_;
  std::set<ReportWatcher*> watchers_ ABSL_GUARDED_BY(mu_);
  bool stopping_ ABSL_GUARDED_BY(mu_) = false;
};

}  // namespace compendium::reporting
