// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/checkpoint/checkpointer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "lib/base/atomic_file.h"
#include "lib/base/sha256.h"
#include "services/reporting/limits.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class CheckpointerTest : public testing::Test {
 protected:
  CheckpointerTest()
      : path_(testing::TempDir() + "/checkpoint_" +
              testing::UnitTest::GetInstance()->current_test_info()->name()) {
    std::filesystem::remove_all(path_);
  }

  void Publish(int64_t revision) {
    Snapshot snapshot;
    snapshot.revision = revision;
    snapshot.store_id = "store";
    snapshot.hash = std::string(32, 'h');
    snapshot.commit_time = absl::UnixEpoch();
    snapshot.projections = ProjectionsOf({PutMechanism("midsa", "MIDSA")});
    publisher_.Publish(std::make_shared<const Snapshot>(std::move(snapshot)));
  }

  const std::string path_;
  base::RealClock clock_;
  Publisher publisher_{std::make_shared<const Snapshot>(), clock_};
};

TEST_F(CheckpointerTest, NoFileIsTheEmptySnapshot) {
  const auto snapshot = LoadCheckpoint(path_);

  ASSERT_TRUE(snapshot.ok());
  EXPECT_EQ(snapshot->revision, 0);
}

TEST_F(CheckpointerTest, SavedSnapshotIsLoaded) {
  Checkpointer checkpointer({.path = path_}, publisher_, clock_);
  Publish(5);

  ASSERT_TRUE(checkpointer.Save().ok());

  EXPECT_EQ(checkpointer.revision(), 5);
  const auto snapshot = LoadCheckpoint(path_);
  ASSERT_TRUE(snapshot.ok()) << snapshot.status();
  EXPECT_EQ(snapshot->revision, 5);
  EXPECT_EQ(snapshot->projections.directory.mechanisms.size(), 1);
}

TEST_F(CheckpointerTest, NothingIsWrittenWithoutChanges) {
  Publish(5);
  Checkpointer checkpointer({.path = path_, .saved_revision = 5}, publisher_,
                            clock_);

  ASSERT_TRUE(checkpointer.Save().ok());

  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(CheckpointerTest, StoppingSavesWhatWasPublishedLast) {
  Checkpointer checkpointer({.path = path_, .interval = absl::Hours(1)},
                            publisher_, clock_);
  checkpointer.Start();
  Publish(9);

  checkpointer.Stop();

  EXPECT_EQ(checkpointer.revision(), 9);
  EXPECT_EQ(LoadCheckpoint(path_)->revision, 9);
}

TEST_F(CheckpointerTest, ThreadSavesWhenTheIntervalHasPassed) {
  base::FakeClock clock(absl::UnixEpoch());  // passes as fast as it is waited
  Checkpointer checkpointer({.path = path_}, publisher_, clock);
  Publish(2);
  checkpointer.Start();

  while (checkpointer.revision() < 2) std::this_thread::yield();

  EXPECT_EQ(LoadCheckpoint(path_)->revision, 2);
}

TEST_F(CheckpointerTest, DamagedFileIsRefusedWithAdvice) {
  ASSERT_TRUE(base::WriteFileAtomically(path_, "not a checkpoint").ok());

  const auto snapshot = LoadCheckpoint(path_);

  EXPECT_EQ(snapshot.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(snapshot.status().message()),
              HasSubstr("remove the file"));
  EXPECT_TRUE(std::filesystem::exists(path_));
}

// Writes a file that differs from a good one in its state_version, as a
// release with another one would have left it.
void WriteOtherVersion(const std::string& path, char state_version) {
  auto bytes = base::ReadFile(path, kCheckpointBytesMax);
  ASSERT_TRUE(bytes.ok()) << bytes.status();
  bytes->resize(bytes->size() - 32);
  (*bytes)[12] = state_version;
  *bytes += base::Sha256({*bytes});
  ASSERT_TRUE(base::WriteFileAtomically(path, *bytes).ok());
}

TEST_F(CheckpointerTest, OutdatedFileMeansARebuildFromRevisionOne) {
  Checkpointer checkpointer({.path = path_}, publisher_, clock_);
  Publish(5);
  ASSERT_TRUE(checkpointer.Save().ok());
  WriteOtherVersion(path_, kStateVersion - 1);

  const auto snapshot = LoadCheckpoint(path_);

  ASSERT_TRUE(snapshot.ok()) << snapshot.status();
  EXPECT_EQ(snapshot->revision, 0);
  EXPECT_TRUE(snapshot->store_id.empty());
}

TEST_F(CheckpointerTest, FileOfALaterReleaseIsRefusedWithoutBlamingTheDisk) {
  Checkpointer checkpointer({.path = path_}, publisher_, clock_);
  Publish(5);
  ASSERT_TRUE(checkpointer.Save().ok());
  WriteOtherVersion(path_, kStateVersion + 1);

  const auto snapshot = LoadCheckpoint(path_);

  EXPECT_EQ(snapshot.status().code(), absl::StatusCode::kUnimplemented);
  EXPECT_THAT(std::string(snapshot.status().message()),
              AllOf(HasSubstr("later release"), Not(HasSubstr("disk"))));
}

TEST_F(CheckpointerTest, ClockThatWasSetBackDoesNotEndCheckpoints) {
  base::FakeClock clock(absl::UnixEpoch() + absl::Hours(1000));
  Checkpointer checkpointer({.path = path_}, publisher_, clock);
  clock.Advance(-absl::Hours(900));
  Publish(2);
  checkpointer.Start();

  while (checkpointer.revision() < 2) std::this_thread::yield();

  // It did not wait for the time from which it was set back.
  EXPECT_LT(clock.Now(), absl::UnixEpoch() + absl::Hours(1000));
}

TEST_F(CheckpointerTest, FailedWriteLeavesTheRevisionAsItWas) {
  Checkpointer checkpointer({.path = "/no/such/folder/checkpoint"}, publisher_,
                            clock_);
  Publish(5);

  EXPECT_FALSE(checkpointer.Save().ok());
  EXPECT_EQ(checkpointer.revision(), 0);
}

}  // namespace
}  // namespace compendium::reporting
