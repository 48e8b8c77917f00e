// SPDX-License-Identifier: Apache-2.0
#include "lib/request/error_details.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "google/rpc/error_details.pb.h"

namespace compendium {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// The detail of that type; fails the test when it is absent or damaged.
template <class Detail>
Detail DetailOf(const absl::Status& status) {
  const auto payload = status.GetPayload(
      absl::StrCat("type.googleapis.com/", Detail::descriptor()->full_name()));
  Detail detail;
  EXPECT_TRUE(payload.has_value());
  EXPECT_TRUE(
      detail.ParseFromString(std::string(payload.value_or(absl::Cord()))));
  return detail;
}

TEST(InvalidFields, NamesEveryProblemInMessageAndDetails) {
  const absl::Status status = InvalidFields(
      {{"author", "got nothing, want a value"}, {"names[2]", "got 9, want 3"}});

  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(status.message(),
            "author: got nothing, want a value; names[2]: got 9, want 3");
  EXPECT_EQ(ReasonOf(status), "INVALID_FIELD");
  EXPECT_THAT(FieldPathsOf(status), ElementsAre("author", "names[2]"));
  const auto bad_request = DetailOf<google::rpc::BadRequest>(status);
  EXPECT_EQ(bad_request.field_violations(1).description(), "got 9, want 3");
}

TEST(InvalidFields, ManyProblemsFitIntoTheTrailers) {
  const std::vector<FieldProblem> problems(
      200,
      {"questionnaire.answers[17].state", "got 99, want a value of State"});

  const absl::Status status = InvalidFields(problems);

  EXPECT_LT(status.message().size(), 600);
  EXPECT_TRUE(absl::StrContains(status.message(), " more")) << status;
  EXPECT_LT(DetailOf<google::rpc::BadRequest>(status).ByteSizeLong(), 3000);
}

TEST(InvalidFields, OneLongProblemIsKept) {
  const std::string description(4000, 'x');

  const absl::Status status = InvalidField("text", description);

  EXPECT_THAT(FieldPathsOf(status), SizeIs(1));
}

TEST(ErrorWithReason, CarriesReasonDomainAndValues) {
  const absl::Status status =
      ErrorWithReason(absl::StatusCode::kAborted, "ETAG_MISMATCH",
                      "etag: got a, want b", {{"etag", "b"}});

  EXPECT_EQ(status.code(), absl::StatusCode::kAborted);
  EXPECT_EQ(ReasonOf(status), "ETAG_MISMATCH");
  const auto info = DetailOf<google::rpc::ErrorInfo>(status);
  EXPECT_EQ(info.domain(), "compendium");
  EXPECT_EQ(info.metadata().at("etag"), "b");
}

TEST(PreconditionError, NamesTypeAndSubject) {
  const absl::Status status = PreconditionError("RECORD_DELETED", "rounds/2016",
                                                "got a deleted record");

  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(status.message(), "rounds/2016: got a deleted record");
  EXPECT_EQ(ReasonOf(status), "RECORD_DELETED");
  const auto failure = DetailOf<google::rpc::PreconditionFailure>(status);
  ASSERT_EQ(failure.violations_size(), 1);
  EXPECT_EQ(failure.violations(0).type(), "RECORD_DELETED");
  EXPECT_EQ(failure.violations(0).subject(), "rounds/2016");
  EXPECT_EQ(failure.violations(0).description(), "got a deleted record");
}

TEST(TryAgainError, CarriesTheDelay) {
  const absl::Status status =
      TryAgainError("DRAINING", "the server stops", absl::Milliseconds(1500));

  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(ReasonOf(status), "DRAINING");
  const auto retry = DetailOf<google::rpc::RetryInfo>(status);
  EXPECT_EQ(retry.retry_delay().seconds(), 1);
  EXPECT_EQ(retry.retry_delay().nanos(), 500'000'000);
}

TEST(ReasonOf, IsEmptyWithoutErrorInfo) {
  EXPECT_EQ(ReasonOf(absl::OkStatus()), "");
  EXPECT_EQ(ReasonOf(absl::NotFoundError("x")), "");
  EXPECT_THAT(FieldPathsOf(absl::NotFoundError("x")), IsEmpty());
}

TEST(ReasonOf, IsEmptyWithDamagedDetails) {
  absl::Status status = absl::NotFoundError("x");
  status.SetPayload("type.googleapis.com/google.rpc.ErrorInfo",
                    absl::Cord("\x0a\xff"));

  EXPECT_EQ(ReasonOf(status), "");
}

TEST(FieldProblemsOf, AreThoseOfTheError) {
  const std::vector<FieldProblem> problems =
      FieldProblemsOf(InvalidFields({{"a", "got 1"}, {"b[2].c", "got 2"}}));

  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(problems[1].path, "b[2].c");
  EXPECT_EQ(problems[1].description, "got 2");
  EXPECT_TRUE(FieldProblemsOf(absl::AbortedError("other")).empty());
}

}  // namespace
}  // namespace compendium
