// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/reporting_service.h"

#include <gmock/gmock.h>
#include <grpcpp/client_context.h>
#include <gtest/gtest.h>

#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "lib/request/error_details.h"
#include "lib/rpc/channel.h"
#include "lib/rpc/grpc_status.h"
#include "lib/rpc/server.h"
#include "services/reporting/limits.h"
#include "services/reporting/subscription/fake_change_source.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;

class ReportingServiceTest : public testing::Test {
 protected:
  ReportingServiceTest() {
    publisher_.Start();
    subscriber_.Start();
    past_.Start();
    history_.Start();
    auto server =
        Server::Start({.address = "127.0.0.1:0"},
                      {{v1::ReportingService::service_full_name(), &service_}});
    EXPECT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    stub_ = v1::ReportingService::NewStub(
        MakeChannel(absl::StrCat("127.0.0.1:", server_->port())));
  }
  ~ReportingServiceTest() override {
    server_->Drain(absl::Seconds(10), [&] { publisher_.Stop(); });
  }

  absl::Status GetCoverage(const std::string& round, int64_t min_revision,
                           absl::Duration timeout,
                           v1::GetCoverageResponse* response) {
    v1::GetCoverageRequest request;
    request.set_round(round);
    request.set_min_revision(min_revision);
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(clock_.Now() + timeout));
    return FromGrpcStatus(stub_->GetCoverage(&context, request, response));
  }

  v1::GetCoverageResponse GetCoverage(const v1::GetCoverageRequest& request) {
    grpc::ClientContext context;
    v1::GetCoverageResponse response;
    const grpc::Status status =
        stub_->GetCoverage(&context, request, &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response;
  }

  v1::GetReportingStatusResponse GetStatus(int64_t min_revision) {
    v1::GetReportingStatusRequest request;
    request.set_min_revision(min_revision);
    grpc::ClientContext context;
    v1::GetReportingStatusResponse response;
    const grpc::Status status =
        stub_->GetReportingStatus(&context, request, &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response;
  }

  base::RealClock clock_;
  FakeChangeSource source_;
  Publisher publisher_{std::make_shared<const Snapshot>(), clock_};
  Subscriber subscriber_{source_, publisher_, clock_, {}};
  Checkpointer checkpointer_{
      {.path = "/nowhere", .saved_revision = 0}, publisher_, clock_};
  FakeChangeSource past_source_;
  PastReader past_{past_source_, publisher_.kept(), clock_, 0};
  FakeChangeSource history_source_;
  HistoryReader history_{history_source_, clock_};
  ReportingService service_{publisher_,
                            past_,
                            history_,
                            subscriber_,
                            checkpointer_,
                            clock_,
                            {"1.2.3", absl::FromUnixSeconds(5)}};
  std::unique_ptr<Server> server_;
  std::unique_ptr<v1::ReportingService::Stub> stub_;
};

TEST_F(ReportingServiceTest, AnswerWaitsForTheRevision) {
  std::thread registry([&] {
    source_.Append(MakeChange(1, {PutMechanism("midsa", "MIDSA")}));
    source_.Append(MakeChange(2, {PutRound("2016", "")}));
  });
  v1::GetCoverageResponse response;

  const absl::Status status =
      GetCoverage("rounds/2016", 2, absl::Seconds(30), &response);

  registry.join();
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(response.computed_at_revision(), 2);
  EXPECT_EQ(response.coverage().mechanisms_size(), 1);
}

TEST_F(ReportingServiceTest, RevisionThatDoesNotComeIsToldBeforeTheDeadline) {
  v1::GetCoverageResponse response;

  const absl::Status status =
      GetCoverage("rounds/2016", 9, absl::Seconds(2), &response);

  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable) << status;
  EXPECT_EQ(ReasonOf(status), "REVISION_NOT_REACHED");
}

// A call that waits for a revision which does not come.
struct Wait {
  grpc::ClientContext context;
  v1::GetCoverageRequest request;
  v1::GetCoverageResponse response;
  std::promise<grpc::Status> end;
};

TEST_F(ReportingServiceTest, CancelledWaitsLeaveTheirPlaces) {
  std::vector<std::unique_ptr<Wait>> waits;
  const auto add_wait = [&] {
    Wait& wait = *waits.emplace_back(std::make_unique<Wait>());
    wait.request.set_round("rounds/2016");
    wait.request.set_min_revision(99);
    stub_->async()->GetCoverage(
        &wait.context, &wait.request, &wait.response,
        [&wait](const grpc::Status& status) { wait.end.set_value(status); });
  };
  const auto is_full = [&] {
    v1::GetCoverageResponse response;
    const absl::Status status =
        GetCoverage("rounds/2016", 98, absl::Milliseconds(100), &response);
    return absl::IsResourceExhausted(status);
  };
  for (size_t i = 0; i < kWaitersMax; ++i) add_wait();
  while (!is_full()) add_wait();  // one may have been refused for the question

  const absl::Time begin = clock_.Now();
  for (const auto& wait : waits) wait->context.TryCancel();
  while (is_full()) std::this_thread::yield();

  EXPECT_LT(clock_.Now() - begin, kWaitMax / 2);  // in the end all are free
  for (const auto& wait : waits) wait->end.get_future().wait();
}

