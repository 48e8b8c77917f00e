// SPDX-License-Identifier: Apache-2.0
// Commit: revisions, preconditions, effects within a batch.
#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "tests/conformance/store_conformance.h"

namespace compendium::registry {
namespace {

using Kind = Precondition::Kind;
using testing::ElementsAre;

TEST_P(StoreConformance, EmptyStoreHasNoRevision) {
  EXPECT_EQ(store().LastRevision(), 0);
  EXPECT_FALSE(store().failed());
  EXPECT_THAT(store().store_id(), testing::MatchesRegex("[0-9a-f]{32}"));
}

TEST_P(StoreConformance, RevisionsHaveNoGaps) {
  EXPECT_EQ(Commit(Create("a"))->revision, 1);
  EXPECT_EQ(Commit(Create("b"))->revision, 2);
  EXPECT_EQ(Commit(Update("a"))->revision, 3);

  EXPECT_EQ(store().LastRevision(), 3);
}

TEST_P(StoreConformance, RefusedTransactionTakesNoRevision) {
  const std::vector<Transaction> batch = {Create("a"), Create("a"), Update("x"),
                                          Create("b")};

  const auto answers = store().Commit(batch);

  ASSERT_EQ(answers.size(), 4u);
  EXPECT_EQ(answers[0]->revision, 1);
  ExpectRefused(answers[1].status(), absl::StatusCode::kAlreadyExists,
                "RECORD_EXISTS");
  ExpectRefused(answers[2].status(), absl::StatusCode::kNotFound,
                "RECORD_NOT_FOUND");
  EXPECT_EQ(answers[3]->revision, 2);
  EXPECT_EQ(store().LastRevision(), 2);
}

TEST_P(StoreConformance, EmptyBatchChangesNothing) {
  EXPECT_TRUE(store().Commit({}).empty());

  EXPECT_EQ(store().LastRevision(), 0);
}

TEST_P(StoreConformance, AnswerTellsTheHeads) {
  const absl::Time created = clock().Now();
  CommitAll({Create("a")});
  clock().Advance(absl::Minutes(1));

  const auto answer = Commit(And(Update("a"), Create("b")));

  ASSERT_TRUE(answer.ok()) << answer.status();
  EXPECT_FALSE(answer->replayed);
  ASSERT_EQ(answer->heads.size(), 2u);
  EXPECT_EQ(answer->heads[0].revision, 2);
  EXPECT_EQ(answer->heads[0].create_revision, 1);
  EXPECT_EQ(answer->heads[0].kind, ChangeKind::kUpdated);
  EXPECT_EQ(answer->heads[0].create_time, created);
  EXPECT_EQ(answer->heads[0].update_time, created + absl::Minutes(1));
  EXPECT_EQ(answer->heads[1].revision, 2);
  EXPECT_EQ(answer->heads[1].create_revision, 2);
  EXPECT_EQ(answer->heads[1].create_time, created + absl::Minutes(1));
}

TEST_P(StoreConformance, LaterTransactionOfABatchSeesEarlierOnes) {
  const std::vector<Transaction> batch = {
      If({.kind = Kind::kNeverUsed, .name = "a"}, Create("a", "1")),
      If({.kind = Kind::kAtRevision, .name = "a", .revision = 1},
         Update("a", "2")),
      If({.kind = Kind::kAtRevision, .name = "a", .revision = 1},
         Update("a", "3")),
      Delete("a", "2"),
      If({.kind = Kind::kDeleted, .name = "a"}, Undelete("a", "4"))};

  const auto answers = store().Commit(batch);

  EXPECT_EQ(answers[0]->revision, 1);
  EXPECT_EQ(answers[1]->revision, 2);
  ExpectRefused(answers[2].status(), absl::StatusCode::kAborted,
                "ETAG_MISMATCH");
  EXPECT_EQ(answers[3]->revision, 3);
  EXPECT_EQ(answers[4]->revision, 4);
  EXPECT_EQ(answers[4]->heads[0].create_revision, 1);
  EXPECT_THAT(ListNow(""), ElementsAre("a@4=4"));
}

TEST_P(StoreConformance, NeverUsedFailsAlsoForADeletedRecord) {
  CommitAll({Create("a"), Delete("a")});

  const auto answer =
      Commit(If({.kind = Kind::kNeverUsed, .name = "a"}, Create("b")));

  ExpectRefused(answer.status(), absl::StatusCode::kAlreadyExists,
                "RECORD_EXISTS");
}

TEST_P(StoreConformance, ExistsTellsMissingFromDeleted) {
  CommitAll({Create("a"), Delete("a")});

  const auto missing =
      Commit(If({.kind = Kind::kExists, .name = "b"}, Create("c")));
  const auto deleted =
      Commit(If({.kind = Kind::kExists, .name = "a"}, Create("c")));

  ExpectRefused(missing.status(), absl::StatusCode::kNotFound,
                "RECORD_NOT_FOUND");
  ExpectRefused(deleted.status(), absl::StatusCode::kFailedPrecondition,
                "RECORD_DELETED");
}

TEST_P(StoreConformance, DeletedTellsMissingFromLive) {
  CommitAll({Create("a")});

  const auto missing =
      Commit(If({.kind = Kind::kDeleted, .name = "b"}, Create("c")));
  const auto live =
      Commit(If({.kind = Kind::kDeleted, .name = "a"}, Create("c")));

  ExpectRefused(missing.status(), absl::StatusCode::kNotFound,
                "RECORD_NOT_FOUND");
  ExpectRefused(live.status(), absl::StatusCode::kFailedPrecondition,
                "RECORD_NOT_DELETED");
}

TEST_P(StoreConformance, EtagMismatchNamesBothRevisions) {
  CommitAll({Create("a"), Update("a")});

  const auto answer = Commit(
      If({.kind = Kind::kAtRevision, .name = "a", .revision = 1}, Update("a")));

  ExpectRefused(answer.status(), absl::StatusCode::kAborted, "ETAG_MISMATCH");
  EXPECT_THAT(std::string(answer.status().message()),
              testing::AllOf(testing::HasSubstr("revision 1"),
                             testing::HasSubstr("revision 2")));
}

TEST_P(StoreConformance, LiveChildrenHoldUpTheirParent) {
  const Precondition childless = {.kind = Kind::kNoLiveChildren,
                                  .name = "mechanisms/midsa/"};
  CommitAll({Create("mechanisms/midsa"),
             Create("mechanisms/midsa-two/questionnaires/2016"),
             Create("mechanisms/midsa/questionnaires/2016")});

  const auto refused = Commit(If(childless, Delete("mechanisms/midsa")));
  const std::vector<Transaction> batch = {
      Delete("mechanisms/midsa/questionnaires/2016"),
      If(childless, Delete("mechanisms/midsa")),
      Create("mechanisms/midsa/questionnaires/2017"),
      If(childless, Undelete("mechanisms/midsa"))};
  const auto answers = store().Commit(batch);

  ExpectRefused(refused.status(), absl::StatusCode::kFailedPrecondition,
                "HAS_CHILDREN");
  EXPECT_TRUE(answers[1].ok()) << answers[1].status();
  ExpectRefused(answers[3].status(), absl::StatusCode::kFailedPrecondition,
                "HAS_CHILDREN");
}

TEST_P(StoreConformance, ChildrenAreChosenBySuffix) {
  CommitAll({Create("mechanisms/a/questionnaires/2016")});

  const auto other_round = Commit(If({.kind = Kind::kNoLiveChildren,
                                      .name = "mechanisms/",
                                      .suffix = "/questionnaires/2017"},
                                     Create("x")));
  const auto same_round = Commit(If({.kind = Kind::kNoLiveChildren,
                                     .name = "mechanisms/",
                                     .suffix = "/questionnaires/2016"},
                                    Create("y")));

  EXPECT_TRUE(other_round.ok()) << other_round.status();
  ExpectRefused(same_round.status(), absl::StatusCode::kFailedPrecondition,
                "HAS_CHILDREN");
}

TEST_P(StoreConformance, FirstPreconditionThatFailsDecidesTheError) {
  CommitAll({Create("a")});

  const auto answer =
      Commit(If({.kind = Kind::kExists, .name = "missing"},
                If({.kind = Kind::kDeleted, .name = "a"},
                   If({.kind = Kind::kExists, .name = "a"}, Create("b")))));

  ExpectRefused(answer.status(), absl::StatusCode::kFailedPrecondition,
                "RECORD_NOT_DELETED");
}

TEST_P(StoreConformance, MutationsPresumeTheStateOfTheirRecord) {
  CommitAll({Create("live"), Create("gone"), Delete("gone")});

  ExpectRefused(Commit(Create("gone")).status(),
                absl::StatusCode::kAlreadyExists, "RECORD_EXISTS");
  ExpectRefused(Commit(Update("gone")).status(),
                absl::StatusCode::kFailedPrecondition, "RECORD_DELETED");
  ExpectRefused(Commit(Delete("gone")).status(),
                absl::StatusCode::kFailedPrecondition, "RECORD_DELETED");
  ExpectRefused(Commit(Undelete("live")).status(),
                absl::StatusCode::kFailedPrecondition, "RECORD_NOT_DELETED");
  EXPECT_EQ(store().LastRevision(), 3);
}

TEST_P(StoreConformance, RefusedTransactionWritesNoneOfItsRecords) {
  CommitAll({Create("b")});

  const auto answer = Commit(And(Create("a"), Create("b")));

  ExpectRefused(answer.status(), absl::StatusCode::kAlreadyExists,
                "RECORD_EXISTS");
  EXPECT_THAT(ListNow(""), ElementsAre("b@1=v"));
}

TEST_P(StoreConformance, TransactionOfManyRecordsIsOneRevision) {
  CommitAll({Create("a", "old")});

  const int64_t revision =
      CommitAll({And(Update("a", "new"), And(Create("b"), Create("c")))});

  EXPECT_EQ(revision, 2);
  EXPECT_THAT(ListNow(""), ElementsAre("a@2=new", "b@2=v", "c@2=v"));
  const auto changes = store().ReadChanges(1, kNoLimit);
  ASSERT_EQ(changes->size(), 1u);
  EXPECT_THAT(Describe(changes->front().versions),
              ElementsAre("a@2=new", "b@2=v", "c@2=v"));
}

}  // namespace
}  // namespace compendium::registry
