// SPDX-License-Identifier: Apache-2.0
#include "lib/convert/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/descriptor.h"
#include "lib/base/status_macros.h"
#include "lib/convert/limits.h"

namespace compendium {
namespace {

using base::Descriptor;

absl::Status Failed(absl::string_view what) {
  return absl::ErrnoToStatus(errno, what);
}

// The same file under a number that is none of the three standard ones, so that
// giving the child its own cannot overwrite it.
absl::StatusOr<Descriptor> AboveStandard(int fd) {
  Descriptor above(fcntl(fd, F_DUPFD_CLOEXEC, 3));
  if (above.get() < 0) return Failed("fcntl");
  return above;
}

// The input as a file in memory: unlike a pipe it needs nobody to fill it and
// sends no SIGPIPE when the child does not read it.
absl::StatusOr<Descriptor> InputFile(absl::string_view input) {
  const Descriptor file(memfd_create("input", MFD_CLOEXEC));
  if (file.get() < 0) return Failed("memfd_create");
  while (!input.empty()) {
    const ssize_t count = write(file.get(), input.data(), input.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Failed("write to memory");
    input.remove_prefix(static_cast<size_t>(count));
  }
  if (lseek(file.get(), 0, SEEK_SET) != 0) return Failed("lseek");
  return AboveStandard(file.get());
}

struct Pipe {
  Descriptor read_end;
  Descriptor write_end;
};

absl::StatusOr<Pipe> MakePipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return Failed("pipe2");
  const Descriptor read_end(ends[0]);
  const Descriptor write_end(ends[1]);
  Pipe pipe;
  ASSIGN_OR_RETURN(pipe.read_end, AboveStandard(read_end.get()));
  ASSIGN_OR_RETURN(pipe.write_end, AboveStandard(write_end.get()));
  if (fcntl(pipe.read_end.get(), F_SETFL, O_NONBLOCK) != 0)
    return Failed("fcntl");
  return pipe;
}

std::vector<char*> Pointers(const std::vector<std::string>& words) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (const std::string& word : words)
    pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

// posix_spawn, not fork: between fork and exec a process with threads may do
// next to nothing, and a large one would copy its page tables.
absl::StatusOr<pid_t> Spawn(const ChildCommand& command, int input, int output,
                            int error) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  CHECK(posix_spawn_file_actions_init(&actions) == 0);
  CHECK(posix_spawnattr_init(&attributes) == 0);
  sigset_t none;
  sigset_t all;
  sigemptyset(&none);
  sigfillset(&all);
  int failed =
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) |
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) |
      posix_spawn_file_actions_adddup2(&actions, error, STDERR_FILENO) |
      posix_spawn_file_actions_addclosefrom_np(&actions, 3) |
      posix_spawn_file_actions_addchdir_np(&actions, command.folder.c_str()) |
      posix_spawnattr_setsigmask(&attributes, &none) |
      posix_spawnattr_setsigdefault(&attributes, &all) |
      posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID |
                                                POSIX_SPAWN_SETSIGMASK |
                                                POSIX_SPAWN_SETSIGDEF);
  pid_t pid = 0;
  if (failed == 0) {
    failed = posix_spawn(&pid, command.arguments[0].c_str(), &actions,
                         &attributes, Pointers(command.arguments).data(),
                         Pointers(command.environment).data());
  }
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (failed != 0)
    return absl::ErrnoToStatus(failed, command.arguments.front());
  return pid;
}

// A running child; killed with its process group and reaped in the end.
class Child {
 public:
  // By its number: glibc 2.36 declares pidfd_open for C only.
  explicit Child(pid_t pid)
      : pid_(pid), ended_(static_cast<int>(syscall(SYS_pidfd_open, pid, 0))) {}
  ~Child() {
    if (pid_ > 0) Reap();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Readable once the child has ended.
  int ended() const { return ended_.get(); }

  // Before the child is reaped nobody else can have its number.
  void KillGroup() const { kill(-pid_, SIGKILL); }

  int Reap() {
    KillGroup();
    int status = 0;
    pid_t reaped = 0;
    do {
      reaped = waitpid(pid_, &status, 0);
    } while (reaped < 0 && errno == EINTR);
    CHECK(reaped == pid_);
    pid_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t pid_;
  const Descriptor ended_;
};

// Reads what is there; closes `from` at its end. The first `keep` bytes are
// kept. False when there was more than that.
absl::StatusOr<bool> Drain(Descriptor& from, size_t keep, std::string& kept) {
  char buffer[1 << 16];
  bool all = true;
  for (;;) {
    const ssize_t count = read(from.get(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) return all;
    if (count < 0) return Failed("read from child");
    if (count == 0) {
      from.Close();
      return all;
    }
    const size_t room = keep - kept.size();
    const auto size = static_cast<size_t>(count);
    kept.append(buffer, std::min(room, size));
    if (size > room) {
      all = false;
      if (keep > kChildErrorBytesMax) return all;
    }
  }
}

// Collects what the child writes until it has ended and its output too.
absl::Status Collect(const ChildCommand& command, const Child& child,
                     base::Clock& clock, Descriptor output, Descriptor error,
                     ChildResult& result) {
  const absl::Duration deadline = clock.Uptime() + command.timeout;
  bool running = true;
  while (running || output.get() >= 0 || error.get() >= 0) {
    const absl::Duration left = deadline - clock.Uptime();
    if (left <= absl::ZeroDuration()) {
      return absl::ResourceExhaustedError(absl::StrCat(
          "got no end within ", absl::FormatDuration(command.timeout)));
    }
    // A descriptor of -1 is passed over.
    std::array<pollfd, 3> files = {{{output.get(), POLLIN, 0},
                                    {error.get(), POLLIN, 0},
                                    {running ? child.ended() : -1, POLLIN, 0}}};
    const int64_t wait_ms =
        std::clamp<int64_t>(absl::ToInt64Milliseconds(left) + 1, 1, 60'000);
    if (poll(files.data(), files.size(), static_cast<int>(wait_ms)) < 0 &&
        errno != EINTR) {
      return Failed("poll");
    }
    if (files[0].revents != 0) {
      ASSIGN_OR_RETURN(const bool all,
                       Drain(output, command.output_bytes_max, result.output));
      if (!all) {
        return absl::ResourceExhaustedError(absl::StrCat(
            "got more than ", command.output_bytes_max, " bytes of output"));
      }
    }
    if (files[1].revents != 0) {
      RETURN_IF_ERROR(Drain(error, kChildErrorBytesMax, result.error).status());
    }
    if (files[2].revents != 0) {
      running = false;
      child.KillGroup();  // what it left behind may hold the pipes open
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<ChildResult> RunChild(const ChildCommand& command,
                                     base::Clock& clock) {
  CHECK(!command.arguments.empty());
  ASSIGN_OR_RETURN(Descriptor input, InputFile(command.input));
  ASSIGN_OR_RETURN(Pipe output, MakePipe());
  ASSIGN_OR_RETURN(Pipe error, MakePipe());
  ASSIGN_OR_RETURN(const pid_t pid,
                   Spawn(command, input.get(), output.write_end.get(),
                         error.write_end.get()));
  Child child(pid);
  if (child.ended() < 0) return Failed("pidfd_open");
  input.Close();
  output.write_end.Close();
  error.write_end.Close();
  ChildResult result;
  RETURN_IF_ERROR(Collect(command, child, clock, std::move(output.read_end),
                          std::move(error.read_end), result));
  result.exit_status = child.Reap();
  return result;
}

}  // namespace compendium
