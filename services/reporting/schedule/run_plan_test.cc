// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/run_plan.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/request/timestamp.h"
#include "services/reporting/schedule/limits.h"

namespace compendium::reporting {
namespace {

v1::Schedule Hourly(v1::CatchUp catch_up) {
  v1::Schedule schedule;
  schedule.set_name("schedules/hourly");
  schedule.set_etag("3");
  schedule.set_cron("0 * * * *");
  schedule.set_time_zone("UTC");
  schedule.set_catch_up(catch_up);
  return schedule;
}

absl::Time At(absl::string_view time) {
  absl::Time parsed;
  std::string error;
  EXPECT_TRUE(absl::ParseTime("%Y-%m-%d %H:%M", time, &parsed, &error));
  return parsed;
}

// "08:00 PENDING" for each run.
std::vector<std::string> Plan(const v1::Schedule& schedule,
                              absl::string_view from, absl::string_view now) {
  const RunPlan plan = PlanRuns(schedule, At(from), At(now));
  EXPECT_EQ(plan.until, At(now));
  std::vector<std::string> runs;
  for (const v1::ScheduleRun& run : plan.runs) {
    EXPECT_EQ(run.schedule(), schedule.name());
    EXPECT_EQ(run.schedule_etag(), schedule.etag());
    EXPECT_EQ(run.has_next_attempt_time(),
              run.state() == v1::RUN_STATE_PENDING);
    runs.push_back(absl::StrCat(
        absl::FormatTime("%H:%M", ToTime(run.due_time()), absl::UTCTimeZone()),
        run.state() == v1::RUN_STATE_PENDING ? " pending" : " skipped"));
  }
  return runs;
}

using Runs = std::vector<std::string>;

TEST(PlanRunsTest, WhatIsDueIsPending) {
  const v1::Schedule schedule = Hourly(v1::CATCH_UP_NONE);
  EXPECT_EQ(Plan(schedule, "2026-11-25 07:30", "2026-11-25 08:00"),
            Runs{"08:00 pending"});
  EXPECT_EQ(Plan(schedule, "2026-11-25 08:00", "2026-11-25 08:59"), Runs{});
  EXPECT_EQ(Plan(schedule, "2026-11-25 07:59", "2026-11-25 08:10"),
            Runs{"08:00 pending"});
}

TEST(PlanRunsTest, ARunWaitsForWhatWasCommittedBefore) {
  const absl::Time due = At("2026-11-25 08:00");
  const v1::Schedule schedule = Hourly(v1::CATCH_UP_ALL);
  const absl::Time from = due - absl::Minutes(1);
  EXPECT_EQ(
      ToTime(PlanRuns(schedule, from, due).runs.at(0).next_attempt_time()),
      due + kSettleTime);
  const absl::Time later = due + absl::Minutes(1);
  EXPECT_EQ(
      ToTime(PlanRuns(schedule, from, later).runs.at(0).next_attempt_time()),
      later);
}

TEST(PlanRunsTest, MissedTimesAreCaughtUpAsTheScheduleSays) {
  const absl::string_view from = "2026-11-25 05:30";
  const absl::string_view now = "2026-11-25 08:30";
  EXPECT_EQ(Plan(Hourly(v1::CATCH_UP_ALL), from, now),
            (Runs{"06:00 pending", "07:00 pending", "08:00 pending"}));
  EXPECT_EQ(Plan(Hourly(v1::CATCH_UP_UNSPECIFIED), from, now),
            (Runs{"06:00 pending", "07:00 pending", "08:00 pending"}));
  EXPECT_EQ(Plan(Hourly(v1::CATCH_UP_LATEST), from, now),
            (Runs{"06:00 skipped", "07:00 skipped", "08:00 pending"}));
  EXPECT_EQ(Plan(Hourly(v1::CATCH_UP_NONE), from, now),
            (Runs{"06:00 skipped", "07:00 skipped", "08:00 skipped"}));
}

TEST(PlanRunsTest, TheLatestMissedTimeIsCaughtUpBesideOneThatIsNot) {
  EXPECT_EQ(
      Plan(Hourly(v1::CATCH_UP_LATEST), "2026-11-25 05:30", "2026-11-25 08:05"),
      (Runs{"06:00 skipped", "07:00 pending", "08:00 pending"}));
  EXPECT_EQ(
      Plan(Hourly(v1::CATCH_UP_NONE), "2026-11-25 05:30", "2026-11-25 08:05"),
      (Runs{"06:00 skipped", "07:00 skipped", "08:00 pending"}));
}

TEST(PlanRunsTest, APausedOrDeletedScheduleIsNeverDue) {
  v1::Schedule paused = Hourly(v1::CATCH_UP_ALL);
  paused.set_state(v1::SCHEDULE_STATE_PAUSED);
  EXPECT_EQ(Plan(paused, "2026-11-25 05:30", "2026-11-25 08:30"), Runs{});
  v1::Schedule deleted = Hourly(v1::CATCH_UP_ALL);
  deleted.mutable_delete_time()->set_seconds(1);
  EXPECT_EQ(Plan(deleted, "2026-11-25 05:30", "2026-11-25 08:30"), Runs{});
}

TEST(PlanRunsTest, ALongAbsenceIsPlannedInParts) {
  const v1::Schedule schedule = Hourly(v1::CATCH_UP_LATEST);
  const absl::Time now = At("2027-11-25 08:30");
  absl::Time from = At("2026-11-25 08:30");
  size_t count = 0;
  size_t pending = 0;
  while (from < now) {
    const RunPlan plan = PlanRuns(schedule, from, now);
    ASSERT_LE(plan.runs.size(), size_t{kRunsPlannedMax});
    ASSERT_GT(plan.until, from);
    for (const v1::ScheduleRun& run : plan.runs)
      if (run.state() == v1::RUN_STATE_PENDING) ++pending;
    count += plan.runs.size();
    from = plan.until;
  }
  EXPECT_EQ(count, 365U * 24U);
  EXPECT_EQ(pending, 1U);
}

}  // namespace
}  // namespace compendium::reporting
