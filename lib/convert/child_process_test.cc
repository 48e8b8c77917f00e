// SPDX-License-Identifier: Apache-2.0
#include "lib/convert/child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/atomic_file.h"
#include "lib/convert/limits.h"

namespace compendium {
namespace {

using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

ChildCommand Shell(const std::string& script) {
  return {.arguments = {"/bin/sh", "-c", script},
          .environment = {"PATH=/usr/bin"},
          .input = "",
          .timeout = absl::Seconds(60),
          .output_bytes_max = 1 << 20};
}

// Whether the process ends, or has: a killed one is told so at once and dies
// when it next gets a processor. Whoever inherits orphans here may let them lie
// as zombies.
bool Ends(int pid) {
  for (int i = 0; i < 10'000; ++i) {
    const auto stat =
        base::ReadFile(absl::StrCat("/proc/", pid, "/stat"), 1 << 16);
    if (!stat.ok() || absl::StrContains(*stat, ") Z ")) return true;
    absl::SleepFor(absl::Milliseconds(1));
  }
  return false;
}

TEST(RunChild, GivesInputAndBothOutputs) {
  base::RealClock clock;
  ChildCommand command = Shell("cat; echo problem >&2; exit 3");
  command.input = "seven mechanisms";

  const auto result = RunChild(command, clock);

  ASSERT_TRUE(result.ok()) << result.status();
  EXPECT_EQ(result->output, "seven mechanisms");
  EXPECT_EQ(result->error, "problem\n");
  EXPECT_EQ(result->exit_status, 3);
}

TEST(RunChild, PassesMoreThanAPipeHolds) {
  base::RealClock clock;
  const std::string input(5'000'000, 'x');
  ChildCommand command = Shell("cat");
  command.input = input;
  command.output_bytes_max = input.size();

  const auto result = RunChild(command, clock);

  ASSERT_TRUE(result.ok()) << result.status();
  EXPECT_TRUE(result->output == input);
}

TEST(RunChild, LeavesInputThatNobodyReads) {
  base::RealClock clock;
  const std::string input(5'000'000, 'x');
  ChildCommand command = Shell("exec 0<&-; echo done");
  command.input = input;

  const auto result = RunChild(command, clock);

  ASSERT_TRUE(result.ok()) << result.status();
  EXPECT_EQ(result->output, "done\n");
}

TEST(RunChild, ReportsTheSignalThatEndedIt) {
  base::RealClock clock;

  const auto result = RunChild(Shell("kill -TERM $$"), clock);

  ASSERT_TRUE(result.ok()) << result.status();
  EXPECT_EQ(result->exit_status, 128 + SIGTERM);
}

TEST(RunChild, NamesAProgramThatDoesNotExist) {
  base::RealClock clock;
  ChildCommand command = Shell("");
  command.arguments = {"/usr/bin/no-such-program"};

  const auto result = RunChild(command, clock);

  EXPECT_EQ(result.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(result.status().message()),
              HasSubstr("/usr/bin/no-such-program"));
}

TEST(RunChild, InheritsNeitherEnvironmentNorFiles) {
  base::RealClock clock;
  const int open_file = open("/dev/null", O_RDONLY);  // no close-on-exec
  ASSERT_GE(open_file, 3);

  const auto result =
      RunChild(Shell("echo \"[$HOME]\"; ls /proc/self/fd | wc -l; pwd"), clock);

  close(open_file);
  ASSERT_TRUE(result.ok()) << result.status();
  // Three, and the one with which ls lists them.
  EXPECT_THAT(result->output, StartsWith("[]\n4\n/\n"));
}

TEST(RunChild, EndsWhatTakesTooLongWithAllItStarted) {
  base::RealClock clock;
  const std::string log = testing::TempDir() + "/child_pid";
  ChildCommand command = Shell("sleep 1000 & echo $! >" + log + "; wait");
  command.timeout = absl::Milliseconds(300);

  const auto result = RunChild(command, clock);

  EXPECT_EQ(result.status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_THAT(std::string(result.status().message()),
              HasSubstr("no end within 300ms"));
  const auto pid = RunChild(Shell("cat " + log), clock);
  int number = 0;
  ASSERT_TRUE(pid.ok() && absl::SimpleAtoi(pid->output, &number));
  EXPECT_TRUE(Ends(number));
}

TEST(RunChild, DoesNotWaitForWhatAnEndedChildLeftBehind) {
  base::RealClock clock;

  const auto result = RunChild(Shell("sleep 1000 & echo $!"), clock);

  ASSERT_TRUE(result.ok()) << result.status();
  int number = 0;
  ASSERT_TRUE(absl::SimpleAtoi(result->output, &number));
  EXPECT_TRUE(Ends(number));
}

TEST(RunChild, WaitsForAChildThatClosedItsOutput) {
  base::RealClock clock;

  const auto result =
      RunChild(Shell("exec 1>&- 2>&-; sleep 0.2; exit 5"), clock);

  ASSERT_TRUE(result.ok()) << result.status();
  EXPECT_EQ(result->exit_status, 5);
}

TEST(RunChild, StopsEndlessOutput) {
  base::RealClock clock;
  ChildCommand command = Shell("exec yes");
  command.output_bytes_max = 1'000'000;

  const auto result = RunChild(command, clock);

  EXPECT_EQ(result.status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_THAT(std::string(result.status().message()),
              HasSubstr("more than 1000000 bytes"));
}

TEST(RunChild, KeepsTheBeginningOfManyErrors) {
  base::RealClock clock;

  const auto result = RunChild(
      Shell("echo first >&2; head -c 1000000 /dev/zero | tr '\\0' e >&2"),
      clock);

  ASSERT_TRUE(result.ok()) << result.status();
  EXPECT_THAT(result->error, StartsWith("first\n"));
  EXPECT_THAT(result->error, SizeIs(kChildErrorBytesMax));
}

}  // namespace
}  // namespace compendium
