// SPDX-License-Identifier: Apache-2.0
#include "cli/as_of.h"

#include <gtest/gtest.h>

#include "absl/strings/match.h"
#include "cli/exit_code.h"
#include "compendium/reporting/v1/reporting_service.pb.h"

namespace compendium {
namespace {

TEST(AsOfOption, WrongTextIsAWrongCommandLine) {
  const absl::Status problem = ReadAsOf("yesterday", "--from").status();

  EXPECT_EQ(ExitCodeOf(problem), ExitCode::kUsage);
  EXPECT_TRUE(absl::StartsWith(problem.message(), "--from: got yesterday, "));
}

TEST(AsOfOption, RequestTakesEither) {
  reporting::v1::GetCoverageRequest request;

  ASSERT_TRUE(SetAsOf("", request).ok());
  EXPECT_EQ(request.as_of_case(), request.AS_OF_NOT_SET);
  ASSERT_TRUE(SetAsOf("29", request).ok());
  EXPECT_EQ(request.as_of_revision(), 29);
  ASSERT_TRUE(SetAsOf("1970-01-01", request).ok());
  EXPECT_EQ(request.as_of_time().seconds(), 86399);
  EXPECT_EQ(request.as_of_time().nanos(), 999999999);
}

}  // namespace
}  // namespace compendium
