// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <thread>

#include "absl/status/status.h"
#include "lib/base/mutex.h"

namespace compendium::reporting {

// A thread that does what would hold up a caller, one after the other: reports
// take seconds and a processor each.
class ReportPress {
 public:
  // Called once on the press's thread, with OK; or with UNAVAILABLE and reason
  // DRAINING, when the press stops before its turn.
  using Job = std::function<void(const absl::Status&)>;

  ReportPress() = default;
  ~ReportPress();

  void Start();

  // Lets the job that runs finish, fails those that wait and ends the thread.
  void Stop();

  // UNAVAILABLE with reason REPORT_QUEUE_FULL when kPressJobsMax wait, with
  // DRAINING after Stop; then the job is not called.
  absl::Status Add(Job job);

 private:
  void Run();

  std::thread thread_;
  base::Mutex mu_;
  base::CondVar wake_;
  std::deque<Job> jobs_ ABSL_GUARDED_BY(mu_);
  bool stopping_ ABSL_GUARDED_BY(mu_) = false;
};

}  // namespace compendium::reporting
