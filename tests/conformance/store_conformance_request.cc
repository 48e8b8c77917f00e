// SPDX-License-Identifier: Apache-2.0
// request_id: the same request twice is written once.
#include <gmock/gmock.h>

#include "tests/conformance/store_conformance.h"

namespace compendium::registry {
namespace {

using testing::ElementsAre;

TEST_P(StoreConformance, RepeatedRequestGetsItsFirstAnswer) {
  const Transaction request =
      WithRequest("r1", 'f', And(Create("a"), Create("b")));
  const auto first = Commit(request);
  CommitAll({Update("a", "later"), Delete("b")});

  const auto repeated = Commit(request);

  ASSERT_TRUE(repeated.ok()) << repeated.status();
  EXPECT_TRUE(repeated->replayed);
  EXPECT_EQ(repeated->revision, first->revision);
  ASSERT_EQ(repeated->heads.size(), 2u);
  for (size_t i = 0; i < 2; ++i)
    EXPECT_EQ(DescribeAll(repeated->heads[i]), DescribeAll(first->heads[i]));
  EXPECT_EQ(store().LastRevision(), 3);
}

TEST_P(StoreConformance, RepeatedRequestIsKnownAfterReopening) {
  const Transaction request = WithRequest("r1", 'f', Create("a"));
  CommitAll({request, Update("a")});
  Reopen();

  const auto repeated = Commit(request);

  ASSERT_TRUE(repeated.ok()) << repeated.status();
  EXPECT_TRUE(repeated->replayed);
  EXPECT_EQ(repeated->revision, 1);
}

TEST_P(StoreConformance, RequestRepeatedInOneBatchIsWrittenOnce) {
  const Transaction request = WithRequest("r1", 'f', Create("a"));
  const std::vector<Transaction> batch = {request, Update("a", "2"), request};

  const auto answers = store().Commit(batch);

  EXPECT_FALSE(answers[0]->replayed);
  ASSERT_TRUE(answers[2].ok()) << answers[2].status();
  EXPECT_TRUE(answers[2]->replayed);
  EXPECT_EQ(answers[2]->revision, 1);
  EXPECT_EQ(DescribeAll(answers[2]->heads[0]),
            DescribeAll(answers[0]->heads[0]));
  EXPECT_THAT(ListNow(""), ElementsAre("a@2=2"));
}

TEST_P(StoreConformance, RequestIdOfAnotherRequestIsRefused) {
  CommitAll({WithRequest("r1", 'f', Create("a"))});
  const std::vector<Transaction> batch = {WithRequest("r2", 'f', Create("b")),
                                          WithRequest("r2", 'g', Create("c"))};

  const auto answer = Commit(WithRequest("r1", 'g', Create("d")));
  const auto answers = store().Commit(batch);

  ExpectRefused(answer.status(), absl::StatusCode::kInvalidArgument,
                "REQUEST_ID_REUSED");
  ExpectRefused(answers[1].status(), absl::StatusCode::kInvalidArgument,
                "REQUEST_ID_REUSED");
  EXPECT_THAT(ListNow(""), ElementsAre("a@1=v", "b@2=v"));
}

TEST_P(StoreConformance, RefusedRequestCanBeTriedAgain) {
  const Transaction request = WithRequest("r1", 'f', Update("a", "2"));
  const auto refused = Commit(request);
  CommitAll({Create("a")});

  const auto accepted = Commit(request);

  ExpectRefused(refused.status(), absl::StatusCode::kNotFound,
                "RECORD_NOT_FOUND");
  ASSERT_TRUE(accepted.ok()) << accepted.status();
  EXPECT_FALSE(accepted->replayed);
  EXPECT_EQ(accepted->revision, 2);
}

TEST_P(StoreConformance, TransactionsWithoutRequestIdAreNeverRepetitions) {
  CommitAll({Create("a"), Update("a"), Update("a")});

  EXPECT_EQ(store().LastRevision(), 3);
}

}  // namespace
}  // namespace compendium::registry
