// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <thread>

#include "absl/status/statusor.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"

namespace compendium::reporting {

// A thread that takes one step after the other while there is something to do,
// and looks again after kLookInterval or when it is woken. An error is logged,
// and the step tried again then.
class StepLoop {
 public:
  // Takes a step; whether there may be more to do at once.
  using Step = std::function<absl::StatusOr<bool>()>;

  // `name` is what the log calls it. What `step` uses must outlive the loop.
  StepLoop(std::string name, Step step, base::Clock& clock);
  ~StepLoop();

  void Start();
  void Wake();
  // Lets the step that runs finish and ends the thread.
  void Stop();

 private:
  void Run();

  const std::string name_;
  const Step step_;
  base::Clock& clock_;
  std::thread thread_;

  base::Mutex mu_;
  base::CondVar wake_;
  bool woken_ ABSL_GUARDED_BY(mu_) = false;
  bool stopping_ ABSL_GUARDED_BY(mu_) = false;
};

}  // namespace compendium::reporting
