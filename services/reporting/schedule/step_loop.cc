// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/step_loop.h"

#include <utility>

#include "lib/base/log.h"
#include "lib/base/status_macros.h"
#include "services/reporting/schedule/limits.h"

namespace compendium::reporting {

StepLoop::StepLoop(std::string name, Step step, base::Clock& clock)
    : name_(std::move(name)), step_(std::move(step)), clock_(clock) {}

StepLoop::~StepLoop() { Stop(); }

void StepLoop::Start() {
  CHECK(!thread_.joinable());
  thread_ = std::thread([this] { Run(); });
}

void StepLoop::Wake() {
  {
    base::MutexLock lock(mu_);
    woken_ = true;
  }
  wake_.NotifyAll();
}

void StepLoop::Stop() {
  {
    base::MutexLock lock(mu_);
    stopping_ = true;
  }
  wake_.NotifyAll();
  if (thread_.joinable()) thread_.join();
}

void StepLoop::Run() {
  for (;;) {
    const absl::StatusOr<bool> more = step_();
    if (!more.ok())
      base::Log(base::Severity::kWarning, "step_failed",
                {{"loop", name_}, {"error", more.status().ToString()}});
    base::MutexLock lock(mu_);
    if (!stopping_ && !woken_ && !(more.ok() && *more))
      clock_.WaitFor(wake_, mu_, kLookInterval);
    if (stopping_) return;
    woken_ = false;
  }
}

}  // namespace compendium::reporting
