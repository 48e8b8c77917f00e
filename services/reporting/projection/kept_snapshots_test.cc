// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/kept_snapshots.h"

#include <gtest/gtest.h>

namespace compendium::reporting {
namespace {

// A snapshot that was committed so many seconds after 1970.
SnapshotLink At(int64_t revision, int64_t second) {
  return std::make_shared<const Snapshot>(
      Snapshot{.revision = revision,
               .store_id = "store",
               .hash = "",
               .projections = {},
               .commit_time = absl::FromUnixSeconds(second),
               .apply_time = absl::InfinitePast()});
}

TEST(KeptSnapshots, OfNothingThereIsTheEmptyState) {
  const KeptSnapshots kept(2);

  EXPECT_EQ(kept.Before(7)->revision, 0);
  EXPECT_EQ(kept.Before(absl::InfiniteFuture())->revision, 0);
}

TEST(KeptSnapshots, AllAreKeptWhileTheyAreFew) {
  KeptSnapshots kept(4);
  for (int revision = 1; revision <= 4; ++revision)
    kept.Offer(At(revision, revision));

  EXPECT_EQ(kept.step(), 1);
  for (int revision = 0; revision <= 4; ++revision)
    EXPECT_EQ(kept.Before(revision)->revision, revision);
  EXPECT_EQ(kept.Before(99)->revision, 4);
}

TEST(KeptSnapshots, TheNearestIsNeverFartherThanAStep) {
  KeptSnapshots kept(8);
  for (int revision = 1; revision <= 1000; ++revision)
    kept.Offer(At(revision, revision));

  EXPECT_EQ(kept.step(), 128);
  for (int revision = 0; revision <= 1000; ++revision)
    EXPECT_EQ(kept.Before(revision)->revision, revision / 128 * 128);
}

TEST(KeptSnapshots, GapIsFilledLater) {
  KeptSnapshots kept(8);
  for (int revision = 500; revision <= 600; ++revision)
    kept.Offer(At(revision, revision));
  EXPECT_EQ(kept.Before(499)->revision, 0);

  for (int revision = 1; revision <= 600; ++revision)
    kept.Offer(At(revision, revision));

  EXPECT_EQ(kept.step(), 128);
  EXPECT_EQ(kept.Before(499)->revision, 384);
}

TEST(KeptSnapshots, RevisionsOfOneTimeAreOneMoment) {
  KeptSnapshots kept(8);
  kept.Offer(At(1, 10));
  kept.Offer(At(2, 20));
  kept.Offer(At(3, 20));
  kept.Offer(At(4, 30));

  EXPECT_EQ(kept.Before(absl::FromUnixSeconds(9))->revision, 0);
  EXPECT_EQ(kept.Before(absl::FromUnixSeconds(10))->revision, 1);
  EXPECT_EQ(kept.Before(absl::FromUnixSeconds(20))->revision, 3);
  EXPECT_EQ(kept.Before(absl::FromUnixSeconds(29))->revision, 3);
  EXPECT_EQ(kept.Before(absl::FromUnixSeconds(31))->revision, 4);
}

}  // namespace
}  // namespace compendium::reporting
