// SPDX-License-Identifier: Apache-2.0
#include "services/registry/registry.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/request/error_details.h"
#include "services/registry/limits.h"
#include "services/registry/record_kind.h"
#include "tests/support/forwarding_store.h"
#include "tests/support/outcome.h"
#include "tests/support/registry_heart.h"

namespace compendium::registry {
namespace {

using testing::ElementsAre;

constexpr char kMidsa[] = "mechanisms/midsa";
constexpr char k2016[] = "rounds/2016";
constexpr char kQuestionnaire[] = "mechanisms/midsa/questionnaires/2016";

template <class Record>
Record FromText(const std::string& text) {
  Record record;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &record));
  return record;
}

class RegistryTest : public testing::Test {
 protected:
  void CreateAll() {
    ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
    ASSERT_TRUE(heart_.CreateRound(k2016).ok());
    ASSERT_TRUE(heart_.Create(kQuestionnaire, v1::Questionnaire()).ok());
  }

  v1::Mechanism Midsa() {
    v1::Mechanism mechanism;
    const auto version = heart_.store.Get(kMidsa, heart_.store.LastRevision());
    EXPECT_TRUE(version.ok() &&
                mechanism.ParseFromString(std::string(version->value.view())));
    return mechanism;
  }

  tests::RegistryHeart heart_;
};

TEST_F(RegistryTest, CreationIsTheNextRevision) {
  const auto first = heart_.CreateMechanism(kMidsa);
  const auto second = heart_.CreateRound(k2016);

  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first->revision, 1);
  EXPECT_EQ(second->revision, 2);
  EXPECT_EQ(second->name, k2016);
  EXPECT_EQ(second->head.revision, 2);
}

TEST_F(RegistryTest, CreationStoresNoOutputOnlyFieldButTheName) {
  auto mechanism = FromText<v1::Mechanism>(R"pb(
    name: "mechanisms/other"
    display_name: "MIDSA"
    etag: "\"77\""
    revision: 77
    create_time { seconds: 1 }
  )pb");

  ASSERT_TRUE(heart_.Create(kMidsa, mechanism).ok());

  EXPECT_EQ(Midsa().ShortDebugString(),
            "name: \"mechanisms/midsa\" display_name: \"MIDSA\"");
}

TEST_F(RegistryTest, CreationOfAUsedNameIsRefused) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  ASSERT_TRUE(heart_.Delete(kMidsa).ok());

  const auto again = heart_.CreateMechanism(kMidsa);

  EXPECT_TRUE(absl::IsAlreadyExists(again.status()));
  EXPECT_EQ(ReasonOf(again.status()), "RECORD_EXISTS");
}

TEST_F(RegistryTest, CreationChecksTheRecord) {
  const auto answer =
      heart_.Create(kMidsa, FromText<v1::Mechanism>("participants {}"));

  EXPECT_THAT(FieldPathsOf(answer.status()),
              ElementsAre("mechanism.participants[0].origin",
                          "mechanism.participants[0].as_written"));
  EXPECT_EQ(heart_.store.LastRevision(), 0);
}

TEST_F(RegistryTest, RecordsAboveTheLimitAreRefused) {
  v1::Mechanism mechanism;
  mechanism.set_display_name(std::string(kRecordBytesMax, 'x'));

  EXPECT_EQ(ReasonOf(heart_.Create(kMidsa, mechanism).status()),
            "RECORD_TOO_LARGE");
}

TEST_F(RegistryTest, QuestionnaireNeedsItsMechanismAndRound) {
  EXPECT_TRUE(absl::IsNotFound(
      heart_.Create(kQuestionnaire, v1::Questionnaire()).status()));
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  EXPECT_TRUE(absl::IsNotFound(
      heart_.Create(kQuestionnaire, v1::Questionnaire()).status()));
  ASSERT_TRUE(heart_.CreateRound(k2016).ok());
  ASSERT_TRUE(heart_.Delete(k2016).ok());
  EXPECT_TRUE(absl::IsFailedPrecondition(
      heart_.Create(kQuestionnaire, v1::Questionnaire()).status()));
  ASSERT_TRUE(heart_.Undelete(k2016).ok());
  EXPECT_TRUE(heart_.Create(kQuestionnaire, v1::Questionnaire()).ok());
}

