// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/snapshot.h"

#include <gtest/gtest.h>

#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

TEST(Snapshot, NextChangeGivesTheNextRevision) {
  Snapshot first;
  first.store_id = "store";

  const auto change = MakeChange(1, {PutMechanism("midsa", "MIDSA")});
  const auto next = Advance(first, change, absl::UnixEpoch());

  ASSERT_TRUE(next.ok());
  EXPECT_EQ((*next)->revision, 1);
  EXPECT_EQ((*next)->store_id, "store");
  EXPECT_EQ((*next)->hash, change.hash());
  EXPECT_EQ((*next)->apply_time, absl::UnixEpoch());
  EXPECT_EQ((*next)->projections.directory.mechanisms.size(), 1);
  EXPECT_TRUE(first.projections.directory.mechanisms.empty());
}

TEST(Snapshot, GapOrRepeatIsDataLoss) {
  const Snapshot first;

  for (const int64_t revision : {0, 2})
    EXPECT_EQ(Advance(first, MakeChange(revision, {}), absl::UnixEpoch())
                  .status()
                  .code(),
              absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace compendium::reporting
