// SPDX-License-Identifier: Apache-2.0
#include "lib/rpc/process.h"

#include <pthread.h>
#include <signal.h>

#include "absl/synchronization/mutex.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

sigset_t EndSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

}  // namespace

void PrepareProcess() {
  absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
  CHECK(signal(SIGPIPE, SIG_IGN) != SIG_ERR);
  // Threads inherit the mask of the thread that makes them.
  const sigset_t signals = EndSignals();
  CHECK(pthread_sigmask(SIG_BLOCK, &signals, nullptr) == 0);
}

int WaitForSignal() {
  const sigset_t signals = EndSignals();
  int signal_number = 0;
  CHECK(sigwait(&signals, &signal_number) == 0);
  return signal_number;
}

}  // namespace compendium
