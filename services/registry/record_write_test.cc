// SPDX-License-Identifier: Apache-2.0
#include "services/registry/record_write.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/request/error_details.h"
#include "services/registry/limits.h"
#include "tests/support/forwarding_store.h"
#include "tests/support/outcome.h"
#include "tests/support/registry_heart.h"

namespace compendium::registry {
namespace {

constexpr char kName[] = "mechanisms/midsa";

// Shows the version before the latest for a while: what a writer sees when
// others are always faster.
class LateStore final : public tests::ForwardingStore {
 public:
  LateStore(Store& store, int late_reads)
      : ForwardingStore(store), late_reads_(late_reads) {}

  absl::StatusOr<RecordVersion> Get(absl::string_view name,
                                    int64_t at_revision) const override {
    ++reads_;
    const bool is_late = reads_ <= late_reads_;
    return ForwardingStore::Get(name, is_late ? at_revision - 1 : at_revision);
  }

  int reads() const { return reads_; }

 private:
  const int late_reads_;
  mutable int reads_ = 0;
};

class RecordWriteTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(heart_.CreateMechanism(kName).ok());
    v1::Mechanism change;
    change.set_acronym("first");
    ASSERT_TRUE(heart_.Update(kName, change).ok());
  }

  tests::RegistryHeart::Answer Write(const Store& store,
                                     std::optional<int64_t> wanted_revision) {
    tests::Outcome<tests::RegistryHeart::Answer> outcome;
    std::make_shared<RecordWrite>(
        store, heart_.queue, line_,
        RecordWrite::Options{.name = kName,
                             .kind = ChangeKind::kUpdated,
                             .wanted_revision = wanted_revision,
                             .preconditions = {},
                             .make_value = [](const RecordVersion& version)
                                 -> absl::StatusOr<std::string> {
                               return absl::StrCat(version.value.view(), "+");
                             },
                             .bytes = 0,
                             .context = tests::RegistryHeart::By("test"),
                             .done = outcome.Done()})
        ->Start();
    return outcome.Wait();
  }

  // Before the heart, whose end answers what is in it.
  WriteLine line_;
  tests::RegistryHeart heart_;
};

TEST_F(RecordWriteTest, IsMadeAgainOnTheVersionThatCameBetween) {
  const LateStore store(heart_.store, 3);

  const auto answer = Write(store, std::nullopt);

  ASSERT_TRUE(answer.ok()) << answer.status();
  EXPECT_EQ(store.reads(), 4);
  EXPECT_EQ(heart_.store.Get(kName, 3)->value,
            absl::StrCat(heart_.store.Get(kName, 2)->value.view(), "+"));
}

TEST_F(RecordWriteTest, IsNotMadeAgainForAnEtag) {
  const LateStore store(heart_.store, 1);

  const auto answer = Write(store, 1);

  EXPECT_EQ(ReasonOf(answer.status()), "ETAG_MISMATCH");
  EXPECT_EQ(store.reads(), 1);
}

TEST_F(RecordWriteTest, AnEtagDecidesAlsoWhenADeletionCameBetween) {
  ASSERT_TRUE(heart_.Delete(kName).ok());
  const LateStore store(heart_.store, 1);

  const auto raced = Write(store, 2);
  const auto later = Write(store, 2);

  EXPECT_EQ(ReasonOf(raced.status()), "ETAG_MISMATCH");
  EXPECT_EQ(ReasonOf(later.status()), "ETAG_MISMATCH");
}

TEST_F(RecordWriteTest, GivesUpInTheEnd) {
  const LateStore store(heart_.store, 1'000'000);

  const auto answer = Write(store, std::nullopt);

  EXPECT_TRUE(absl::IsAborted(answer.status()));
  EXPECT_EQ(ReasonOf(answer.status()), "CONCURRENT_CHANGES");
  EXPECT_EQ(store.reads(), kWriteAttemptsMax);
}

// Keeps what it was asked to commit.
class WitnessStore final : public tests::ForwardingStore {
 public:
  using ForwardingStore::ForwardingStore;

  std::vector<absl::StatusOr<Committed>> Commit(
      absl::Span<const Transaction> transactions) override {
    asked_.insert(asked_.end(), transactions.begin(), transactions.end());
    return ForwardingStore::Commit(transactions);
  }

  // Once the answer has been given.
  const std::vector<Transaction>& asked() const { return asked_; }

 private:
  std::vector<Transaction> asked_;
};

TEST(RecordWriteOfAParent, ScansForChildrenBeforeItHoldsUpOtherWrites) {
  constexpr char kQuestionnaire[] = "mechanisms/midsa/questionnaires/2016";
  tests::RegistryHeart heart;
  ASSERT_TRUE(heart.CreateMechanism(kName).ok());
  ASSERT_TRUE(heart.CreateRound("rounds/2016").ok());
  ASSERT_TRUE(heart.Create(kQuestionnaire, v1::Questionnaire()).ok());
  WitnessStore store(heart.store);
  CommitQueue queue(store, {});
  queue.Start();
  Registry registry(store, queue);
  const auto remove = [&registry] {
    tests::Outcome<tests::RegistryHeart::Answer> outcome;
    registry.Delete(
        {.name = kName, .context = tests::RegistryHeart::By("test")},
        outcome.Done());
    return outcome.Wait().status();
  };

  EXPECT_EQ(ReasonOf(remove()), "HAS_CHILDREN");
  EXPECT_EQ(store.asked().size(), 0u);
  ASSERT_TRUE(heart.Delete(kQuestionnaire).ok());
  EXPECT_EQ(remove(), absl::OkStatus());
  ASSERT_EQ(store.asked().size(), 1u);
  EXPECT_EQ(store.asked()[0].preconditions.at(0).kind,
            Precondition::Kind::kAtRevision);
  EXPECT_EQ(store.asked()[0].preconditions.at(1).kind,
            Precondition::Kind::kNoLiveChildren);
  queue.Stop();
}

}  // namespace
}  // namespace compendium::registry
