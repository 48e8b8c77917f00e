// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/schedule_service.h"

#include <grpcpp/client_context.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "lib/rpc/channel.h"
#include "lib/rpc/grpc_status.h"
#include "lib/rpc/server.h"
#include "services/reporting/schedule/deliverer.h"
#include "services/reporting/schedule/folder_sender.h"
#include "services/reporting/schedule/schedule_fixture.h"
#include "services/reporting/schedule/schedule_runner.h"

namespace compendium::reporting {
namespace {

class ScheduleServiceTest : public ScheduleFixture {
 protected:
  ScheduleServiceTest() {
    auto server =
        Server::Start({.address = "127.0.0.1:0"},
                      {{v1::ScheduleService::service_full_name(), &service_}});
    CHECK(server.ok());
    server_ = *std::move(server);
    stub_ = v1::ScheduleService::NewStub(
        MakeChannel(absl::StrCat("127.0.0.1:", server_->port())));
  }

  template <class Request, class Response>
  absl::StatusOr<Response> Call(
      grpc::Status (v1::ScheduleService::Stub::*method)(grpc::ClientContext*,
                                                        const Request&,
                                                        Response*),
      const Request& request) {
    grpc::ClientContext context;
    Response response;
    const grpc::Status status = (*stub_.*method)(&context, request, &response);
    if (!status.ok()) return FromGrpcStatus(status);
    return response;
  }

  static v1::CreateScheduleRequest ARequest() {
    v1::CreateScheduleRequest request;
    request.set_schedule_id("ten");
    *request.mutable_schedule() = TenMinutes();
    request.set_author("a.diallo");
    request.set_reason("wanted");
    return request;
  }

  v1::Schedule Create(const v1::CreateScheduleRequest& request = ARequest()) {
    auto response = Call(&v1::ScheduleService::Stub::CreateSchedule, request);
    EXPECT_TRUE(response.ok()) << response.status();
    return response.ok() ? response->schedule() : v1::Schedule();
  }

  void Settle(ScheduleRunner& runner) {
    for (auto more = runner.Step(); more.ok() && *more; more = runner.Step()) {
    }
  }

