// SPDX-License-Identifier: Apache-2.0
#include "cli/exit_code.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(ExitCode, SaysWhoseFaultItIs) {
  EXPECT_EQ(ExitCodeOf(absl::OkStatus()), ExitCode::kOk);
  EXPECT_EQ(ExitCodeOf(absl::UnavailableError("x")), ExitCode::kUnreachable);
  EXPECT_EQ(ExitCodeOf(absl::DeadlineExceededError("x")),
            ExitCode::kUnreachable);
  for (const absl::Status& status :
       {absl::InvalidArgumentError("x"), absl::NotFoundError("x"),
        absl::AbortedError("x"), absl::FailedPreconditionError("x"),
        absl::OutOfRangeError("x"), absl::DataLossError("x"),
        absl::InternalError("x"), absl::UnimplementedError("x")})
    EXPECT_EQ(ExitCodeOf(status), ExitCode::kRefused) << status;
}

TEST(ExitCode, AMarkComesFirst) {
  const absl::Status status = absl::InvalidArgumentError("x");

  EXPECT_EQ(ExitCodeOf(BadInput(status)), ExitCode::kBadInput);
  EXPECT_EQ(ExitCodeOf(BadUsage(status)), ExitCode::kUsage);
  EXPECT_EQ(ExitCodeOf(BadOutput(status)), ExitCode::kNegative);
  EXPECT_EQ(BadInput(status).message(), "x");
}

}  // namespace
}  // namespace compendium