TEST_F(RegistryTest, UpdateChangesTheFieldsOfItsMask) {
  ASSERT_TRUE(heart_
                  .Create(kMidsa, FromText<v1::Mechanism>(
                                      "display_name: 'a' acronym: 'b'"))
                  .ok());

  const auto answer = heart_.Update(
      kMidsa, FromText<v1::Mechanism>("display_name: 'c' acronym: 'd'"),
      "acronym");

  ASSERT_TRUE(answer.ok()) << answer.status();
  EXPECT_EQ(answer->revision, 2);
  EXPECT_EQ(answer->head.create_revision, 1);
  EXPECT_EQ(Midsa().display_name(), "a");
  EXPECT_EQ(Midsa().acronym(), "d");
}

TEST_F(RegistryTest, UpdateWithoutMaskChangesWhatIsSet) {
  ASSERT_TRUE(heart_
                  .Create(kMidsa, FromText<v1::Mechanism>(
                                      "display_name: 'a' acronym: 'b'"))
                  .ok());

  ASSERT_TRUE(
      heart_.Update(kMidsa, FromText<v1::Mechanism>("acronym: 'd'")).ok());

  EXPECT_EQ(Midsa().display_name(), "a");
  EXPECT_EQ(Midsa().acronym(), "d");
}

TEST_F(RegistryTest, UpdateOfEverythingReplacesTheRecord) {
  ASSERT_TRUE(heart_
                  .Create(kMidsa, FromText<v1::Mechanism>(
                                      "display_name: 'a' acronym: 'b'"))
                  .ok());

  ASSERT_TRUE(
      heart_.Update(kMidsa, FromText<v1::Mechanism>("display_name: 'c'"), "*")
          .ok());

  EXPECT_EQ(Midsa().display_name(), "c");
  EXPECT_EQ(Midsa().acronym(), "");
}

TEST_F(RegistryTest, UpdateChecksTheMergedRecord) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());

  const auto answer = heart_.Update(kMidsa, v1::Mechanism(), "display_name");

  EXPECT_THAT(FieldPathsOf(answer.status()),
              ElementsAre("mechanism.display_name"));
}

TEST_F(RegistryTest, UpdateThatChangesNothingWritesNothing) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  ASSERT_TRUE(heart_.CreateRound(k2016).ok());

  const auto answer = heart_.Update(kMidsa, Midsa(), "*");

  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->revision, 1);
  EXPECT_EQ(heart_.store.LastRevision(), 2);
}

TEST_F(RegistryTest, UpdateOfNoOrADeletedRecordIsRefused) {
  EXPECT_TRUE(absl::IsNotFound(
      heart_.Update(kMidsa, v1::Mechanism(), "acronym").status()));
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  ASSERT_TRUE(heart_.Delete(kMidsa).ok());
  const auto answer = heart_.Update(kMidsa, v1::Mechanism(), "acronym");
  EXPECT_TRUE(absl::IsFailedPrecondition(answer.status()));
  EXPECT_EQ(ReasonOf(answer.status()), "RECORD_DELETED");
}

TEST_F(RegistryTest, WritesWithAnOldEtagAreAborted) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  const auto change = FromText<v1::Mechanism>("acronym: 'd'");
  ASSERT_TRUE(heart_.Update(kMidsa, change, "acronym", "\"1\"").ok());

  const auto update = heart_.Update(kMidsa, change, "acronym", "\"1\"");
  const auto deletion = heart_.Delete(kMidsa, "\"1\"");

  EXPECT_TRUE(absl::IsAborted(update.status()));
  EXPECT_EQ(ReasonOf(update.status()), "ETAG_MISMATCH");
  EXPECT_TRUE(absl::IsAborted(deletion.status()));
  EXPECT_EQ(heart_.store.LastRevision(), 2);
}

TEST_F(RegistryTest, TextThatIsNoEtagIsRefused) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());

  EXPECT_THAT(FieldPathsOf(heart_.Update(kMidsa, Midsa(), "*", "1").status()),
              ElementsAre("mechanism.etag"));
  EXPECT_THAT(FieldPathsOf(heart_.Delete(kMidsa, "1").status()),
              ElementsAre("etag"));
  EXPECT_THAT(FieldPathsOf(heart_.Undelete(kMidsa, "1").status()),
              ElementsAre("etag"));
}

