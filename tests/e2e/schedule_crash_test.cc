// SPDX-License-Identifier: Apache-2.0
// Kills the reporting worker with SIGKILL while it makes the reports of due
// times: each must have exactly one.
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "compendium/reporting/v1/report_service.grpc.pb.h"
#include "compendium/reporting/v1/schedule_service.grpc.pb.h"
#include "lib/request/timestamp.h"
#include "lib/rpc/channel.h"
#include "lib/rpc/grpc_status.h"
#include "lib/rpc/list_pages.h"
#include "services/reporting/archive/archive_database.h"
#include "services/reporting/schedule/schedule_store.h"
#include "tests/support/process.h"
#include "tests/support/registry_fixture.h"

namespace compendium::tests {
namespace {

namespace registry_v1 = compendium::registry::v1;
namespace v1 = compendium::reporting::v1;

constexpr int kKills = 30;
// Due times that passed before the first worker looks: more than it makes until
// it was killed so often, and fewer than a day has minutes.
constexpr int kMissed = 1400;

// The machine's clock, but a day late: what is written by it was there at every
// due time of the test.
class YesterdaysClock final : public base::Clock {
 public:
  absl::Time Now() const override { return clock_.Now() - absl::Hours(24); }
  absl::Duration Uptime() const override { return clock_.Uptime(); }
  void WaitFor(base::CondVar& cv, base::Mutex& mu,
               absl::Duration timeout) override
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu) {
    clock_.WaitFor(cv, mu, timeout);
  }

 private:
  base::RealClock clock_;
};

// All pages of a list as one.
template <class Stub, class Request, class Response>
Response AllPages(Stub& stub,
                  grpc::Status (Stub::*method)(grpc::ClientContext*,
                                               const Request&, Response*),
                  const Request& request) {
  Response all;
  const absl::Status status = ForEachListPage<Request, Response>(
      request,
      [&](const Request& page) -> absl::StatusOr<Response> {
        grpc::ClientContext context;
        Response response;
        const grpc::Status called = (stub.*method)(&context, page, &response);
        if (!called.ok()) return FromGrpcStatus(called);
        return response;
      },
      [&](Response& page) {
        all.MergeFrom(page);
        return absl::OkStatus();
      });
  EXPECT_TRUE(status.ok()) << status;
  return all;
}

class ScheduleCrash : public testing::Test {
 protected:
  void SetUp() override {
    registry_v1::CreateRoundRequest round;
    round.set_round_id("2016");
    round.mutable_round()->set_title("2016");
    round.set_author("test");
    round.set_reason("test");
    grpc::ClientContext context;
    registry_v1::CreateRoundResponse response;
    ASSERT_TRUE(registry_.stub().CreateRound(&context, round, &response).ok());
  }

  std::unique_ptr<Process> StartWorker() {
    return *Process::Start(
        {.command = {BinaryPath("compendium-reporting"),
                     "--http_address=", "--listen_address=127.0.0.1:0",
                     "--registry_address=" + registry_.address(),
                     "--data_dir=" + folder_ + "/data",
                     "--archive_dir=" + archive_,
                     "--delivery_dir=" + folder_ + "/out"},
         .log_path = folder_ + "/worker.log"});
  }

  std::shared_ptr<grpc::Channel> ChannelTo(Process& worker) {
    const auto address = worker.WaitUntilServing();
    EXPECT_TRUE(address.ok()) << address.status();
    return MakeChannel(*address, /*own_connection=*/true);
  }

  static void CreateSchedule(v1::ScheduleService::Stub& stub) {
    v1::CreateScheduleRequest request;
    request.set_schedule_id("minutely");
    v1::Schedule& schedule = *request.mutable_schedule();
    schedule.set_title("Every minute");
    schedule.set_cron("* * * * *");
    schedule.set_time_zone("UTC");
    schedule.set_report_kind(v1::REPORT_KIND_COMPLETION);
    schedule.mutable_parameters()->set_round("rounds/2016");
    schedule.add_formats(v1::REPORT_FORMAT_CSV);
    schedule.add_targets()->mutable_folder()->set_path("minutely");
    request.set_author("test");
    request.set_reason("test");
    grpc::ClientContext context;
    v1::CreateScheduleResponse response;
    const grpc::Status status =
        stub.CreateSchedule(&context, request, &response);
    ASSERT_TRUE(status.ok()) << status.error_message();
  }

  // As if no worker had looked since then.
  void MissSince(absl::Time time) {
    const auto database =
        reporting::ArchiveDatabase::Open(archive_ + "/archive.db");
    ASSERT_TRUE(database.ok()) << database.status();
    ASSERT_TRUE((*database)
                    ->Write([&](SqliteDatabase& sqlite) {
                      return reporting::SetPlannedUntil(
                          sqlite, "schedules/minutely", time);
                    })
                    .ok());
  }

