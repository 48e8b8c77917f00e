// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/archive/report_press.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "services/reporting/archive/limits.h"
#include "services/reporting/projection/try_later.h"

namespace compendium::reporting {

ReportPress::~ReportPress() { Stop(); }

void ReportPress::Start() {
  CHECK(!thread_.joinable());
  thread_ = std::thread([this] { Run(); });
}

void ReportPress::Stop() {
  {
    base::MutexLock lock(mu_);
    stopping_ = true;
  }
  wake_.NotifyAll();
  if (thread_.joinable()) thread_.join();
}

absl::Status ReportPress::Add(Job job) {
  {
    base::MutexLock lock(mu_);
    if (stopping_) return StoppingError();
    if (jobs_.size() >= kPressJobsMax)
      return TryLater("REPORT_QUEUE_FULL",
                      absl::StrCat("got one more report to make, want ",
                                   kPressJobsMax, " that wait at most"));
    jobs_.push_back(std::move(job));
  }
  wake_.NotifyAll();
  return absl::OkStatus();
}

void ReportPress::Run() {
  for (;;) {
    Job job;
    bool stopping = false;
    {
      base::MutexLock lock(mu_);
      while (!stopping_ && jobs_.empty()) wake_.Wait(mu_);
      if (jobs_.empty()) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
      stopping = stopping_;
    }
    job(stopping ? StoppingError() : absl::OkStatus());
  }
}

}  // namespace compendium::reporting
