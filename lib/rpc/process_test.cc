// SPDX-License-Identifier: Apache-2.0
#include "lib/rpc/process.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>

namespace compendium {
namespace {

TEST(Process, SignalsWaitUntilTheyAreAskedFor) {
  PrepareProcess();
  for (const int signal_number : {SIGTERM, SIGINT}) {
    ASSERT_EQ(kill(getpid(), signal_number), 0);

    EXPECT_EQ(WaitForSignal(), signal_number);
  }
}

TEST(Process, WriteToAClosedPipeIsAnError) {
  PrepareProcess();
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  ASSERT_EQ(close(ends[0]), 0);

  const ssize_t written = write(ends[1], "x", 1);

  EXPECT_EQ(written, -1);
  EXPECT_EQ(errno, EPIPE);
  close(ends[1]);
}

}  // namespace
}  // namespace compendium
