// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/checkpoint/checkpoint_format.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/escaping.h"
#include "lib/base/sha256.h"
#include "services/reporting/limits.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

Snapshot SomeSnapshot() {
  Snapshot snapshot;
  snapshot.revision = 7;
  snapshot.store_id = "0123456789abcdef";
  snapshot.hash = std::string(32, 'h');
  snapshot.projections = ProjectionsOf(
      {PutMechanism("midsa", "MIDSA"), PutMechanism("rcm", "RCM"),
       PutRound("2016", "questions { id: '2C' asks_for_claims: true }"),
       PutQuestionnaire("midsa", "2016", R"pb(
         answers { question_id: "2C" state: ANSWER_STATE_ANSWERED text: "x" }
         claims { framework: "sdg" code: "5" }
         meetings {
           title: "A"
           date { edtf: "2016-05-04" }
         }
         participants { as_written: "Swaziland" country_code: "SWZ" }
         projects { title: "B" }
         publications { title: "C" }
       )pb")});
  return snapshot;
}

std::string Encoded(const Snapshot& snapshot) {
  const auto bytes = EncodeCheckpoint(snapshot);
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  return bytes.ok() ? *bytes : "";
}

absl::StatusCode CodeOf(absl::string_view bytes) {
  return DecodeCheckpoint(bytes).status().code();
}

// The same file with other content before its sum.
std::string WithSum(std::string body) { return body + base::Sha256({body}); }

TEST(CheckpointFormat, WhatWasWrittenIsRead) {
  const Snapshot snapshot = SomeSnapshot();

  const auto read = DecodeCheckpoint(Encoded(snapshot));

  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->revision, 7);
  EXPECT_EQ(read->store_id, snapshot.store_id);
  EXPECT_EQ(read->hash, snapshot.hash);
  EXPECT_EQ(Sha256Of(read->projections), Sha256Of(snapshot.projections));
  EXPECT_EQ(Encoded(*read), Encoded(snapshot));
}

TEST(CheckpointFormat, EmptySnapshotHasGoldenBytes) {
  Snapshot snapshot;
  snapshot.revision = 258;
  snapshot.store_id = "ab";
  snapshot.hash = std::string(32, '\x11');
  const std::string body = absl::HexStringToBytes(
      "434d5044434b5054"  // magic
      "02000000"          // version
      "05000000"          // state_version
      "020000006162"      // store_id
      "0201000000000000"  // revision, then hash
      "1111111111111111111111111111111111111111111111111111111111111111"
      "00"  // end; then the sum of no records
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

  EXPECT_EQ(absl::BytesToHexString(Encoded(snapshot)),
            absl::BytesToHexString(WithSum(body)));
}

TEST(CheckpointFormat, EveryFlippedByteIsDataLoss) {
  const std::string good = Encoded(SomeSnapshot());

  for (size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    ASSERT_EQ(CodeOf(bad), absl::StatusCode::kDataLoss) << "byte " << i;
  }
}

TEST(CheckpointFormat, EveryCutFileIsDataLossAlsoWithAFittingSum) {
  const std::string good = Encoded(SomeSnapshot());

  for (size_t size = 0; size < good.size(); ++size) {
    ASSERT_EQ(CodeOf(good.substr(0, size)), absl::StatusCode::kDataLoss);
    if (size == good.size() - 32) continue;  // that is the file itself
    ASSERT_EQ(CodeOf(WithSum(good.substr(0, size))),
              absl::StatusCode::kDataLoss);
  }
}

TEST(CheckpointFormat, BytesAfterTheEndAreDataLoss) {
  const std::string good = Encoded(SomeSnapshot());
  const std::string body = good.substr(0, good.size() - 32);

  EXPECT_EQ(CodeOf(WithSum(body + "x")), absl::StatusCode::kDataLoss);
}

// The file with another number where a version stands, and its sum.
std::string WithVersion(size_t position, char version) {
  std::string bytes = Encoded(SomeSnapshot());
  bytes.resize(bytes.size() - 32);
  bytes[position] = version;
  return WithSum(bytes);
}

constexpr size_t kVersionPosition = 8;
constexpr size_t kStateVersionPosition = 12;

TEST(CheckpointFormat, LaterVersionIsNotGuessedAt) {
  EXPECT_EQ(CodeOf(WithVersion(kVersionPosition, 3)),
            absl::StatusCode::kUnimplemented);
  EXPECT_EQ(CodeOf(WithVersion(kStateVersionPosition, kStateVersion + 1)),
            absl::StatusCode::kUnimplemented);
}

TEST(CheckpointFormat, OlderVersionIsNotTakenForComplete) {
  EXPECT_EQ(CodeOf(WithVersion(kVersionPosition, 1)),
            absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(CodeOf(WithVersion(kStateVersionPosition, kStateVersion - 1)),
            absl::StatusCode::kFailedPrecondition);
}

TEST(CheckpointFormat, WhatCouldNotBeReadIsNotWritten) {
  Snapshot no_store = SomeSnapshot(), long_store = SomeSnapshot(),
           no_hash = SomeSnapshot(), no_revision = SomeSnapshot(),
           large = SomeSnapshot();
  no_store.store_id = "";
  long_store.store_id = std::string(65, 'a');
  no_hash.hash = "";
  no_revision.revision = 0;
  large.projections = ProjectionsOf(
      {PutMechanism("midsa", std::string(kCheckpointRecordBytesMax, 'a'))});

  for (const Snapshot* snapshot :
       {&no_store, &long_store, &no_hash, &no_revision})
    EXPECT_EQ(EncodeCheckpoint(*snapshot).status().code(),
              absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(EncodeCheckpoint(large).status().code(),
            absl::StatusCode::kResourceExhausted);
}

}  // namespace
}  // namespace compendium::reporting
