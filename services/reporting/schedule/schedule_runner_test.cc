// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/schedule_runner.h"

#include <gtest/gtest.h>

#include <set>

#include "services/reporting/schedule/attempts.h"
#include "services/reporting/schedule/limits.h"
#include "services/reporting/schedule/schedule_book.h"
#include "services/reporting/schedule/schedule_fixture.h"
#include "services/reporting/schedule/schedule_store.h"

namespace compendium::reporting {
namespace {

class ScheduleRunnerTest : public ScheduleFixture {
 protected:
  v1::Schedule Create(const v1::Schedule& schedule) {
    auto created = book_.Create("ten", schedule, {"a.diallo", "wanted"});
    EXPECT_TRUE(created.ok()) << created.status();
    return *std::move(created);
  }

  // Steps until there is nothing to do.
  static void Settle(ScheduleRunner& runner) {
    for (;;) {
      const auto more = runner.Step();
      ASSERT_TRUE(more.ok()) << more.status();
      if (!*more) return;
    }
  }

  ScheduleBook book_{*database_, clock_};
  ScheduleRunner runner_{*database_, folder_, maker_, clock_, "one"};
};

TEST_F(ScheduleRunnerTest, MakesOneReportForEachDueTimeAsOfThatTime) {
  Create(TenMinutes());
  Settle(runner_);
  EXPECT_TRUE(Reports().empty());
  clock_.Advance(absl::Minutes(35));
  Settle(runner_);
  Settle(runner_);
  const auto runs = Runs();
  ASSERT_EQ(runs.size(), 3U);
  std::set<std::string> names;
  for (int i = 0; i < 3; ++i) {
    const v1::ScheduleRun& run = runs[static_cast<size_t>(i)];
    EXPECT_EQ(run.state(), v1::RUN_STATE_MADE);
    EXPECT_EQ(ToTime(run.due_time()), Start() + absl::Minutes(10 * (i + 1)));
    EXPECT_EQ(run.revision(), 10 * (i + 1));
    EXPECT_EQ(run.attempt_count(), 1);
    names.insert(run.report());
  }
  EXPECT_EQ(names.size(), 3U);
  const auto reports = Reports();
  ASSERT_EQ(reports.size(), 3U);
  const v1::Report& last = reports.front();
  EXPECT_EQ(last.name(), runs.back().report());
  EXPECT_EQ(last.schedule(), "schedules/ten");
  EXPECT_EQ(last.author(), "a.diallo");
  EXPECT_EQ(last.spec().rule_set(), "1");
  EXPECT_EQ(*folder_.Get(last.files(0).sha256()), "revision 30 as 5");
  const auto events = Events();
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(events[2].report_made().name(), last.name());
}

TEST_F(ScheduleRunnerTest, TriesAgainLaterAtTheSameRevision) {
  Create(TenMinutes());
  clock_.Advance(absl::Minutes(10));
  maker_.make_error = absl::UnavailableError("the registry is away");
  Settle(runner_);
  v1::ScheduleRun run = Runs().at(0);
  EXPECT_EQ(run.state(), v1::RUN_STATE_PENDING);
  EXPECT_EQ(run.error(), "UNAVAILABLE: the registry is away");
  EXPECT_EQ(ToTime(run.next_attempt_time()), clock_.Now() + kRunRetryFirst);
  EXPECT_TRUE(Events().empty());

  maker_.make_error = absl::OkStatus();
  maker_.revision_shift = 100;  // what an attempt found is not asked for again
  Settle(runner_);
  EXPECT_EQ(Runs().at(0).attempt_count(), 1);
  clock_.Advance(kRunRetryFirst);
  Settle(runner_);
  run = Runs().at(0);
  EXPECT_EQ(run.state(), v1::RUN_STATE_MADE);
  EXPECT_EQ(run.revision(), 10);
  EXPECT_EQ(run.attempt_count(), 2);
  EXPECT_EQ(run.error(), "");
}

TEST_F(ScheduleRunnerTest, GivesUpAfterSoManyAttemptsAndSaysSo) {
  Create(TenMinutes());
  clock_.Advance(absl::Minutes(10));
  maker_.revision_error = absl::UnavailableError("away");
  Settle(runner_);
  v1::Schedule schedule = Get([](SqliteDatabase& database) {
    return FindVersion(database, "schedules/ten", "1");
  });
  schedule.set_state(v1::SCHEDULE_STATE_PAUSED);
  ASSERT_TRUE(book_.Update(schedule, {"a", "enough"}).ok());
  for (int i = 0; i < 2 * kRunAttemptsMax; ++i) {
    clock_.Advance(kRunRetryLongest);
    Settle(runner_);
  }
  const v1::ScheduleRun run = Runs().at(0);
  EXPECT_EQ(run.state(), v1::RUN_STATE_FAILED);
  EXPECT_EQ(run.attempt_count(), kRunAttemptsMax);
  EXPECT_FALSE(run.has_next_attempt_time());
  ASSERT_EQ(Events().size(), 1U);
  EXPECT_EQ(Events()[0].run_failed().schedule(), "schedules/ten");
}

TEST_F(ScheduleRunnerTest, GivesUpAtOnceWhereTryingAgainCannotHelp) {
  Create(TenMinutes());
  clock_.Advance(absl::Minutes(10));
  maker_.make_error = absl::NotFoundError("round: got rounds/2016");
  Settle(runner_);
  EXPECT_EQ(Runs().at(0).state(), v1::RUN_STATE_FAILED);
  EXPECT_EQ(maker_.attempt_count, 1);
}

TEST_F(ScheduleRunnerTest, ARunThatAlwaysEndsTheProcessEnds) {
  Create(TenMinutes());
  clock_.Advance(absl::Minutes(10));
  ASSERT_TRUE(runner_.Step().ok());  // plans and makes
  v1::ScheduleRun run = Runs().at(0);
  run.set_state(v1::RUN_STATE_PENDING);
  run.set_attempt_count(kRunAttemptsMax);
  SetTimestamp(clock_.Now(), *run.mutable_next_attempt_time());
  ASSERT_TRUE(database_
                  ->Write([&](SqliteDatabase& database) {
                    return UpdateRun(database, run, "one");
                  })
                  .ok());
  Settle(runner_);
  EXPECT_EQ(Runs().at(0).state(), v1::RUN_STATE_FAILED);
}

TEST_F(ScheduleRunnerTest, SkippedTimesAreToldAndHaveNoReport) {
  v1::Schedule schedule = TenMinutes();
  schedule.set_catch_up(v1::CATCH_UP_LATEST);
  Create(schedule);
  clock_.Advance(absl::Minutes(55));
  Settle(runner_);
  EXPECT_EQ(Runs().size(), 5U);
  EXPECT_EQ(Reports().size(), 2U);  // 8:40 is missed, 8:50 is not
  const auto events = Events();
  ASSERT_EQ(events.size(), 5U);
  EXPECT_EQ(ToTime(events[0].run_skipped().due_time()),
            Start() + absl::Minutes(10));
}

TEST_F(ScheduleRunnerTest, OneWorkerLeavesAnothersAttemptAlone) {
  Create(TenMinutes());
  clock_.Advance(absl::Minutes(10));
  Settle(runner_);
  const v1::ScheduleRun first = Runs().at(0);
  clock_.Advance(absl::Minutes(10));
  // As if another had taken the run of 8:20 and were at it.
  ASSERT_TRUE(
      database_
          ->Write([&](SqliteDatabase& database) -> absl::Status {
            v1::ScheduleRun run = first;
            SetTimestamp(Start() + absl::Minutes(20), *run.mutable_due_time());
            run.set_state(v1::RUN_STATE_PENDING);
            SetTimestamp(clock_.Now(), *run.mutable_next_attempt_time());
            RETURN_IF_ERROR(AddRun(database, run));
            RETURN_IF_ERROR(
                SetPlannedUntil(database, "schedules/ten", clock_.Now()));
            return TakeRun(database, "other", clock_.Now()).status();
          })
          .ok());
  Settle(runner_);
  EXPECT_EQ(Reports().size(), 1U);
  clock_.Advance(kAttemptTime);  // it never comes back
  Settle(runner_);
  EXPECT_EQ(Reports().size(), 2U);
}

TEST_F(ScheduleRunnerTest, AWorkerThatWasKilledGoesOnAtOnce) {
  Create(TenMinutes());
  clock_.Advance(absl::Minutes(10));
  maker_.revision_error = absl::UnavailableError("away");
  ASSERT_TRUE(runner_.Step().ok());
  ASSERT_TRUE(database_
                  ->Write([&](SqliteDatabase& database) {
                    return TakeRun(database, "one",
                                   clock_.Now() + kRunRetryFirst)
                        .status();
                  })
                  .ok());
  maker_.revision_error = absl::OkStatus();
  ScheduleRunner restarted(*database_, folder_, maker_, clock_, "one");
  ASSERT_TRUE(restarted.Recover().ok());
  Settle(restarted);
  EXPECT_EQ(Reports().size(), 1U);
}

// Two workers plan and make at the same times; whoever is slower finds that all
// is done.
TEST_F(ScheduleRunnerTest, SeveralWorkersMakeEachReportOnce) {
  Create(TenMinutes());
  auto other_database = ArchiveDatabase::Open(path_ + "/archive.db");
  ASSERT_TRUE(other_database.ok());
  ScheduleRunner other(**other_database, folder_, maker_, clock_, "two");
  for (int i = 0; i < 20; ++i) {
    clock_.Advance(absl::Minutes(7));
    for (int step = 0; step < 4; ++step) {
      ASSERT_TRUE(runner_.Step().ok());
      ASSERT_TRUE(other.Step().ok());
    }
  }
  EXPECT_EQ(Runs().size(), 14U);
  EXPECT_EQ(Reports().size(), 14U);
  EXPECT_EQ(Events().size(), 14U);
}

TEST_F(ScheduleRunnerTest, AReportHasADeliveryForEachTarget) {
  v1::Schedule schedule = TenMinutes();
  schedule.add_targets()->mutable_folder()->set_path("ministers");
  schedule.add_targets()->mutable_http()->set_url("https://example.org/in");
  Create(schedule);
  clock_.Advance(absl::Minutes(10));
  Settle(runner_);
  const auto deliveries = Deliveries();
  ASSERT_EQ(deliveries.size(), 2U);
  EXPECT_EQ(deliveries[0].report(), Reports()[0].name());
  EXPECT_EQ(deliveries[0].target().folder().path(), "ministers");
  EXPECT_EQ(deliveries[1].target_index(), 1);
  EXPECT_EQ(deliveries[1].state(), v1::DELIVERY_STATE_PENDING);
}

TEST(AttemptsTest, PausesDoubleUpToTheLongest) {
  EXPECT_EQ(PauseAfter(1, absl::Seconds(10), absl::Minutes(1)),
            absl::Seconds(10));
  EXPECT_EQ(PauseAfter(3, absl::Seconds(10), absl::Minutes(1)),
            absl::Seconds(40));
  EXPECT_EQ(PauseAfter(4, absl::Seconds(10), absl::Minutes(1)),
            absl::Minutes(1));
  EXPECT_EQ(PauseAfter(4000, absl::Seconds(10), absl::Minutes(1)),
            absl::Minutes(1));
}

TEST(AttemptsTest, ALongErrorIsCutAtTheEndOfACharacter) {
  std::string long_text;
  while (long_text.size() < 2 * kErrorBytesMax) long_text += "é";
  const std::string kept = ErrorText(absl::InternalError(long_text));
  EXPECT_LE(kept.size(), size_t{kErrorBytesMax});
  EXPECT_EQ(kept.substr(0, 10), "INTERNAL: ");
  EXPECT_EQ(kept.substr(kept.size() - 2), "é");
}

}  // namespace
}  // namespace compendium::reporting
