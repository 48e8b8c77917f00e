// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/event_merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

struct Told {
  std::string mechanism;
  std::string title;
  std::string edtf;
  std::string city;
  std::string event_key = "";
};

// The events of one questionnaire for each mechanism, all in Zambia.
std::vector<ToldEvent> Tell(const std::vector<Told>& meetings) {
  std::map<std::string, std::string> content;
  for (const Told& told : meetings)
    absl::StrAppend(&content[told.mechanism], "meetings { title: '", told.title,
                    "' date { edtf: '", told.edtf, "' } city: '", told.city,
                    "' country_code: 'ZMB' event_key: '", told.event_key,
                    "' }");
  std::vector<ToldEvent> events;
  for (const auto& [mechanism, text] : content) {
    const auto change = PutQuestionnaire(mechanism, "2016", text);
    for (auto& event :
         ReadToldEvents(*QuestionnaireName::Parse(change.name()),
                        Keep(change.record().questionnaire()), nullptr))
      events.push_back(std::move(event));
  }
  return events;
}

std::vector<const ToldEvent*> Pointers(const std::vector<ToldEvent>& told) {
  std::vector<const ToldEvent*> pointers;
  for (const ToldEvent& event : told) pointers.push_back(&event);
  return pointers;
}

size_t GroupCount(const std::vector<ToldEvent>& told) {
  return GroupEvents(Pointers(told)).size();
}

// Each group as the keys of its members without "mechanisms/" and the like.
std::vector<std::string> Groups(std::vector<const ToldEvent*> told) {
  std::vector<std::string> texts;
  for (const EventGroup& group : GroupEvents(std::move(told))) {
    std::string text;
    for (const ToldEvent* event : group)
      absl::StrAppend(&text, text.empty() ? "" : "+", event->mechanism_id,
                      event->mentions[0]);
    texts.push_back(text);
  }
  return texts;
}

TEST(EventMerge, OneForumToldByTwoMechanismsIsOneEvent) {
  const auto told = Tell({
      {"comesa-rcp", "Intra-Regional Forum for Migration in Africa", "2016-05",
       "Lusaka"},
      {"pan-african-forum",
       "Senior Officials Meeting - 2nd Intra-Regional Forum on Migration in "
       "Africa",
       "2016-05-04/2016-05-06", "LUSAKA"},
  });

  EXPECT_THAT(Groups(Pointers(told)),
              ElementsAre("comesa-rcp0+pan-african-forum0"));
}

TEST(EventMerge, AnyTitleOfAnEventMayBeTheOneThatIsLikeAnother) {
  const auto told = Tell({
      {"comesa-rcp", "Intra-Regional Forum for Migration in Africa", "2016-05",
       "Lusaka"},
      {"pan-african-forum", "2nd Intra-Regional Forum on Migration in Africa",
       "2016-05-04", "Lusaka", "forum"},
      {"pan-african-forum",
       "Facilitating Trade and Human Mobility through Border Management",
       "2016-05-04/2016-05-06", "Lusaka", "forum"},
  });

  EXPECT_THAT(Groups(Pointers(told)),
              ElementsAre("comesa-rcp0+pan-african-forum0"));
}

TEST(EventMerge, EventsOfOneQuestionnaireNeverMeet) {
  const auto told = Tell({
      {"a", "Forum on Border Management", "2016-05-04", "Lusaka"},
      {"a", "Forum on Border Management", "2016-05-04", "Lusaka"},
  });

  EXPECT_EQ(GroupCount(told), 2);
}

TEST(EventMerge, AThirdQuestionnaireDoesNotJoinTwoOfAnother) {
  const auto told = Tell({
      {"a", "Forum on Border Management", "2016-05-04", "Lusaka"},
      {"a", "Forum on Border Management in Africa", "2016-05-05", "Lusaka"},
      {"b", "Forum on Border Management in Africa", "2016-05", "Lusaka"},
  });

  EXPECT_THAT(Groups(Pointers(told)), UnorderedElementsAre("a0+b0", "a1"));
}

TEST(EventMerge, OtherCityOrOtherDaysAreOtherEvents) {
  const auto told = Tell({
      {"a", "Forum on Border Management", "2016-05-04", "Lusaka"},
      {"b", "Forum on Border Management", "2016-05-04", "Ndola"},
      {"c", "Forum on Border Management", "2016-05-05/2016-05-06", "Lusaka"},
  });

  EXPECT_EQ(GroupCount(told), 3);
}

TEST(EventMerge, DaysThatExcludeEachOtherAreNotJoinedByAMonth) {
  const auto told = Tell({
      {"a", "Forum on Border Management", "2016-05-04", "Lusaka"},
      {"b", "Forum on Border Management", "2016-05", "Lusaka"},
      {"c", "Forum on Border Management", "2016-05-20", "Lusaka"},
  });

  EXPECT_THAT(Groups(Pointers(told)), UnorderedElementsAre("a0+b0", "c0"));
}

TEST(EventMerge, MissingCityWantsAStrongLikeness) {
  const auto alike = Tell({
      {"a", "Forum on Border Management", "2016-05-04", "Lusaka"},
      {"b", "Border Management Conference", "2016-05-04", ""},
  });
  const auto strong = Tell({
      {"a", "Forum on Border Management", "2016-05-04", "Lusaka"},
      {"b", "Regional Forum on Border Management", "2016-05-04", ""},
  });

  EXPECT_EQ(GroupCount(alike), 2);
  EXPECT_EQ(GroupCount(strong), 1);
}

TEST(EventMerge, WholeMonthWantsAStrongLikeness) {
  const auto alike = Tell({
      {"a", "Training on border management", "2016-05", "Lusaka"},
      {"b", "Workshop on border management", "2016-05-04", "Lusaka"},
  });
  const auto same_day = Tell({
      {"a", "Training on border management", "2016-05-04", "Lusaka"},
      {"b", "Workshop on border management", "2016-05-04", "Lusaka"},
  });

  EXPECT_EQ(GroupCount(alike), 2);
  EXPECT_EQ(GroupCount(same_day), 1);
}

TEST(EventMerge, GroupsDependOnTheSetAlone) {
  const auto events = Tell({
      {"a", "Forum on Border Management", "2016-05-04", "Lusaka"},
      {"a", "Forum on Border Management and Trade", "2016-05", "Lusaka"},
      {"b", "Forum on Border Management", "2016-05", "Lusaka"},
      {"c", "Border Management and Trade", "2016-05-04/2016-05-05", "Lusaka"},
      {"d", "Forum on Trade and Borders", "2016-05-04", ""},
      {"d", "Second Border Management Forum", "2016-05-04", "Lusaka"},
  });
  std::vector<const ToldEvent*> told = Pointers(events);
  const std::vector<std::string> expected = Groups(told);
  std::sort(told.begin(), told.end());

  do {
    ASSERT_EQ(Groups(told), expected);
  } while (std::next_permutation(told.begin(), told.end()));
}

}  // namespace
}  // namespace compendium::reporting
