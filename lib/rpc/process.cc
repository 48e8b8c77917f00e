// SPDX-License-Identifier: Apache-2.0
#include "lib/rpc/process.h"

#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>

#include <algorithm>

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

// Files and connections that a process may have open: 10,000 clients of each
// protocol and what the store holds. More would only make what goes through all
// of them slow.
constexpr rlim_t kOpenFilesMax = 65'536;

void RaiseOpenFiles() {
  rlimit limit = {};
  CHECK(getrlimit(RLIMIT_NOFILE, &limit) == 0);
  const rlim_t wanted = std::min(limit.rlim_max, kOpenFilesMax);
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = wanted;
  CHECK(setrlimit(RLIMIT_NOFILE, &limit) == 0);
}

}  // namespace

void PrepareProcess() {
  RaiseOpenFiles();
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