TEST_F(RegistryTest, DeletionKeepsTheContentAndCanBeUndone) {
  CreateAll();

  const auto deleted = heart_.Delete(kQuestionnaire);
  const auto again = heart_.Delete(kQuestionnaire);
  const auto back = heart_.Undelete(kQuestionnaire);
  const auto back_again = heart_.Undelete(kQuestionnaire);

  ASSERT_TRUE(deleted.ok() && back.ok());
  EXPECT_TRUE(deleted->head.deleted());
  EXPECT_FALSE(back->head.deleted());
  EXPECT_EQ(ReasonOf(again.status()), "RECORD_DELETED");
  EXPECT_EQ(ReasonOf(back_again.status()), "RECORD_NOT_DELETED");
  EXPECT_EQ(heart_.store.Get(kQuestionnaire, 4)->value,
            heart_.store.Get(kQuestionnaire, 3)->value);
}

TEST_F(RegistryTest, WhatHasQuestionnairesIsNotDeleted) {
  CreateAll();
  ASSERT_TRUE(heart_.CreateMechanism("mechanisms/midsa-2").ok());
  ASSERT_TRUE(heart_.CreateRound("rounds/12016").ok());

  EXPECT_EQ(ReasonOf(heart_.Delete(kMidsa).status()), "HAS_CHILDREN");
  EXPECT_EQ(ReasonOf(heart_.Delete(k2016).status()), "HAS_CHILDREN");
  EXPECT_TRUE(heart_.Delete("mechanisms/midsa-2").ok());
  EXPECT_TRUE(heart_.Delete("rounds/12016").ok());
  ASSERT_TRUE(heart_.Delete(kQuestionnaire).ok());
  EXPECT_TRUE(heart_.Delete(kMidsa).ok());
  EXPECT_TRUE(heart_.Delete(k2016).ok());
}

TEST_F(RegistryTest, QuestionnaireComesBackOnlyToALiveMechanism) {
  CreateAll();
  ASSERT_TRUE(heart_.Delete(kQuestionnaire).ok());
  ASSERT_TRUE(heart_.Delete(kMidsa).ok());

  EXPECT_TRUE(
      absl::IsFailedPrecondition(heart_.Undelete(kQuestionnaire).status()));
  ASSERT_TRUE(heart_.Undelete(kMidsa).ok());
  EXPECT_TRUE(heart_.Undelete(kQuestionnaire).ok());
}

TEST_F(RegistryTest, RepeatedRequestGetsItsFirstAnswer) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  const auto change = FromText<v1::Mechanism>("acronym: 'd'");
  const auto other = FromText<v1::Mechanism>("acronym: 'e'");
  const auto once = tests::RegistryHeart::Repeatable(1, "d");
  const auto first = heart_.Update(kMidsa, change, "acronym", "\"1\"", once);
  ASSERT_TRUE(first.ok());

  // At once it would change nothing; after another change its etag would be
  // old; after a deletion it would be refused.
  const auto at_once = heart_.Update(kMidsa, change, "acronym", "\"1\"", once);
  ASSERT_TRUE(heart_.Update(kMidsa, other, "acronym").ok());
  const auto later = heart_.Update(kMidsa, change, "acronym", "\"1\"", once);
  ASSERT_TRUE(heart_.Delete(kMidsa).ok());
  const auto deleted = heart_.Update(kMidsa, change, "acronym", "\"1\"", once);

  for (const auto& repeated : {at_once, later, deleted}) {
    ASSERT_TRUE(repeated.ok()) << repeated.status();
    EXPECT_EQ(repeated->revision, first->revision);
    EXPECT_EQ(repeated->head.revision, first->head.revision);
    EXPECT_EQ(repeated->head.kind, ChangeKind::kUpdated);
  }
  EXPECT_EQ(heart_.store.LastRevision(), 4);
}

