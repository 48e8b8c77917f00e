// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/report_feed.h"

#include <deque>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "lib/rpc/grpc_status.h"
#include "services/reporting/archive/limits.h"
#include "services/reporting/archive/report_events.h"
#include "services/reporting/projection/try_later.h"

namespace compendium::reporting {

// One stream. gRPC's threads and the feed's enter it, so it locks; it never
// calls gRPC or the feed with the lock held for what may call it back.
class ReportWatcher final
    : public grpc::ServerWriteReactor<v1::WatchReportsResponse> {
 public:
  ReportWatcher(ReportFeed& feed, int64_t after) : feed_(feed), after_(after) {}

  // Writes what there is, unless a write is under way or the stream has ended.
  void Pump() {
    {
      base::MutexLock lock(mu_);
      if (writing_ || ended_) return;
      if (ready_.empty()) {
        absl::StatusOr<std::vector<v1::ReportEvent>> events =
            feed_.database_.Read([after = after_](SqliteDatabase& database) {
              return EventsAfter(database, after, kWatchBatch);
            });
        if (!events.ok()) {
          ended_ = true;
          Finish(ToGrpcStatus(events.status()));
          return;
        }
        ready_.assign(events->begin(), events->end());
      }
      if (ready_.empty()) return;
      *response_.mutable_event() = std::move(ready_.front());
      ready_.pop_front();
      after_ = response_.event().sequence();
      writing_ = true;
    }
    StartWrite(&response_);
  }

  void End(const absl::Status& status) {
    {
      base::MutexLock lock(mu_);
      if (ended_) return;
      ended_ = true;
    }
    Finish(ToGrpcStatus(status));
  }

  void OnWriteDone(bool ok) override {
    {
      base::MutexLock lock(mu_);
      writing_ = false;
    }
    if (ok) {
      Pump();
    } else {
      OnCancel();
    }
  }

  void OnCancel() override { End(absl::CancelledError("the caller gave up")); }

  void OnDone() override {
    feed_.Forget(this);
    delete this;
  }

 private:
  // Events that are read at once.
  static constexpr int kWatchBatch = 100;

  ReportFeed& feed_;
  v1::WatchReportsResponse response_;  // of the write that is under way

  base::Mutex mu_;
  int64_t after_ ABSL_GUARDED_BY(mu_);
  std::deque<v1::ReportEvent> ready_ ABSL_GUARDED_BY(mu_);
  bool writing_ ABSL_GUARDED_BY(mu_) = false;
  bool ended_ ABSL_GUARDED_BY(mu_) = false;
};

ReportFeed::~ReportFeed() { Stop(); }

void ReportFeed::Start() {
  CHECK(!thread_.joinable());
  thread_ = std::thread([this] { Run(); });
}

void ReportFeed::Stop() {
  {
    base::MutexLock lock(mu_);
    stopping_ = true;
    // gRPC calls OnDone, and so Forget, from a thread of its own: each of them
    // is there as long as the lock is held.
    for (ReportWatcher* watcher : watchers_) watcher->End(StoppingError());
  }
  wake_.NotifyAll();
  if (thread_.joinable()) thread_.join();
}

grpc::ServerWriteReactor<v1::WatchReportsResponse>* ReportFeed::Watch(
    const absl::StatusOr<int64_t>& after_sequence) {
  auto* watcher = new ReportWatcher(*this, after_sequence.value_or(0));
  absl::Status refusal = after_sequence.status();
  {
    base::MutexLock lock(mu_);
    if (refusal.ok() && stopping_) refusal = StoppingError();
    if (refusal.ok() && watchers_.size() >= kReportWatchersMax)
      refusal = ErrorWithReason(absl::StatusCode::kResourceExhausted,
                                "TOO_MANY_WATCHERS",
                                absl::StrCat("got one more watcher, want ",
                                             kReportWatchersMax, " at most"));
    if (refusal.ok()) watchers_.insert(watcher);
  }
  if (refusal.ok()) {
    watcher->Pump();
  } else {
    watcher->End(refusal);
  }
  return watcher;
}

void ReportFeed::Run() {
  base::MutexLock lock(mu_);
  while (!stopping_) {
    for (ReportWatcher* watcher : watchers_) watcher->Pump();
    clock_.WaitFor(wake_, mu_, kReportFeedInterval);
  }
}

void ReportFeed::Forget(ReportWatcher* watcher) {
  base::MutexLock lock(mu_);
  watchers_.erase(watcher);
}

}  // namespace compendium::reporting
