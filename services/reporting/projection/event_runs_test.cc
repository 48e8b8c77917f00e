// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/event_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/reporting/projection/meeting_calendar.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A calendar in which mechanism m0 tells of an event with the first date, m1
// with the second, and so on, all in one country.
MeetingCalendar Tell(const std::vector<std::string>& dates,
                     const std::string& country_code = "ZMB") {
  std::vector<registry::v1::RecordChange> records;
  for (size_t i = 0; i < dates.size(); ++i)
    records.push_back(PutQuestionnaire(
        absl::StrCat("m", i), "2016",
        absl::StrCat("meetings { date { edtf: '", dates[i],
                     "' } country_code: '", country_code, "' }")));
  return ProjectionsOf(std::move(records)).calendar;
}

const ToldEvent& EventOf(const MeetingCalendar& calendar,
                         const std::string& mechanism_id) {
  const auto name = QuestionnaireName::Parse(
      absl::StrCat("mechanisms/", mechanism_id, "/questionnaires/2016"));
  return calendar.contributions.Find(*name)->told_events[0];
}

std::vector<std::string> Take(EventRuns& runs, const ToldEvent& told) {
  std::vector<std::string> ids;
  for (const ToldEvent* event : runs.Take(told))
    ids.push_back(event->mechanism_id);
  return ids;
}

TEST(EventRuns, MonthsEndDoesNotCutARun) {
  const auto calendar = Tell({"2016-05-30/2016-06-02", "2016-06-01"});
  EventRuns runs(calendar.comparable);

  EXPECT_THAT(Take(runs, EventOf(calendar, "m1")), ElementsAre("m0", "m1"));
}

TEST(EventRuns, DaysApartAreTwoRuns) {
  const auto calendar = Tell({"2016-05-30", "2016-05-31"});
  EventRuns runs(calendar.comparable);

  EXPECT_THAT(Take(runs, EventOf(calendar, "m0")), ElementsAre("m0"));
  EXPECT_THAT(Take(runs, EventOf(calendar, "m1")), ElementsAre("m1"));
}

TEST(EventRuns, RunIsTakenOnce) {
  const auto calendar = Tell({"2016-05", "2016-05-30/2016-06-02", "2016-06"});
  EventRuns runs(calendar.comparable);

  EXPECT_THAT(Take(runs, EventOf(calendar, "m1")),
              ElementsAre("m0", "m1", "m2"));
  EXPECT_THAT(Take(runs, EventOf(calendar, "m2")), IsEmpty());
}

TEST(EventRuns, RunOfManyYearsIsFoundFromItsEnd) {
  std::vector<std::string> dates;
  for (int year = 2010; year < 2020; ++year)
    dates.push_back(absl::StrCat(year, "-06/", year + 1, "-06-01"));
  const auto calendar = Tell(dates);
  EventRuns runs(calendar.comparable);

  EXPECT_EQ(Take(runs, EventOf(calendar, "m9")).size(), dates.size());
}

// The runs of the whole country, by one look along the days.
std::vector<std::vector<const ToldEvent*>> AllRuns(const EventIndex& index) {
  std::vector<std::vector<const ToldEvent*>> all;
  absl::CivilDay reach;
  index.ForEach([&](const EventPlace& place, NoValue) {
    if (all.empty() || reach < place.told()->first_day) all.emplace_back();
    if (all.back().empty()) reach = place.told()->last_day;
    reach = std::max(reach, place.told()->last_day);
    all.back().push_back(place.told());
  });
  return all;
}

TEST(EventRuns, SomeEventsGiveTheirWholeRuns) {
  std::mt19937 random(1);
  for (int round = 0; round < 100; ++round) {
    std::vector<std::string> dates;
    for (int i = 0; i < 40; ++i) {
      const absl::CivilDay first =
          absl::CivilDay(2010, 1, 1) + static_cast<int>(random() % 3000);
      const int length = static_cast<int>(random() % (i % 5 == 0 ? 367 : 60));
      dates.push_back(absl::StrCat(absl::FormatCivilTime(first), "/",
                                   absl::FormatCivilTime(first + length)));
    }
    const MeetingCalendar calendar = Tell(dates);
    ASSERT_EQ(calendar.comparable.size(), 40u);
    EventRuns runs(calendar.comparable);
    for (const auto& run : AllRuns(calendar.comparable)) {
      if (random() % 2 == 0) continue;  // nobody asks for it

      ASSERT_EQ(runs.Take(*run[random() % run.size()]), run);
      ASSERT_THAT(runs.Take(*run.back()), IsEmpty());
    }
  }
}

}  // namespace
}  // namespace compendium::reporting