TEST_F(RegistryTest, RepeatedCreationAndDeletionGetTheirFirstAnswers) {
  v1::Mechanism mechanism;
  mechanism.set_display_name("x");
  const auto creation = tests::RegistryHeart::Repeatable(1, "create");
  const auto deletion = tests::RegistryHeart::Repeatable(2, "delete");

  const auto created = heart_.Create(kMidsa, mechanism, creation);
  const auto created_again = heart_.Create(kMidsa, mechanism, creation);
  const auto deleted = heart_.Delete(kMidsa, "", deletion);
  const auto deleted_again = heart_.Delete(kMidsa, "", deletion);

  ASSERT_TRUE(created_again.ok() && deleted_again.ok());
  EXPECT_EQ(created_again->revision, created->revision);
  EXPECT_EQ(deleted_again->revision, deleted->revision);
  EXPECT_EQ(heart_.store.LastRevision(), 2);
}

TEST_F(RegistryTest, RequestIdOfAnotherRequestIsRefused) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  const auto change = FromText<v1::Mechanism>("acronym: 'd'");
  ASSERT_TRUE(heart_
                  .Update(kMidsa, change, "acronym", "",
                          tests::RegistryHeart::Repeatable(1, "d"))
                  .ok());

  // One that would change nothing, and one that would be refused anyway.
  const auto update = heart_.Update(kMidsa, change, "acronym", "",
                                    tests::RegistryHeart::Repeatable(1, "e"));
  const auto undelete = heart_.Undelete(
      kMidsa, "", tests::RegistryHeart::Repeatable(1, "undelete"));

  EXPECT_EQ(ReasonOf(update.status()), "REQUEST_ID_REUSED");
  EXPECT_EQ(ReasonOf(undelete.status()), "REQUEST_ID_REUSED");
}

TEST_F(RegistryTest, NewRequestIdDoesNotHideWhatIsWrong) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  const auto fresh = tests::RegistryHeart::Repeatable(1, "x");

  const auto unchanged = heart_.Update(kMidsa, Midsa(), "*", "", fresh);
  const auto refused = heart_.Undelete(kMidsa, "", fresh);
  const auto missing = heart_.Delete("mechanisms/none", "", fresh);

  ASSERT_TRUE(unchanged.ok()) << unchanged.status();
  EXPECT_EQ(unchanged->revision, 1);
  EXPECT_EQ(ReasonOf(refused.status()), "RECORD_NOT_DELETED");
  EXPECT_TRUE(absl::IsNotFound(missing.status()));
  EXPECT_EQ(heart_.store.LastRevision(), 1);
}

TEST_F(RegistryTest, RequestThatWasRefusedOrChangedNothingLeavesNoTrace) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  const auto change = FromText<v1::Mechanism>("acronym: 'd'");
  const auto refused = tests::RegistryHeart::Repeatable(1, "undelete");
  const auto unchanged = tests::RegistryHeart::Repeatable(2, "same");
  const auto same = Midsa();
  ASSERT_FALSE(heart_.Undelete(kMidsa, "", refused).ok());
  ASSERT_TRUE(heart_.Update(kMidsa, same, "*", "", unchanged).ok());

  // The same requests in another state are carried out as new ones, and their
  // ids may name other requests.
  ASSERT_TRUE(heart_.Update(kMidsa, change, "acronym").ok());
  const auto again = heart_.Update(kMidsa, same, "*", "", unchanged);
  const auto other =
      heart_.Update(kMidsa, change, "acronym", "",
                    tests::RegistryHeart::Repeatable(1, "another"));

  ASSERT_TRUE(again.ok() && other.ok());
  EXPECT_EQ(again->revision, 3);
  EXPECT_EQ(other->revision, 4);
}

TEST_F(RegistryTest, UpdateWithAMaskWithoutPathsChangesWhatIsSet) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());

  const auto answer =
      heart_.Update(kMidsa, FromText<v1::Mechanism>("acronym: 'd'"), "");

  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->revision, 2);
  EXPECT_EQ(Midsa().acronym(), "d");
}

TEST_F(RegistryTest, OldEtagOfADeletedRecordIsAborted) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  ASSERT_TRUE(heart_.Delete(kMidsa).ok());
  const auto change = FromText<v1::Mechanism>("acronym: 'd'");

  const auto old = heart_.Update(kMidsa, change, "acronym", "\"1\"");
  const auto latest = heart_.Update(kMidsa, change, "acronym", "\"2\"");

  EXPECT_TRUE(absl::IsAborted(old.status()));
  EXPECT_EQ(ReasonOf(old.status()), "ETAG_MISMATCH");
  EXPECT_EQ(ReasonOf(latest.status()), "RECORD_DELETED");
}