TEST_F(ReportingServiceTest, PastRevisionAndTimeAreAnswered) {
  for (FakeChangeSource* source : {&source_, &past_source_}) {
    source->Append(MakeChange(1, {PutRound("2016", "")}));
    for (int revision = 2; revision <= 9; ++revision) {
      registry::v1::Change change = MakeChange(
          revision, {PutMechanism(absl::StrCat("m", revision), "Name")});
      change.mutable_commit_time()->set_seconds(revision);
      source->Append(std::move(change));
    }
  }
  v1::GetCoverageResponse response;
  ASSERT_TRUE(GetCoverage("rounds/2016", 9, absl::Seconds(30), &response).ok());

  v1::GetCoverageRequest request;
  request.set_round("rounds/2016");
  request.set_as_of_revision(4);
  const v1::GetCoverageResponse at_revision = GetCoverage(request);
  request.mutable_as_of_time()->set_seconds(6);
  request.mutable_as_of_time()->set_nanos(5);
  const v1::GetCoverageResponse at_time = GetCoverage(request);

  EXPECT_EQ(at_revision.computed_at_revision(), 4);
  EXPECT_EQ(at_revision.coverage().mechanisms_size(), 3);
  EXPECT_EQ(at_time.computed_at_revision(), 6);
  EXPECT_EQ(at_time.coverage().mechanisms_size(), 5);
}

TEST_F(ReportingServiceTest, MomentThatCannotBeIsRefused) {
  v1::GetCoverageRequest request;
  request.set_round("rounds/2016");
  v1::GetCoverageResponse response;
  const auto refused = [&] {
    grpc::ClientContext context;
    return FieldPathsOf(
        FromGrpcStatus(stub_->GetCoverage(&context, request, &response)));
  };

  request.set_as_of_revision(4);
  request.set_min_revision(5);
  EXPECT_THAT(refused(), ElementsAre("min_revision"));
  request.set_as_of_revision(0);
  request.clear_min_revision();
  EXPECT_THAT(refused(), ElementsAre("as_of_revision"));
  request.mutable_as_of_time()->set_seconds(
      absl::ToUnixSeconds(clock_.Now() + absl::Hours(1)));
  EXPECT_THAT(refused(), ElementsAre("as_of_time"));
  request.mutable_as_of_time()->set_nanos(-1);
  EXPECT_THAT(refused(), ElementsAre("as_of_time"));
}

TEST_F(ReportingServiceTest, WrongFieldIsNamed) {
  v1::GetCoverageResponse response;

  const absl::Status status =
      GetCoverage("2016", -1, absl::Seconds(30), &response);

  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(FieldPathsOf(status), ElementsAre("round", "min_revision"));
}

TEST_F(ReportingServiceTest, UnknownRoundIsNotFound) {
  v1::GetCoverageResponse response;

  const absl::Status status =
      GetCoverage("rounds/2016", 0, absl::Seconds(30), &response);

  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ReasonOf(status), "RECORD_NOT_FOUND");
}

TEST_F(ReportingServiceTest, CalendarIsServed) {
  source_.Append(MakeChange(
      1, {PutMechanism("midsa", "MIDSA"), PutRound("2016", ""),
          PutQuestionnaire("midsa", "2016", "meetings { title: 'A' }")}));
  v1::GetCalendarRequest request;
  request.set_min_revision(1);
  grpc::ClientContext context;
  v1::GetCalendarResponse response;

  const grpc::Status status = stub_->GetCalendar(&context, request, &response);

  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(response.calendar().events_size(), 1);
}

TEST_F(ReportingServiceTest, CompletionIsServed) {
  source_.Append(MakeChange(1, {PutMechanism("midsa", "MIDSA"),
                                PutRound("2016", "questions { id: '1' }")}));
  v1::GetCompletionRequest request;
  request.set_round("rounds/2016");
  request.set_min_revision(1);
  grpc::ClientContext context, wrong_context;
  v1::GetCompletionResponse response;

  const grpc::Status status =
      stub_->GetCompletion(&context, request, &response);
  request.set_round("");
  request.set_min_revision(-1);
  const absl::Status wrong =
      FromGrpcStatus(stub_->GetCompletion(&wrong_context, request, &response));

  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(response.computed_at_revision(), 1);
  EXPECT_EQ(response.completion().counts().no_questionnaire_count(), 1);
  EXPECT_THAT(FieldPathsOf(wrong), ElementsAre("round", "min_revision"));
}

