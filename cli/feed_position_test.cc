// SPDX-License-Identifier: Apache-2.0
#include "cli/feed_position.h"

#include <string>

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

using ::compendium::registry::v1::WatchRequest;
using ::compendium::registry::v1::WatchResponse;

WatchResponse FromText(const std::string& text) {
  WatchResponse message;
  CHECK(google::protobuf::TextFormat::ParseFromString(text, &message));
  return message;
}

WatchResponse SnapshotEnd(int count, const std::string& lines) {
  WatchResponse message;
  message.mutable_snapshot_end()->set_revision(9);
  message.mutable_snapshot_end()->set_record_count(count);
  message.mutable_snapshot_end()->set_sha256(base::Sha256({lines}));
  return message;
}

const char
    kPart[] =
        R"pb(snapshot_part {
               records { round { name: "rounds/2016" revision: 4 } }
             })pb";

TEST(FeedPosition, GoesOnAfterTheLastChange) {
  FeedPosition position({.after_revision = 5, .name_prefixes = {"rounds/"}});
  ASSERT_EQ(position.NextRequest().after_revision(), 5);

  EXPECT_TRUE(position.Apply(FromText("change { revision: 7 }")).ok());
  EXPECT_TRUE(position.Apply(FromText("progress { revision: 9 }")).ok());

  const WatchRequest request = position.NextRequest();
  EXPECT_EQ(request.after_revision(), 9);
  EXPECT_EQ(request.name_prefixes(0), "rounds/");
  EXPECT_EQ(request.progress_interval().seconds(), 10);
}

TEST(FeedPosition, RevisionsMustRise) {
  FeedPosition position({.after_revision = 5});

  EXPECT_TRUE(
      absl::IsDataLoss(position.Apply(FromText("change { revision: 5 }"))));
  EXPECT_TRUE(
      absl::IsDataLoss(position.Apply(FromText("progress { revision: 4 }"))));
  EXPECT_EQ(position.revision(), 5);
}

TEST(FeedPosition, ABrokenSnapshotBeginsAgain) {
  FeedPosition position({.snapshot = true});
  ASSERT_TRUE(position.NextRequest().has_snapshot());
  ASSERT_TRUE(position.Apply(FromText(kPart)).ok());

  EXPECT_TRUE(position.NextRequest().has_snapshot());
  ASSERT_TRUE(position.Apply(FromText(kPart)).ok());
  ASSERT_TRUE(position.Apply(SnapshotEnd(1, "rounds/2016 4\n")).ok());

  EXPECT_EQ(position.NextRequest().after_revision(), 9);
}

TEST(FeedPosition, AnIncompleteSnapshotIsNoticed) {
  for (const WatchResponse& end :
       {SnapshotEnd(2, "rounds/2016 4\n"), SnapshotEnd(1, "rounds/2016 3\n")}) {
    FeedPosition position({.snapshot = true});
    position.NextRequest();
    ASSERT_TRUE(position.Apply(FromText(kPart)).ok());

    EXPECT_TRUE(absl::IsDataLoss(position.Apply(end)));
  }
}

TEST(FeedPosition, AChangeInsideASnapshotIsWrong) {
  FeedPosition position({.snapshot = true});

  EXPECT_TRUE(
      absl::IsDataLoss(position.Apply(FromText("change { revision: 5 }"))));
}

}  // namespace
}  // namespace compendium