  // All runs in that state; the latest first.
  static std::vector<v1::ScheduleRun> Runs(v1::ScheduleService::Stub& stub,
                                           v1::RunState state) {
    v1::ListScheduleRunsRequest request;
    request.set_state(state);
    const auto all =
        AllPages(stub, &v1::ScheduleService::Stub::ListScheduleRuns, request);
    return {all.runs().begin(), all.runs().end()};
  }

  static std::vector<v1::Report> Reports(v1::ReportService::Stub& stub) {
    const auto all = AllPages(stub, &v1::ReportService::Stub::ListReports,
                              v1::ListReportsRequest());
    return {all.reports().begin(), all.reports().end()};
  }

  size_t DeliveredFileCount() const {
    size_t count = 0;
    for ([[maybe_unused]] const auto& file :
         std::filesystem::directory_iterator(folder_ + "/out/minutely"))
      ++count;
    return count;
  }

  const std::string folder_ = NewFolder("schedule_crash");
  const std::string archive_ = folder_ + "/archive";
  RegistryFixture registry_{RegistryFixture::Engine::kMemory,
                            std::make_unique<YesterdaysClock>()};
};

TEST_F(ScheduleCrash, EachDueTimeHasOneReportHoweverOftenTheWorkerIsKilled) {
  auto worker = StartWorker();
  CreateSchedule(*v1::ScheduleService::NewStub(ChannelTo(*worker)));
  worker->Kill();
  MissSince(absl::Now() - absl::Minutes(kMissed));

  std::mt19937 random(30);
  size_t made_count = 0;
  for (int i = 0; i < kKills; ++i) {
    worker = StartWorker();
    // Half of them while it makes reports, half of them as it starts.
    if (i % 2 == 0) {
      const auto stub = v1::ScheduleService::NewStub(ChannelTo(*worker));
      const size_t before = made_count;
      const absl::Time deadline = absl::Now() + absl::Minutes(1);
      while (made_count == before && absl::Now() < deadline)
        made_count = Runs(*stub, v1::RUN_STATE_MADE).size();
      ASSERT_GT(made_count, before);
    }
    absl::SleepFor(absl::Milliseconds(random() % 80));
    worker->Kill();
  }

  worker = StartWorker();
  const auto channel = ChannelTo(*worker);
  const auto schedules = v1::ScheduleService::NewStub(channel);
  const auto archive = v1::ReportService::NewStub(channel);
  const size_t made_while_killed = Runs(*schedules, v1::RUN_STATE_MADE).size();
  std::cout << made_while_killed << " of " << kMissed << " made over " << kKills
            << " kills\n";
  EXPECT_GE(made_while_killed, size_t{kKills / 2}) << "the kills hit nothing";
  EXPECT_LT(made_while_killed, size_t{kMissed}) << "the kills hit nothing";
  const absl::Time deadline = absl::Now() + absl::Minutes(5);
  while (!Runs(*schedules, v1::RUN_STATE_PENDING).empty()) {
    ASSERT_LT(absl::Now(), deadline);
    absl::SleepFor(absl::Milliseconds(200));
  }

  const std::vector<v1::ScheduleRun> runs =
      Runs(*schedules, v1::RUN_STATE_UNSPECIFIED);
  ASSERT_GE(runs.size(), size_t{kMissed} - 1);
  std::set<std::string> names;
  for (size_t i = 0; i < runs.size(); ++i) {
    EXPECT_EQ(runs[i].state(), v1::RUN_STATE_MADE) << runs[i].error();
    names.insert(runs[i].report());
    if (i > 0) {
      EXPECT_EQ(ToTime(runs[i - 1].due_time()) - ToTime(runs[i].due_time()),
                absl::Minutes(1));
    }
  }
  EXPECT_EQ(names.size(), runs.size());
  const std::vector<v1::Report> reports = Reports(*archive);
  EXPECT_GE(reports.size(), runs.size());  // a minute may have passed
  std::set<int64_t> due;
  for (const v1::Report& report : reports) {
    EXPECT_TRUE(due.insert(report.due_time().seconds()).second)
        << report.name() << " is the second of its time";
    EXPECT_EQ(report.spec().revision(), 1);
  }
  // Every event came once, without gaps: WatchReports tells them in order.
  grpc::ClientContext context;
  auto stream = archive->WatchReports(&context, v1::WatchReportsRequest());
  v1::WatchReportsResponse response;
  std::set<std::string> told;
  std::set<std::string> delivered;
  for (int64_t next = 1; delivered.size() < names.size(); ++next) {
    ASSERT_TRUE(stream->Read(&response));
    const v1::ReportEvent& event = response.event();
    ASSERT_EQ(event.sequence(), next);
    if (event.has_report_made()) {
      EXPECT_TRUE(told.insert(event.report_made().name()).second);
    } else {
      ASSERT_TRUE(event.has_delivered()) << event.ShortDebugString();
      EXPECT_TRUE(delivered.insert(event.delivered().report()).second);
    }
  }
  context.TryCancel();
  EXPECT_GE(DeliveredFileCount(), names.size());
  EXPECT_LE(DeliveredFileCount(), Reports(*archive).size());
}

}  // namespace
}  // namespace compendium::tests