// What was asked last of a record, by many at once.
using Outcomes = std::vector<tests::Outcome<tests::RegistryHeart::Answer>>;

void UpdateAll(Registry& registry, Outcomes& outcomes) {
  for (size_t i = 0; i < outcomes.size(); ++i) {
    v1::Mechanism record;
    record.set_acronym(absl::StrCat("writer ", i));
    registry.Update({.name = kMidsa,
                     .record = &record,
                     .context = tests::RegistryHeart::By("test")},
                    outcomes[i].Done());
  }
}

// Counts the records that are read.
class CountingStore final : public tests::ForwardingStore {
 public:
  using ForwardingStore::ForwardingStore;

  absl::StatusOr<RecordVersion> Get(absl::string_view name,
                                    int64_t at_revision) const override {
    ++reads_;
    return ForwardingStore::Get(name, at_revision);
  }

  int reads() const { return reads_; }

 private:
  mutable std::atomic<int> reads_ = 0;
};

TEST_F(RegistryTest, ManyWritersOfOneRecordAreServedInTurn) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  constexpr int kWriters = 1000;
  const CountingStore store(heart_.store);
  Registry registry(store, heart_.queue);
  Outcomes outcomes(kWriters);

  UpdateAll(registry, outcomes);

  for (size_t i = 0; i < outcomes.size(); ++i) {
    const auto answer = outcomes[i].Wait();
    ASSERT_TRUE(answer.ok()) << answer.status();
    EXPECT_EQ(answer->revision, static_cast<int64_t>(i) + 2);
  }
  EXPECT_EQ(store.reads(), kWriters);  // none of them was read in vain
  EXPECT_EQ(heart_.store.LastRevision(), 1 + kWriters);
}

TEST_F(RegistryTest, StoppingAnswersAllWhoWaitForOneRecord) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  Outcomes outcomes(500);

  UpdateAll(heart_.registry, outcomes);
  heart_.queue.Stop();

  int64_t written = 0;
  for (auto& outcome : outcomes) {
    const auto answer = outcome.Wait();
    written += answer.ok();
    EXPECT_TRUE(answer.ok() || ReasonOf(answer.status()) == "SHUTTING_DOWN");
  }
  EXPECT_EQ(heart_.store.LastRevision(), 1 + written);
}

TEST_F(RegistryTest, ConcurrentUpdatesWithoutEtagAllHappen) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  constexpr int kWriters = 8;
  constexpr int kWrites = 20;

  std::vector<std::thread> writers;
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([this, writer] {
      for (int i = 0; i < kWrites; ++i) {
        v1::Mechanism change;
        change.set_acronym(absl::StrCat(writer, "-", i));
        EXPECT_TRUE(heart_.Update(kMidsa, change).ok());
      }
    });
  }
  for (std::thread& writer : writers) writer.join();

  EXPECT_EQ(heart_.store.LastRevision(), 1 + kWriters * kWrites);
}

TEST_F(RegistryTest, ConcurrentUpdatesWithOneEtagHaveOneWinner) {
  ASSERT_TRUE(heart_.CreateMechanism(kMidsa).ok());
  constexpr size_t kWriters = 16;
  std::vector<tests::Outcome<tests::RegistryHeart::Answer>> outcomes(kWriters);

  for (size_t i = 0; i < kWriters; ++i) {
    v1::Mechanism record;
    record.set_acronym(absl::StrCat("writer ", i));
    heart_.registry.Update({.name = kMidsa,
                            .record = &record,
                            .etag = "\"1\"",
                            .mask = nullptr,
                            .context = tests::RegistryHeart::By("test")},
                           outcomes[i].Done());
  }
  size_t winners = 0;
  for (auto& outcome : outcomes) {
    const auto answer = outcome.Wait();
    winners += answer.ok();
    EXPECT_TRUE(answer.ok() || absl::IsAborted(answer.status()));
  }

  EXPECT_EQ(winners, 1u);
  EXPECT_EQ(heart_.store.LastRevision(), 2);
}

}  // namespace
}  // namespace compendium::registry
