// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <utility>

#include "lib/base/mutex.h"

namespace compendium::http {

// Between a connection, which knows that the client is gone, and whoever makes
// the response and wants to be told. Any thread.
class GoneSignal {
 public:
  // Calls `gone` when the signal is raised, now if it was; never after Settle.
  void Watch(std::function<void()> gone) {
    {
      base::MutexLock lock(mu_);
      if (!raised_ && !settled_) gone_.swap(gone);
      if (!raised_) return;
    }
    gone();
  }

  // The client is gone.
  void Raise() {
    std::function<void()> gone;
    {
      base::MutexLock lock(mu_);
      if (settled_) return;
      raised_ = true;
      gone.swap(gone_);
    }
    if (gone) gone();
  }

  // The client has everything: nobody is to be told any more.
  void Settle() {
    std::function<void()> gone;  // ends outside the lock
    base::MutexLock lock(mu_);
    settled_ = true;
    gone.swap(gone_);
  }

  bool raised() {
    base::MutexLock lock(mu_);
    return raised_;
  }

 private:
  base::Mutex mu_;
  std::function<void()> gone_ ABSL_GUARDED_BY(mu_);
  bool raised_ ABSL_GUARDED_BY(mu_) = false;
  bool settled_ ABSL_GUARDED_BY(mu_) = false;
};

}  // namespace compendium::http
