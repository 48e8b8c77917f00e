// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "lib/base/mutex.h"

namespace compendium::connect {

// Counts calls under way, so that what they use can outlive them. Any thread.
class CallCount {
 public:
  // One call; counted until it ends.
  class Place {
   public:
    explicit Place(CallCount& count) : count_(&count) { count.Add(1); }
    Place(Place&& other) noexcept
        : count_(std::exchange(other.count_, nullptr)) {}
    Place& operator=(Place&&) = delete;
    ~Place() {
      if (count_ != nullptr) count_->Add(-1);
    }

   private:
    CallCount* count_;
  };

  // Waits until there is none.
  void AwaitNone() {
    base::MutexLock lock(mu_);
    while (calls_ > 0) none_.Wait(mu_);
  }

 private:
  void Add(int calls) {
    base::MutexLock lock(mu_);
    calls_ += calls;
    // Under the lock: whoever waits may be gone when it is free.
    if (calls_ == 0) none_.NotifyAll();
  }

  base::Mutex mu_;
  base::CondVar none_;
  int calls_ ABSL_GUARDED_BY(mu_) = 0;
};

}  // namespace compendium::connect
