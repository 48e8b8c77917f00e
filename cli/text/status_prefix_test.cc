// SPDX-License-Identifier: Apache-2.0
#include "cli/text/status_prefix.h"

#include <gtest/gtest.h>

#include "absl/strings/cord.h"

namespace compendium {
namespace {

TEST(WithPrefix, CodeAndPayloadsStay) {
  absl::Status status = absl::AbortedError("etag");
  status.SetPayload("url", absl::Cord("detail"));

  const absl::Status prefixed = WithPrefix("rounds/2016", status);

  EXPECT_TRUE(absl::IsAborted(prefixed));
  EXPECT_EQ(prefixed.message(), "rounds/2016: etag");
  EXPECT_EQ(prefixed.GetPayload("url"), absl::Cord("detail"));
}

TEST(WithPrefix, OkStaysOk) {
  EXPECT_TRUE(WithPrefix("rounds/2016", absl::OkStatus()).ok());
}

}  // namespace
}  // namespace compendium
