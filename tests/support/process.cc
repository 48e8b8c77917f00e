// SPDX-License-Identifier: Apache-2.0
#include "tests/support/process.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"
#include "gtest/gtest.h"
#include "lib/base/atomic_file.h"
#include "lib/base/status_macros.h"

namespace compendium::tests {
namespace {

constexpr size_t kLogBytesMax = 256 << 20;

// Runs in the child after fork: only calls that are safe there.
[[noreturn]] void Become(char* const* arguments, const char* log_path) {
  // A test that dies must not leave servers behind.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int log = open(log_path, O_WRONLY | O_CREAT | O_APPEND, 0644);
  if (log >= 0) {
    dup2(log, STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  execv(arguments[0], arguments);
  _exit(127);
}

std::string ServingFieldIn(const std::string& log, const std::string& name) {
  for (const absl::string_view line : absl::StrSplit(log, '\n')) {
    const auto json = nlohmann::json::parse(line.begin(), line.end(), nullptr,
                                            /*allow_exceptions=*/false);
    if (json.is_object() && json.value("event", "") == "serving")
      return json.value(name, "");
  }
  return "";
}

}  // namespace

Process::Process(pid_t pid, std::string log_path)
    : log_path_(std::move(log_path)), pid_(pid) {}

Process::~Process() { Kill(); }

absl::StatusOr<std::unique_ptr<Process>> Process::Start(
    const Options& options) {
  std::vector<char*> arguments;
  for (const std::string& word : options.command)
    arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  std::remove(options.log_path.c_str());
  const pid_t pid = fork();
  if (pid < 0) return absl::InternalError("fork failed");
  if (pid == 0) Become(arguments.data(), options.log_path.c_str());
  return std::unique_ptr<Process>(new Process(pid, options.log_path));
}

int Process::Reap() {
  if (pid_ <= 0) return exit_status_;
  int status = 0;
  CHECK(waitpid(pid_, &status, 0) == pid_);
  pid_ = 0;
  exit_status_ =
      WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return exit_status_;
}

void Process::Kill() {
  if (pid_ > 0) kill(pid_, SIGKILL);
  Reap();
}

int Process::Stop() {
  if (pid_ > 0) kill(pid_, SIGTERM);
  return Reap();
}

int Process::Wait() { return Reap(); }

bool Process::running() {
  if (pid_ <= 0) return false;
  siginfo_t info = {};
  waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT);
  return info.si_pid == 0;
}

std::string Process::Log() const {
  const auto log = base::ReadFile(log_path_, kLogBytesMax);
  return log.ok() ? *log : std::string();
}

std::string Process::HttpAddress() const {
  return ServingFieldIn(Log(), "http_address");
}

absl::StatusOr<std::string> Process::WaitUntilServing(absl::Duration timeout) {
  const absl::Time deadline = absl::Now() + timeout;
  while (absl::Now() < deadline) {
    const std::string address = ServingFieldIn(Log(), "address");
    if (!address.empty()) return address;
    if (!running()) break;
    absl::SleepFor(absl::Milliseconds(5));
  }
  return absl::DeadlineExceededError(
      absl::StrCat("not serving; its log: ", Log()));
}

std::string BinaryPath(const std::string& program) {
  const char* folder = getenv("COMPENDIUM_BINARY_DIR");
  CHECK(folder != nullptr);
  return absl::StrCat(folder, "/", program);
}

std::unique_ptr<Process> StartService(const std::string& program,
                                      const std::string& folder,
                                      const std::vector<std::string>& options,
                                      std::string& address) {
  std::vector<std::string> command = {
      BinaryPath(program), "--listen_address=" + address,
      absl::StrCat("--data_dir=", folder, "/", program)};
  // Not the port that it takes by itself, which others may want, too.
  if (program == "compendium-reporting")
    command.push_back("--http_address=127.0.0.1:0");
  command.insert(command.end(), options.begin(), options.end());
  auto process = *Process::Start(
      {.command = command, .log_path = folder + "/" + program + ".log"});
  const auto served = process->WaitUntilServing();
  EXPECT_TRUE(served.ok()) << served.status();
  if (served.ok()) address = *served;
  return process;
}

std::string NewFolder(const std::string& name) {
  std::string path =
      absl::StrCat(testing::TempDir(), "compendium-", name, "-", getpid());
  std::filesystem::remove_all(path);
  std::filesystem::create_directories(path);
  return path;
}

}  // namespace compendium::tests