TEST_F(ReportingServiceTest, ParticipationIsServed) {
  source_.Append(
      MakeChange(1, {PutMechanism("midsa", "MIDSA"), PutRound("2016", ""),
                     PutQuestionnaire("midsa", "2016",
                                      "participants { as_written: 'Swaziland' "
                                      "country_code: 'SWZ' }")}));
  v1::GetParticipationRequest request;
  request.set_country_code("SWZ");
  request.set_min_revision(1);
  grpc::ClientContext context, wrong_context;
  v1::GetParticipationResponse response;

  const grpc::Status status =
      stub_->GetParticipation(&context, request, &response);
  request.set_country_code("SWA");
  request.set_role(static_cast<registry::v1::ParticipantRole>(77));
  const absl::Status wrong = FromGrpcStatus(
      stub_->GetParticipation(&wrong_context, request, &response));

  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(response.computed_at_revision(), 1);
  EXPECT_EQ(response.participation().participants_size(), 1);
  EXPECT_THAT(FieldPathsOf(wrong), ElementsAre("country_code", "role"));
}

TEST_F(ReportingServiceTest, ListsAreServedAndTheirWrongFieldsNamed) {
  source_.Append(
      MakeChange(1, {PutMechanism("midsa", "MIDSA"), PutRound("2016", ""),
                     PutQuestionnaire("midsa", "2016", R"pb(
                       participants { country_code: "ZMB" }
                       meetings { date { edtf: "2016-05-04" } }
                       meetings { date { edtf: "2016-05-04" } }
                       projects { title: "A" }
                       publications { title: "B" }
                     )pb")}));
  const auto call = [&](auto method, auto request, auto& response) {
    grpc::ClientContext context;
    return FromGrpcStatus((stub_.get()->*method)(&context, request, &response));
  };
  using Stub = v1::ReportingService::Stub;
  v1::GetClashesRequest clashes_request, wrong_request;
  v1::GetProjectsRequest projects_request;
  v1::GetPublicationsRequest publications_request;
  clashes_request.set_min_revision(1);
  projects_request.set_min_revision(1);
  publications_request.set_min_revision(1);
  wrong_request.set_country_code("Zambia");
  v1::GetClashesResponse clashes, nothing;
  v1::GetProjectsResponse projects;
  v1::GetPublicationsResponse publications;

  ASSERT_TRUE(call(&Stub::GetClashes, clashes_request, clashes).ok());
  ASSERT_TRUE(call(&Stub::GetProjects, projects_request, projects).ok());
  ASSERT_TRUE(
      call(&Stub::GetPublications, publications_request, publications).ok());
  const absl::Status wrong = call(&Stub::GetClashes, wrong_request, nothing);

  EXPECT_EQ(clashes.clashes().clashes_size(), 1);
  EXPECT_EQ(clashes.computed_at_revision(), 1);
  EXPECT_EQ(projects.projects().projects_size(), 1);
  EXPECT_EQ(projects.computed_at_revision(), 1);
  EXPECT_EQ(publications.publications().publications_size(), 1);
  EXPECT_EQ(publications.computed_at_revision(), 1);
  EXPECT_EQ(wrong.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(FieldPathsOf(wrong), ElementsAre("country_code"));
}

TEST_F(ReportingServiceTest, StatusSaysHowFarTheWorkerIs) {
  const auto empty = GetStatus(0);
  source_.Append(MakeChange(1, {PutMechanism("midsa", "MIDSA")}));

  const auto status = GetStatus(1);

  EXPECT_FALSE(empty.has_apply_time());
  EXPECT_EQ(status.applied_revision(), 1);
  EXPECT_EQ(status.registry_revision(), 1);
  EXPECT_EQ(status.checkpoint_revision(), 0);
  EXPECT_TRUE(status.connected());
  EXPECT_TRUE(status.has_apply_time());
  EXPECT_EQ(status.state_sha256().size(), 64);
  EXPECT_NE(status.state_sha256(), empty.state_sha256());
  EXPECT_EQ(status.release(), "1.2.3");
  EXPECT_EQ(status.start_time().seconds(), 5);
}

TEST_F(ReportingServiceTest, StoppingEndsWhoeverWaits) {
  v1::GetCoverageResponse response;
  absl::Status status;
  std::thread caller([&] {
    status = GetCoverage("rounds/2016", 9, absl::Seconds(30), &response);
  });
  // A call that only comes while the server shuts down may be told otherwise.
  while (publisher_.waiter_count() == 0) absl::SleepFor(absl::Milliseconds(1));

  server_->Drain(absl::Seconds(10), [&] { publisher_.Stop(); });
  caller.join();

  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable) << status;
}

class GetDiffTest : public ReportingServiceTest {
 protected:
  // Three revisions: MIDSA and the round, then a claim, then another.
  GetDiffTest() {
    const auto claims = [](const std::string& text) {
      return PutQuestionnaire("midsa", "2016", text);
    };
    constexpr char kFirst[] =
        "claims { framework: 'sdg' code: '10.7' strength: "
        "CLAIM_STRENGTH_EXPLICIT evidence { question_id: '2C' quote: 'a' } }";
    constexpr char kSecond[] =
        "claims { framework: 'sdg' code: '10.7' strength: "
        "CLAIM_STRENGTH_POSSIBLE evidence { question_id: '2C' quote: 'b' } }";
    std::vector<registry::v1::Change> changes = {
        MakeChange(1, {PutMechanism("midsa", "MIDSA"), PutRound("2016", "")}),
        MakeChange(2, {claims(kFirst)}), MakeChange(3, {claims(kSecond)})};
    for (registry::v1::Change& change : changes) {
      change.set_author(absl::StrCat("u", change.revision()));
      change.mutable_commit_time()->set_seconds(100 * change.revision());
      for (FakeChangeSource* source :
           {&source_, &past_source_, &history_source_})
        source->Append(change);
    }
  }

  absl::StatusOr<v1::Diff> Get(v1::GetDiffRequest request) {
    request.set_round("rounds/2016");
    request.set_min_revision(3);
    grpc::ClientContext context;
    v1::GetDiffResponse response;
    const grpc::Status status = stub_->GetDiff(&context, request, &response);
    if (!status.ok()) return FromGrpcStatus(status);
    return response.diff();
  }
};

TEST_F(GetDiffTest, SaysWhatChangedAndByWhom) {
  v1::GetDiffRequest request;
  request.set_from_revision(2);
  request.add_kinds(v1::DIFF_KIND_COVERAGE);

  const auto diff = Get(request);

  ASSERT_TRUE(diff.ok()) << diff.status();
  EXPECT_EQ(diff->from_revision(), 2);
  EXPECT_EQ(diff->to_revision(), 3);
  ASSERT_EQ(diff->cells_size(), 1);
  EXPECT_EQ(diff->cells(0).subject(), "10.7");
  EXPECT_EQ(diff->cells(0).old_value(), "2C explicit");
  EXPECT_EQ(diff->cells(0).new_value(), "2C possible");
  ASSERT_EQ(diff->cells(0).revisions_size(), 1);
  EXPECT_EQ(diff->cells(0).revisions(0).author(), "u3");
}

TEST_F(GetDiffTest, TimesMeanTheLastRevisionUpToThem) {
  v1::GetDiffRequest request;
  request.mutable_from_time()->set_seconds(199);
  request.mutable_to_time()->set_seconds(299);

  const auto diff = Get(request);

  ASSERT_TRUE(diff.ok()) << diff.status();
  EXPECT_EQ(diff->from_revision(), 1);
  EXPECT_EQ(diff->to_revision(), 2);
  EXPECT_EQ(diff->cells(diff->cells_size() - 1).revisions(0).author(), "u2");
}

TEST_F(GetDiffTest, WhatCannotBeComparedIsSaid) {
  v1::GetDiffRequest no_from;
  v1::GetDiffRequest reversed;
  reversed.set_from_revision(3);
  reversed.set_to_revision(2);
  v1::GetDiffRequest ahead;
  ahead.mutable_from_time()->set_seconds(99999999999);
  v1::GetDiffRequest unknown_kind;
  unknown_kind.set_from_revision(1);
  unknown_kind.add_kinds(static_cast<v1::DiffKind>(99));
  v1::GetDiffRequest words;  // which only reports hold
  words.set_from_revision(1);
  words.add_kinds(v1::DIFF_KIND_ANSWERS);
  v1::GetDiffRequest unknown_framework;
  unknown_framework.set_from_revision(1);
  unknown_framework.set_framework("x");

  for (const auto& request :
       {no_from, reversed, ahead, unknown_kind, words, unknown_framework})
    EXPECT_EQ(Get(request).status().code(), absl::StatusCode::kInvalidArgument)
        << request.ShortDebugString();
}

}  // namespace
}  // namespace compendium::reporting
