// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/past/history_reader.h"

#include <gtest/gtest.h>

#include <future>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "services/reporting/projection/try_later.h"
#include "services/reporting/subscription/fake_change_source.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

registry::v1::Change ChangeAt(int64_t revision) {
  return MakeChange(revision,
                    {PutMechanism("m", absl::StrCat("Name ", revision))});
}

// What was read: the revisions, and the reason of the error if there was one.
// Not a status, as in past_reader_test.cc.
struct Answer {
  std::vector<int64_t> revisions;
  std::string reason;
};

class HistoryReaderTest : public testing::Test {
 protected:
  HistoryReaderTest() {
    for (int64_t revision = 1; revision <= 20; ++revision)
      source_.Append(ChangeAt(revision));
    reader_.Start();
  }

  // The snapshot of the revision, of this history.
  SnapshotLink At(int64_t revision) {
    Snapshot snapshot;
    snapshot.store_id = source_.Open(0)->store_id;
    SnapshotLink link = std::make_shared<const Snapshot>(std::move(snapshot));
    for (int64_t i = 1; i <= revision; ++i)
      link = *Advance(*link, ChangeAt(i), absl::UnixEpoch());
    return link;
  }

  Answer Read(SnapshotLink from, SnapshotLink to,
              absl::Time deadline = absl::InfiniteFuture(),
              int64_t stop_at = 0) {
    Answer answer;
    std::promise<void> done;
    reader_.Read({.from = std::move(from),
                  .to = std::move(to),
                  .deadline = deadline,
                  .visit =
                      [&](const registry::v1::Change& change) {
                        answer.revisions.push_back(change.revision());
                        return change.revision() == stop_at
                                   ? TryLater("STOPPED", "by the test")
                                   : absl::OkStatus();
                      },
                  .done =
                      [&](const absl::Status& status) {
                        answer.reason = ReasonOf(status);
                        done.set_value();
                      }});
    done.get_future().wait();
    return answer;
  }

  FakeChangeSource source_;
  base::FakeClock clock_{absl::UnixEpoch()};
  HistoryReader reader_{source_, clock_};
};

TEST_F(HistoryReaderTest, EachChangeBetweenComesOnceInOrder) {
  EXPECT_EQ(Read(At(3), At(6)).revisions, (std::vector<int64_t>{4, 5, 6}));
  EXPECT_EQ(Read(At(0), At(2)).revisions, (std::vector<int64_t>{1, 2}));
  EXPECT_EQ(Read(At(19), At(20)).revisions, (std::vector<int64_t>{20}));
  EXPECT_EQ(Read(At(5), At(5)).revisions, std::vector<int64_t>());
}

TEST_F(HistoryReaderTest, ReadingEndsWithTheFirstError) {
  const Answer answer = Read(At(3), At(9), absl::InfiniteFuture(), 5);

  EXPECT_EQ(answer.revisions, (std::vector<int64_t>{4, 5}));
  EXPECT_EQ(answer.reason, "STOPPED");
}

TEST_F(HistoryReaderTest, AnotherHistoryIsNotTakenForOurs) {
  Snapshot other = *At(6);
  other.hash = std::string(32, 'x');

  EXPECT_EQ(Read(At(3), std::make_shared<const Snapshot>(other)).reason,
            "HISTORY_DIFFERS");
  EXPECT_EQ(Read(std::make_shared<const Snapshot>(other), At(9)).reason,
            "HISTORY_DIFFERS");
  Snapshot elsewhere = *At(6);
  elsewhere.store_id = "other";
  EXPECT_EQ(Read(At(3), std::make_shared<const Snapshot>(elsewhere)).reason,
            "HISTORY_DIFFERS");
}

TEST_F(HistoryReaderTest, DeadlineAndRegistryEndTheReading) {
  EXPECT_EQ(Read(At(3), At(9), absl::InfinitePast()).reason,
            "DEADLINE_TOO_SHORT");
  const SnapshotLink from = At(3);
  const SnapshotLink to = At(9);
  source_.BreakAfter(2);
  EXPECT_EQ(Read(from, to).reason, "REGISTRY_UNREACHABLE");
  EXPECT_EQ(Read(from, to).reason, "");
}

TEST_F(HistoryReaderTest, NothingIsReadAfterStop) {
  const SnapshotLink from = At(3);
  const SnapshotLink to = At(9);
  reader_.Stop();

  EXPECT_EQ(Read(from, to).reason, "DRAINING");
}

}  // namespace
}  // namespace compendium::reporting
