// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/publisher.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "lib/request/error_details.h"
#include "services/reporting/limits.h"

namespace compendium::reporting {
namespace {

SnapshotLink AtRevision(int64_t revision) {
  Snapshot snapshot;
  snapshot.revision = revision;
  return std::make_shared<const Snapshot>(std::move(snapshot));
}

// What a waiter got; waits for it.
class Outcome {
 public:
  Publisher::Callback Callback() {
    return [this](absl::StatusOr<SnapshotLink> snapshot) {
      base::MutexLock lock(mu_);
      ++count_;
      result_ = std::move(snapshot);
      wake_.NotifyAll();
    };
  }

  absl::StatusOr<SnapshotLink> Wait() {
    base::MutexLock lock(mu_);
    while (count_ == 0) wake_.Wait(mu_);
    EXPECT_EQ(count_, 1);
    return result_;
  }

  bool called() {
    base::MutexLock lock(mu_);
    return count_ > 0;
  }

 private:
  base::Mutex mu_;
  base::CondVar wake_;
  int count_ ABSL_GUARDED_BY(mu_) = 0;
  absl::StatusOr<SnapshotLink> result_ ABSL_GUARDED_BY(mu_);
};

class PublisherTest : public testing::Test {
 protected:
  base::RealClock clock_;
  Outcome outcome_;
  Publisher publisher_{AtRevision(3), clock_};
};

TEST_F(PublisherTest, RevisionThatIsThereIsGivenAtOnce) {
  publisher_.Await(3, absl::InfinitePast(), outcome_.Callback());

  ASSERT_TRUE(outcome_.called());
  EXPECT_EQ((*outcome_.Wait())->revision, 3);
}

TEST_F(PublisherTest, WaiterGetsTheFirstSnapshotThatReachesItsRevision) {
  publisher_.Start();
  publisher_.Await(5, clock_.Now() + absl::Hours(1), outcome_.Callback());
  publisher_.Publish(AtRevision(4));
  EXPECT_FALSE(outcome_.called());

  publisher_.Publish(AtRevision(5));

  const auto snapshot = outcome_.Wait();
  ASSERT_TRUE(snapshot.ok());
  EXPECT_GE((*snapshot)->revision, 5);
}

TEST_F(PublisherTest, WaiterWhoseTimeIsUpIsToldHowFarItIs) {
  base::FakeClock clock(absl::UnixEpoch());
  Publisher publisher(AtRevision(3), clock);
  publisher.Start();

  publisher.Await(4, clock.Now() + absl::Seconds(30), outcome_.Callback());

  const auto snapshot = outcome_.Wait();
  EXPECT_EQ(snapshot.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(ReasonOf(snapshot.status()), "REVISION_NOT_REACHED");
  EXPECT_GE(clock.Now(), absl::UnixEpoch() + absl::Seconds(30));
}

TEST_F(PublisherTest, StoppingCompletesWaitersAndRefusesNewOnes) {
  Outcome late;
  publisher_.Start();
  publisher_.Await(4, absl::InfiniteFuture(), outcome_.Callback());

  publisher_.Stop();
  publisher_.Await(4, absl::InfiniteFuture(), late.Callback());

  EXPECT_EQ(ReasonOf(outcome_.Wait().status()), "DRAINING");
  EXPECT_EQ(ReasonOf(late.Wait().status()), "DRAINING");
}

TEST_F(PublisherTest, MoreWaitersThanTheLimitAreRefused) {
  publisher_.Start();
  for (size_t i = 0; i < kWaitersMax; ++i)
    publisher_.Await(4, clock_.Now() + absl::Hours(1),
                     [](const absl::StatusOr<SnapshotLink>&) {});

  publisher_.Await(4, clock_.Now() + absl::Hours(1), outcome_.Callback());

  EXPECT_EQ(outcome_.Wait().status().code(),
            absl::StatusCode::kResourceExhausted);
}

TEST_F(PublisherTest, ForgottenWaiterIsNotCalledAndItsPlaceIsFree) {
  std::vector<Publisher::Ticket> tickets;
  for (size_t i = 0; i < kWaitersMax; ++i)
    tickets.push_back(publisher_.Await(
        4, clock_.Now() + absl::Hours(1),
        [](const absl::StatusOr<SnapshotLink>&) { FAIL() << "called"; }));

  for (const Publisher::Ticket ticket : tickets)
    EXPECT_TRUE(publisher_.Forget(ticket));
  const auto ticket =
      publisher_.Await(4, clock_.Now() + absl::Hours(1), outcome_.Callback());
  publisher_.Start();
  publisher_.Publish(AtRevision(4));

  EXPECT_TRUE(outcome_.Wait().ok());
  EXPECT_FALSE(publisher_.Forget(ticket));
  EXPECT_FALSE(publisher_.Forget(tickets[0]));
}

TEST_F(PublisherTest, ReaderKeepsItsSnapshot) {
  const SnapshotLink held = publisher_.current();

  publisher_.Publish(AtRevision(4));

  EXPECT_EQ(held->revision, 3);
  EXPECT_EQ(publisher_.current()->revision, 4);
}

}  // namespace
}  // namespace compendium::reporting