  int wake_count_ = 0;
  ScheduleBook book_{*database_, clock_};
  ScheduleService service_{
      {.database = *database_, .book = book_, .clock = clock_, .wake = [this] {
         ++wake_count_;
       }}};
  std::unique_ptr<Server> server_;
  std::unique_ptr<v1::ScheduleService::Stub> stub_;
};

TEST_F(ScheduleServiceTest, KeepsWhatWasCreatedAndChanged) {
  v1::Schedule schedule = Create();
  EXPECT_EQ(schedule.name(), "schedules/ten");
  v1::UpdateScheduleRequest update;
  *update.mutable_schedule() = schedule;
  update.mutable_schedule()->set_state(v1::SCHEDULE_STATE_PAUSED);
  update.set_author("b.cruz");
  update.set_reason("holidays");
  ASSERT_TRUE(Call(&v1::ScheduleService::Stub::UpdateSchedule, update).ok());
  EXPECT_TRUE(absl::IsAborted(
      Call(&v1::ScheduleService::Stub::UpdateSchedule, update).status()));

  v1::GetScheduleRequest get;
  get.set_name("schedules/ten");
  const auto got = Call(&v1::ScheduleService::Stub::GetSchedule, get);
  ASSERT_TRUE(got.ok());
  EXPECT_EQ(got->schedule().state(), v1::SCHEDULE_STATE_PAUSED);
  v1::ListScheduleVersionsRequest versions;
  versions.set_name("schedules/ten");
  EXPECT_EQ(Call(&v1::ScheduleService::Stub::ListScheduleVersions, versions)
                ->versions_size(),
            2);

  v1::DeleteScheduleRequest end;
  end.set_name("schedules/ten");
  end.set_author("b.cruz");
  end.set_reason("over");
  ASSERT_TRUE(Call(&v1::ScheduleService::Stub::DeleteSchedule, end).ok());
  v1::ListSchedulesRequest list;
  EXPECT_EQ(
      Call(&v1::ScheduleService::Stub::ListSchedules, list)->schedules_size(),
      0);
  list.set_show_deleted(true);
  EXPECT_EQ(
      Call(&v1::ScheduleService::Stub::ListSchedules, list)->schedules_size(),
      1);
}

TEST_F(ScheduleServiceTest, SaysEverythingThatIsWrongWithASchedule) {
  v1::CreateScheduleRequest request = ARequest();
  v1::Schedule& schedule = *request.mutable_schedule();
  schedule.set_cron("61 * * * *");
  schedule.set_time_zone("Mars/Phobos");
  schedule.mutable_parameters()->clear_round();
  schedule.add_formats(v1::REPORT_FORMAT_ICALENDAR);
  schedule.add_targets()->mutable_folder()->set_path("../etc");
  schedule.add_targets()->mutable_http()->set_url("ftp://example.org");
  schedule.add_targets();
  EXPECT_EQ(
      FieldPathsOf(
          Call(&v1::ScheduleService::Stub::CreateSchedule, request).status()),
      (std::vector<std::string>{
          "schedule.cron", "schedule.time_zone", "schedule.parameters.round",
          "schedule.formats[1]", "schedule.targets[0].folder.path",
          "schedule.targets[1].http.url", "schedule.targets[2]"}));
  request = ARequest();
  request.mutable_schedule()->clear_formats();
  EXPECT_EQ(
      FieldPathsOf(
          Call(&v1::ScheduleService::Stub::CreateSchedule, request).status()),
      std::vector<std::string>{"schedule.formats"});
}

TEST_F(ScheduleServiceTest, PreviewsDueTimes) {
  v1::PreviewScheduleRequest request;
  request.set_cron("30 2 * * *");
  request.set_time_zone("Europe/Zurich");
  SetTimestamp(absl::FromCivil(absl::CivilSecond(2026, 3, 28, 12, 0, 0),
                               absl::UTCTimeZone()),
               *request.mutable_after_time());
  request.set_count(2);
  const auto response =
      Call(&v1::ScheduleService::Stub::PreviewSchedule, request);
  ASSERT_TRUE(response.ok()) << response.status();
  ASSERT_EQ(response->due_times_size(), 2);
  EXPECT_EQ(response->due_times(0).local_time(), "2026-03-29 03:00 +02:00");
  EXPECT_EQ(response->due_times(1).local_time(), "2026-03-30 02:30 +02:00");
  request.clear_count();
  EXPECT_EQ(Call(&v1::ScheduleService::Stub::PreviewSchedule, request)
                ->due_times_size(),
            10);
  request.set_cron("x");
  EXPECT_EQ(
      FieldPathsOf(
          Call(&v1::ScheduleService::Stub::PreviewSchedule, request).status()),
      std::vector<std::string>{"cron"});
}

TEST_F(ScheduleServiceTest, ListsRunsPageAfterPageAndRetriesOne) {
  Create();
  maker_.make_error = absl::NotFoundError("round");
  clock_.Advance(absl::Minutes(30));
  ScheduleRunner runner(*database_, folder_, maker_, clock_, "one");
  Settle(runner);
  v1::ListScheduleRunsRequest request;
  request.set_page_size(2);
  request.set_state(v1::RUN_STATE_FAILED);
  std::vector<v1::ScheduleRun> runs;
  for (int page = 0; page < 2; ++page) {
    const auto response =
        Call(&v1::ScheduleService::Stub::ListScheduleRuns, request);
    ASSERT_TRUE(response.ok()) << response.status();
    runs.insert(runs.end(), response->runs().begin(), response->runs().end());
    EXPECT_EQ(response->next_page_token().empty(), page == 1);
    request.set_page_token(response->next_page_token());
  }
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(ToTime(runs[2].due_time()), Start() + absl::Minutes(10));

  v1::RetryScheduleRunRequest retry;
  retry.set_schedule("schedules/ten");
  *retry.mutable_due_time() = runs[2].due_time();
  const auto retried =
      Call(&v1::ScheduleService::Stub::RetryScheduleRun, retry);
  ASSERT_TRUE(retried.ok()) << retried.status();
  EXPECT_EQ(retried->run().state(), v1::RUN_STATE_PENDING);
  EXPECT_EQ(wake_count_, 1);
  EXPECT_EQ(
      ReasonOf(
          Call(&v1::ScheduleService::Stub::RetryScheduleRun, retry).status()),
      "RUN_NOT_ENDED");
  maker_.make_error = absl::OkStatus();
  Settle(runner);
  EXPECT_EQ(Runs().at(0).state(), v1::RUN_STATE_MADE);
}

TEST_F(ScheduleServiceTest, ListsDeadLettersAndSendsOneAgain) {
  v1::CreateScheduleRequest request = ARequest();
  request.mutable_schedule()->add_targets()->mutable_folder()->set_path("a");
  request.mutable_schedule()->add_targets()->mutable_folder()->set_path("b");
  Create(request);
  clock_.Advance(absl::Minutes(10));
  ScheduleRunner runner(*database_, folder_, maker_, clock_, "one");
  Settle(runner);
  FolderSender nowhere("");
  Deliverer deliverer(*database_, folder_, nowhere, nowhere, clock_, "one");
  while (*deliverer.Step()) {
  }
  v1::ListDeliveriesRequest list;
  list.set_state(v1::DELIVERY_STATE_FAILED);
  list.set_page_size(1);
  auto page = Call(&v1::ScheduleService::Stub::ListDeliveries, list);
  ASSERT_TRUE(page.ok()) << page.status();
  EXPECT_EQ(page->deliveries(0).target_index(), 0);
  list.set_page_token(page->next_page_token());
  page = Call(&v1::ScheduleService::Stub::ListDeliveries, list);
  ASSERT_TRUE(page.ok()) << page.status();
  ASSERT_EQ(page->deliveries_size(), 1);
  EXPECT_EQ(page->deliveries(0).target_index(), 1);
  EXPECT_EQ(page->next_page_token(), "");

  v1::ResendDeliveryRequest resend;
  resend.set_report(page->deliveries(0).report());
  resend.set_target_index(1);
  ASSERT_TRUE(Call(&v1::ScheduleService::Stub::ResendDelivery, resend).ok());
  EXPECT_EQ(
      ReasonOf(
          Call(&v1::ScheduleService::Stub::ResendDelivery, resend).status()),
      "DELIVERY_NOT_ENDED");
  FolderSender somewhere(path_ + "/out");
  Deliverer again(*database_, folder_, somewhere, nowhere, clock_, "one");
  while (*again.Step()) {
  }
  EXPECT_TRUE(std::filesystem::exists(path_ + "/out/b"));
  EXPECT_FALSE(std::filesystem::exists(path_ + "/out/a"));
}

}  // namespace
}  // namespace compendium::reporting
