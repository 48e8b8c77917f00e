// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>

#include "absl/functional/any_invocable.h"
#include "lib/base/mutex.h"

namespace compendium::tests {

// Waits for the one answer of something asynchronous. Any thread may answer;
// it must outlive the answer.
template <class T>
class Outcome {
 public:
  // What to hand over; call it once.
  absl::AnyInvocable<void(T) &&> Done() {
    return [this](T answer) {
      base::MutexLock lock(mu_);
      answer_ = std::move(answer);
      answered_.NotifyAll();
    };
  }

  // The answer, once it is there.
  T Wait() {
    base::MutexLock lock(mu_);
    while (!answer_.has_value()) answered_.Wait(mu_);
    return *answer_;
  }

 private:
  base::Mutex mu_;
  base::CondVar answered_;
  std::optional<T> answer_ ABSL_GUARDED_BY(mu_);
};

}  // namespace compendium::tests
