// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace compendium::tests {

// A child process of a test: started, asked to stop or killed, never left
// behind. Its standard error goes to a file that the test can read. Not
// thread-safe.
class Process {
 public:
  struct Options {
    std::vector<std::string> command;  // the program's path, then its arguments
    std::string log_path;              // receives standard output and error
  };

  static absl::StatusOr<std::unique_ptr<Process>> Start(const Options& options);

  // Kills the process if it still runs.
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // SIGKILL, and waits until it is gone: what a power cut does to a process.
  void Kill();

  // SIGTERM, and waits for the exit status; 128 + signal when one ended it.
  int Stop();

  // Waits until the process ends by itself and returns as Stop does.
  int Wait();

  bool running();

  // Everything it wrote so far.
  std::string Log() const;

  // Waits until the log has a line with `"event":"serving"` and returns the
  // value of its "address"; DEADLINE_EXCEEDED with the log when none came, also
  // when the process ended before.
  absl::StatusOr<std::string> WaitUntilServing(
      absl::Duration timeout = absl::Seconds(60));

  // Where it serves HTTP; empty when it does not, or not yet.
  std::string HttpAddress() const;

 private:
  Process(pid_t pid, std::string log_path);
  int Reap();

  const std::string log_path_;
  pid_t pid_;
  int exit_status_ = 0;
};

// The folder with the built programs: $COMPENDIUM_BINARY_DIR, set by CTest.
std::string BinaryPath(const std::string& program);

// Starts a service whose data and log are in `folder` and waits until it
// serves; a service that does not fails the test. `address` is where it is to
// listen, and then where it does. HTTP, where there is any, takes a free port
// unless an option says otherwise.
std::unique_ptr<Process> StartService(const std::string& program,
                                      const std::string& folder,
                                      const std::vector<std::string>& options,
                                      std::string& address);

// A new empty folder that only this test uses, below the test's temporary one.
std::string NewFolder(const std::string& name);

}  // namespace compendium::tests
