// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/schedule_book.h"

#include <gtest/gtest.h>

#include "lib/request/error_details.h"
#include "services/reporting/schedule/limits.h"
#include "services/reporting/schedule/schedule_fixture.h"
#include "services/reporting/schedule/schedule_store.h"

namespace compendium::reporting {
namespace {

class ScheduleBookTest : public ScheduleFixture {
 protected:
  v1::Schedule Create() {
    auto created = book_.Create("ten", TenMinutes(), {"a.diallo", "wanted"});
    EXPECT_TRUE(created.ok()) << created.status();
    return *std::move(created);
  }

  ScheduleBook book_{*database_, clock_};
};

TEST_F(ScheduleBookTest, KeepsEveryVersionWithItsAuthor) {
  v1::Schedule schedule = Create();
  EXPECT_EQ(schedule.name(), "schedules/ten");
  EXPECT_EQ(schedule.etag(), "1");
  clock_.Advance(absl::Minutes(1));
  schedule.set_title("Coverage, for the ministers");
  const auto updated = book_.Update(schedule, {"b.cruz", "clearer title"});
  ASSERT_TRUE(updated.ok());
  EXPECT_EQ(updated->etag(), "2");
  EXPECT_EQ(ToTime(updated->create_time()), ToTime(schedule.create_time()));
  EXPECT_EQ(ToTime(updated->update_time()), clock_.Now());
  const auto versions = Get([](SqliteDatabase& database) {
    return ListVersions(database, "schedules/ten", 9);
  });
  ASSERT_EQ(versions.size(), 2U);
  EXPECT_EQ(versions[0].author(), "b.cruz");
  EXPECT_EQ(versions[0].reason(), "clearer title");
  EXPECT_EQ(versions[1].author(), "a.diallo");
  EXPECT_EQ(versions[1].title(), "Coverage");
}

TEST_F(ScheduleBookTest, RefusesAnIdThatIsTakenAlsoByADeletedOne) {
  Create();
  EXPECT_EQ(ReasonOf(book_.Create("ten", TenMinutes(), {"a", "b"}).status()),
            "RECORD_EXISTS");
  ASSERT_TRUE(book_.Delete("schedules/ten", "", {"a", "b"}).ok());
  EXPECT_TRUE(absl::IsAlreadyExists(
      book_.Create("ten", TenMinutes(), {"a", "b"}).status()));
}

TEST_F(ScheduleBookTest, RefusesAnUpdateOfAnOlderVersion) {
  v1::Schedule schedule = Create();
  ASSERT_TRUE(book_.Update(schedule, {"a", "b"}).ok());
  const absl::Status refused = book_.Update(schedule, {"a", "b"}).status();
  EXPECT_TRUE(absl::IsAborted(refused));
  EXPECT_EQ(ReasonOf(refused), "ETAG_MISMATCH");
  schedule.clear_etag();
  EXPECT_TRUE(book_.Update(schedule, {"a", "b"}).ok());
  EXPECT_TRUE(
      absl::IsAborted(book_.Delete("schedules/ten", "1", {"a", "b"}).status()));
}

TEST_F(ScheduleBookTest, ADeletedScheduleIsThereAndNotListed) {
  Create();
  const auto deleted = book_.Delete("schedules/ten", "1", {"a.diallo", "over"});
  ASSERT_TRUE(deleted.ok());
  EXPECT_TRUE(deleted->has_delete_time());
  EXPECT_EQ(deleted->reason(), "over");
  EXPECT_TRUE(Get([](SqliteDatabase& database) {
                return ListSchedules(database, /*show_deleted=*/false);
              }).empty());
  EXPECT_EQ(Get([](SqliteDatabase& database) {
              return ListSchedules(database, /*show_deleted=*/true);
            }).size(),
            1U);
  EXPECT_TRUE(absl::IsNotFound(book_.Update(*deleted, {"a", "b"}).status()));
  EXPECT_TRUE(
      absl::IsNotFound(book_.Delete("schedules/ten", "", {"a", "b"}).status()));
  EXPECT_TRUE(
      absl::IsNotFound(book_.Delete("schedules/no", "", {"a", "b"}).status()));
}

// Times that were due before a change are reported as the schedule was then.
TEST_F(ScheduleBookTest, PlansWhatWasDueBeforeAChange) {
  v1::Schedule schedule = Create();
  clock_.Advance(absl::Minutes(25));
  schedule.set_cron("0 12 * * *");
  ASSERT_TRUE(book_.Update(schedule, {"a", "once a day"}).ok());
  const auto runs = Runs();
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].schedule_etag(), "1");
  EXPECT_EQ(ToTime(runs[1].due_time()), Start() + absl::Minutes(20));
}

TEST_F(ScheduleBookTest, TimesOfAPauseAreNeverDue) {
  v1::Schedule schedule = Create();
  schedule.set_state(v1::SCHEDULE_STATE_PAUSED);
  schedule = *book_.Update(schedule, {"a", "holidays"});
  clock_.Advance(absl::Hours(24));
  schedule.set_state(v1::SCHEDULE_STATE_ACTIVE);
  schedule = *book_.Update(schedule, {"a", "back"});
  EXPECT_TRUE(Runs().empty());
  clock_.Advance(absl::Minutes(10));
  ASSERT_TRUE(book_.Update(schedule, {"a", "again"}).ok());
  EXPECT_EQ(Runs().size(), 1U);
}

TEST_F(ScheduleBookTest, HasRoomForSoMany) {
  for (int i = 0; i < kSchedulesMax; ++i)
    ASSERT_TRUE(database_
                    ->Write([&](SqliteDatabase& database) {
                      v1::Schedule schedule = TenMinutes();
                      schedule.set_name(absl::StrCat("schedules/s", i));
                      schedule.set_etag("1");
                      return AddVersion(database, schedule);
                    })
                    .ok());
  EXPECT_EQ(
      ReasonOf(book_.Create("one-more", TenMinutes(), {"a", "b"}).status()),
      "TOO_MANY_SCHEDULES");
}

}  // namespace
}  // namespace compendium::reporting
