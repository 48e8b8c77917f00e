// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/cron_expression.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lib/base/status_macros.h"

namespace compendium::reporting {
namespace {

absl::TimeZone Zone(absl::string_view name) {
  auto zone = ParseTimeZone(name);
  CHECK(zone.ok());
  return *zone;
}

// The first `count` due times after `after` (local, YYYY-MM-DD hh:mm), as local
// times with their offset.
std::vector<std::string> Due(absl::string_view cron,
                             absl::string_view zone_name,
                             absl::string_view after, int count) {
  const absl::TimeZone zone = Zone(zone_name);
  absl::Time time;
  std::string error;
  CHECK(absl::ParseTime("%Y-%m-%d %H:%M", after, zone, &time, &error));
  const auto parsed = CronExpression::Parse(cron);
  CHECK(parsed.ok());
  std::vector<std::string> due;
  for (int i = 0; i < count; ++i) {
    const auto next = parsed->NextAfter(time, zone);
    CHECK(next.has_value());
    CHECK(*next > time);
    time = *next;
    due.push_back(absl::FormatTime("%a %Y-%m-%d %H:%M %Ez", time, zone));
  }
  return due;
}

using Times = std::vector<std::string>;

TEST(CronExpressionTest, FindsTimesOfDay) {
  EXPECT_EQ(Due("30 8,17 * * *", "UTC", "2026-11-25 08:30", 3),
            (Times{"Wed 2026-11-25 17:30 +00:00", "Thu 2026-11-26 08:30 +00:00",
                   "Thu 2026-11-26 17:30 +00:00"}));
}

TEST(CronExpressionTest, TakesStepsAndRanges) {
  EXPECT_EQ(
      Due("*/20 9-10 * * *", "UTC", "2026-11-25 09:10", 4),
      (Times{"Wed 2026-11-25 09:20 +00:00", "Wed 2026-11-25 09:40 +00:00",
             "Wed 2026-11-25 10:00 +00:00", "Wed 2026-11-25 10:20 +00:00"}));
  EXPECT_EQ(Due("0 0 1-31/15 * *", "UTC", "2026-11-25 00:00", 3),
            (Times{"Tue 2026-12-01 00:00 +00:00", "Wed 2026-12-16 00:00 +00:00",
                   "Thu 2026-12-31 00:00 +00:00"}));
}

TEST(CronExpressionTest, TakesNamesInAnyCase) {
  EXPECT_EQ(
      Due("0 8 * jan-Feb MON", "UTC", "2026-11-25 00:00", 2),
      (Times{"Mon 2027-01-04 08:00 +00:00", "Mon 2027-01-11 08:00 +00:00"}));
}

TEST(CronExpressionTest, SundayIsZeroAndSeven) {
  const Times sundays = {"Sun 2026-11-29 06:00 +00:00",
                         "Sun 2026-12-06 06:00 +00:00"};
  EXPECT_EQ(Due("0 6 * * 0", "UTC", "2026-11-25 00:00", 2), sundays);
  EXPECT_EQ(Due("0 6 * * 7", "UTC", "2026-11-25 00:00", 2), sundays);
  EXPECT_EQ(
      Due("0 6 * * 5-7", "UTC", "2026-11-27 07:00", 2),
      (Times{"Sat 2026-11-28 06:00 +00:00", "Sun 2026-11-29 06:00 +00:00"}));
}

TEST(CronExpressionTest, DayOrWeekdayWhenBothAreGiven) {
  EXPECT_EQ(Due("0 8 1 * MON", "UTC", "2026-11-25 00:00", 3),
            (Times{"Mon 2026-11-30 08:00 +00:00", "Tue 2026-12-01 08:00 +00:00",
                   "Mon 2026-12-07 08:00 +00:00"}));
}

TEST(CronExpressionTest, DayAndWeekdayWhenOneBeginsWithAStar) {
  EXPECT_EQ(
      Due("0 8 */2 * MON", "UTC", "2026-11-25 00:00", 2),
      (Times{"Mon 2026-12-07 08:00 +00:00", "Mon 2026-12-21 08:00 +00:00"}));
}

TEST(CronExpressionTest, FindsLeapDays) {
  EXPECT_EQ(
      Due("0 0 29 2 *", "UTC", "2026-11-25 00:00", 2),
      (Times{"Tue 2028-02-29 00:00 +00:00", "Sun 2032-02-29 00:00 +00:00"}));
}

// On 29 March 2026 clocks in Geneva jump from 02:00 to 03:00.
TEST(CronExpressionTest, TimesThatClocksSkipAreDueOnceAtTheJump) {
  EXPECT_EQ(Due("30 2 * * *", "Europe/Zurich", "2026-03-28 00:00", 3),
            (Times{"Sat 2026-03-28 02:30 +01:00", "Sun 2026-03-29 03:00 +02:00",
                   "Mon 2026-03-30 02:30 +02:00"}));
  EXPECT_EQ(Due("*/15 2,3 29 3 *", "Europe/Zurich", "2026-03-29 00:00", 3),
            (Times{"Sun 2026-03-29 03:00 +02:00", "Sun 2026-03-29 03:15 +02:00",
                   "Sun 2026-03-29 03:30 +02:00"}));
}

// On 25 October 2026 clocks in Geneva show 02:00 to 03:00 twice.
TEST(CronExpressionTest, TimesThatClocksShowTwiceAreDueTheFirstTime) {
  EXPECT_EQ(
      Due("30 2 * * *", "Europe/Zurich", "2026-10-24 12:00", 2),
      (Times{"Sun 2026-10-25 02:30 +02:00", "Mon 2026-10-26 02:30 +01:00"}));
  EXPECT_EQ(Due("*/30 2-3 25 10 *", "Europe/Zurich", "2026-10-25 00:00", 3),
            (Times{"Sun 2026-10-25 02:00 +02:00", "Sun 2026-10-25 02:30 +02:00",
                   "Sun 2026-10-25 03:00 +01:00"}));
}

// Samoa had no 30 December 2011.
TEST(CronExpressionTest, ADayThatNobodyHadIsDueAtTheJump) {
  EXPECT_EQ(Due("0 8 * * *", "Pacific/Apia", "2011-12-29 07:00", 3),
            (Times{"Thu 2011-12-29 08:00 -10:00", "Sat 2011-12-31 00:00 +14:00",
                   "Sat 2011-12-31 08:00 +14:00"}));
}

TEST(CronExpressionTest, DueTimesGrowWhateverTheExpression) {
  for (const absl::string_view cron :
       {"* * * * *", "0 0 1 1 *", "59 23 31 12 *", "*/7 */5 * * *"})
    for (const absl::string_view zone :
         {"UTC", "Europe/Zurich", "America/St_Johns", "Australia/Lord_Howe",
          "Asia/Kathmandu"})
      EXPECT_EQ(Due(cron, zone, "2026-03-28 20:00", 50).size(), 50U);
}

struct Refused {
  const char* cron;
  const char* message;
};

TEST(CronExpressionTest, SaysWhatIsWrong) {
  for (const Refused& refused : {
           Refused{"",
                   "got 0 fields, want 5: minute, hour, day, month and "
                   "weekday"},
           Refused{"0 8 * *",
                   "got 4 fields, want 5: minute, hour, day, month "
                   "and weekday"},
           Refused{"60 * * * *", "got \"60\" as minute, want 0 to 59"},
           Refused{"0 24 * * *", "got \"24\" as hour, want 0 to 23"},
           Refused{"0 0 0 * *", "got \"0\" as day, want 1 to 31"},
           Refused{"0 0 * 13 *", "got \"13\" as month, want 1 to 12 or a name"},
           Refused{"0 0 * * XYZ",
                   "got \"XYZ\" as weekday, want 0 to 7 or a name"},
           Refused{"0,,5 * * * *", "got \"\" as minute, want 0 to 59"},
           Refused{"5-1 * * * *",
                   "got \"5-1\" as minute, want the lesser value "
                   "before the greater"},
           Refused{"5/2 * * * *",
                   "got \"5/2\" as minute, want a range before the step"},
           Refused{"*/0 * * * *",
                   "got \"/0\" as minute, want a step of 1 to 59"},
           Refused{"*/ * * * *", "got \"/\" as minute, want a step of 1 to 59"},
           Refused{"+5 * * * *", "got \"+5\" as minute, want 0 to 59"},
           Refused{"0 0 30 2 *",
                   "got \"0 0 30 2 *\", want days that there are"},
       }) {
    const auto parsed = CronExpression::Parse(refused.cron);
    EXPECT_TRUE(absl::IsInvalidArgument(parsed.status())) << refused.cron;
    EXPECT_EQ(parsed.status().message(), refused.message);
  }
}

TEST(ParseTimeZoneTest, TakesNamesOfTheDatabaseAlone) {
  for (const char* name :
       {"UTC", "Asia/Manila", "Etc/GMT+5", "America/Argentina/Buenos_Aires"})
    EXPECT_TRUE(ParseTimeZone(name).ok()) << name;
  for (const char* name :
       {"", "Manila", "localtime", "posix/UTC", "right/UTC", "/etc/passwd",
        "../../../etc/passwd", "libc:localtime", "Asia/Manila ", "UTC\n"})
    EXPECT_TRUE(absl::IsInvalidArgument(ParseTimeZone(name).status())) << name;
}

}  // namespace
}  // namespace compendium::reporting
