// SPDX-License-Identifier: Apache-2.0
// Each validator must accept a good stream and catch what it is there for.
#include "tests/conformance/feed_validators.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"
#include "services/registry/record_wire.h"

namespace compendium::tests {
namespace {

using Kind = DeliveredMessage::Kind;

// Odd revisions change mechanism m, even ones round r; the fourth both.
TrueLog Log() {
  return {{1, {"mechanisms/m"}},
          {2, {"rounds/r"}},
          {3, {"mechanisms/m"}},
          {4, {"rounds/r", "mechanisms/m"}}};
}

DeliveredMessage Change(int64_t revision) {
  DeliveredMessage message{.kind = Kind::kChange, .revision = revision};
  const TrueLog log = Log();
  for (const std::string& name : log[static_cast<size_t>(revision - 1)].names)
    message.records.push_back({name, revision});
  return message;
}

DeliveredMessage Progress(int64_t revision) {
  return {.kind = Kind::kProgress, .revision = revision};
}

DeliveredStream Stream(int64_t after_revision,
                       std::vector<DeliveredMessage> messages,
                       std::vector<std::string> name_prefixes = {}) {
  return {.after_revision = after_revision,
          .name_prefixes = std::move(name_prefixes),
          .messages = std::move(messages)};
}

// A snapshot of revision 2 in two parts, and the changes after it.
DeliveredStream Snapshot() {
  DeliveredStream stream;
  stream.messages = {
      {.kind = Kind::kSnapshotPart, .records = {{"mechanisms/m", 1}}},
      {.kind = Kind::kSnapshotPart, .records = {{"rounds/r", 2}}},
      {.kind = Kind::kSnapshotEnd,
       .revision = 2,
       .record_count = 2,
       .sha256 = base::Sha256({"mechanisms/m 1\nrounds/r 2\n"})},
      Change(3),
      Change(4)};
  return stream;
}

TEST(CheckFeed, AcceptsWhatKeepsAllPromises) {
  EXPECT_EQ(CheckFeed({}, Log()), absl::OkStatus());
  EXPECT_EQ(CheckFeed({Stream(0, {})}, Log()), absl::OkStatus());
  EXPECT_EQ(CheckFeed({Stream(0, {Change(1), Progress(1), Change(2), Change(3),
                                  Change(4), Progress(4), Progress(4)})},
                      Log()),
            absl::OkStatus());
  EXPECT_EQ(
      CheckFeed({Stream(1, {Change(2), Progress(3), Change(4)}, {"rounds/"})},
                Log()),
      absl::OkStatus());
  EXPECT_EQ(CheckFeed({Snapshot()}, Log()), absl::OkStatus());
  EXPECT_EQ(
      CheckFeed({Stream(0, {Change(1), Change(2)}), Stream(2, {Change(3)}),
                 Stream(3, {}), Stream(3, {Change(4)})},
                Log()),
      absl::OkStatus());
}

TEST(CheckOrdered, CatchesARevisionThatGoesBack) {
  EXPECT_NE(CheckOrdered(Stream(0, {Change(2), Change(1)})), absl::OkStatus());
}

TEST(CheckOrdered, CatchesAChangeThatWasBeforeTheStart) {
  EXPECT_NE(CheckOrdered(Stream(2, {Change(2)})), absl::OkStatus());
  EXPECT_NE(CheckOrdered(Stream(2, {Change(1)})), absl::OkStatus());
}

TEST(CheckUnique, CatchesARevisionThatComesTwice) {
  EXPECT_NE(CheckUnique(Stream(0, {Change(1), Change(1)})), absl::OkStatus());
}

TEST(CheckAtomic, CatchesASplitRevision) {
  DeliveredMessage half = Change(4);
  half.records.pop_back();

  EXPECT_NE(CheckAtomic(Stream(3, {half}), Log()), absl::OkStatus());
}

TEST(CheckAtomic, CatchesARecordOfAnotherRevision) {
  DeliveredMessage mixed = Change(4);
  mixed.records[1].revision = 3;

  EXPECT_NE(CheckAtomic(Stream(3, {mixed}), Log()), absl::OkStatus());
}

TEST(CheckAtomic, CatchesARevisionThatIsNotInTheLog) {
  DeliveredMessage invented = Change(4);
  invented.revision = 5;

  EXPECT_NE(CheckAtomic(Stream(4, {invented}), Log()), absl::OkStatus());
}

TEST(CheckReliable, CatchesAGap) {
  EXPECT_NE(CheckReliable(Stream(0, {Change(1), Change(3)}), Log()),
            absl::OkStatus());
  EXPECT_NE(CheckReliable(Stream(0, {Change(2)}), Log()), absl::OkStatus());
  EXPECT_NE(CheckReliable(Stream(0, {Change(4)}, {"rounds/"}), Log()),
            absl::OkStatus());
}

TEST(CheckReliable, CatchesWhatTheFilterLeavesOut) {
  EXPECT_NE(
      CheckReliable(Stream(0, {Change(1), Change(2)}, {"rounds/"}), Log()),
      absl::OkStatus());
}

TEST(CheckBookmarkable, CatchesProgressThatComesTooEarly) {
  EXPECT_NE(CheckBookmarkable(Stream(0, {Progress(1)}), Log()),
            absl::OkStatus());
  EXPECT_NE(
      CheckBookmarkable(Stream(0, {Change(1), Progress(2), Change(2)}), Log()),
      absl::OkStatus());
}

TEST(CheckBookmarkable, CatchesProgressThatGoesBackOrBeyondTheLog) {
  EXPECT_NE(
      CheckBookmarkable(
          Stream(0, {Change(1), Change(2), Progress(2), Progress(1)}), Log()),
      absl::OkStatus());
  EXPECT_NE(CheckBookmarkable(Stream(4, {Progress(5)}), Log()),
            absl::OkStatus());
}

TEST(CheckResumable, CatchesLossAndRepetitionBetweenStreams) {
  EXPECT_NE(
      CheckResumable({Stream(0, {Change(1)}), Stream(1, {Change(3)})}, Log()),
      absl::OkStatus());
  EXPECT_NE(
      CheckResumable(
          {Stream(0, {Change(1), Change(2)}), Stream(1, {Change(2)})}, Log()),
      absl::OkStatus());
  EXPECT_NE(
      CheckResumable({Stream(0, {Change(1)}), Stream(1, {Change(1)})}, Log()),
      absl::OkStatus());
}

TEST(CheckSnapshot, CatchesWhatIsMissingDoubledOrStale) {
  DeliveredStream missing = Snapshot();
  missing.messages.erase(missing.messages.begin());
  DeliveredStream doubled = Snapshot();
  doubled.messages.insert(doubled.messages.begin(), doubled.messages[0]);
  DeliveredStream stale = Snapshot();
  stale.messages[2].revision = 3;

  for (const DeliveredStream& stream : {missing, doubled, stale})
    EXPECT_NE(CheckSnapshot(stream, Log()), absl::OkStatus());
}

TEST(CheckSnapshot, CatchesAWrongCountOrChecksum) {
  DeliveredStream miscounted = Snapshot();
  miscounted.messages[2].record_count = 3;
  DeliveredStream damaged = Snapshot();
  damaged.messages[2].sha256[0] ^= 1;

  EXPECT_NE(CheckSnapshot(miscounted, Log()), absl::OkStatus());
  EXPECT_NE(CheckSnapshot(damaged, Log()), absl::OkStatus());
}

TEST(CheckSnapshot, CatchesASeam) {
  DeliveredStream early = Snapshot();
  std::swap(early.messages[1], early.messages[3]);
  DeliveredStream repeated = Snapshot();
  repeated.messages[3] = Change(2);
  DeliveredStream lost = Snapshot();
  lost.messages.erase(lost.messages.begin() + 3);

  EXPECT_NE(CheckSnapshot(early, Log()), absl::OkStatus());
  EXPECT_NE(CheckFeed({repeated}, Log()), absl::OkStatus());
  EXPECT_NE(CheckFeed({lost}, Log()), absl::OkStatus());
}

TEST(ResumePoint, IsTheLastThatTheReaderHeardOf) {
  DeliveredStream cut = Snapshot();
  cut.messages.resize(2);
  EXPECT_EQ(ResumePoint(cut), std::nullopt);
  EXPECT_EQ(ResumePoint(Snapshot()), 4);
  EXPECT_EQ(ResumePoint(Stream(3, {})), 3);
  EXPECT_EQ(ResumePoint(Stream(2, {Change(3), Progress(4)})), 4);
}

TEST(DecodeWatchResponse, ReadsTheMarks) {
  const auto progress = DecodeWatchResponse(registry::EncodeWatchProgress(7));
  const auto end = DecodeWatchResponse(
      registry::EncodeWatchSnapshotEnd(7, 3, "digest", "hash"));

  EXPECT_EQ(progress->kind, Kind::kProgress);
  EXPECT_EQ(progress->revision, 7);
  EXPECT_EQ(end->kind, Kind::kSnapshotEnd);
  EXPECT_EQ(end->record_count, 3);
  EXPECT_EQ(end->sha256, "digest");
}

TEST(DecodeWatchResponse, RefusesOtherBytes) {
  for (const char* bytes : {"", "x", "\x2a\x01x", "\x1a\x01x", "\x08\x01"})
    EXPECT_FALSE(DecodeWatchResponse(bytes).ok()) << bytes;
}

}  // namespace
}  // namespace compendium::tests
