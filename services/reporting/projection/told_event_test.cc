// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/told_event.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;

std::vector<ToldEvent> Read(absl::string_view content,
                            const EventLinksLink& links = nullptr) {
  const auto change = PutQuestionnaire("midsa", "2016", content);
  return ReadToldEvents(*QuestionnaireName::Parse(change.name()),
                        Keep(change.record().questionnaire()), links);
}

// One link between mentions of that questionnaire.
EventLinksLink Links(registry::v1::EventLinkKind kind,
                     const std::vector<std::string>& item_ids) {
  registry::v1::Round round;
  auto& link = *round.add_event_links();
  link.set_kind(kind);
  for (const std::string& id : item_ids) {
    auto& mention = *link.add_mentions();
    mention.set_questionnaire("mechanisms/midsa/questionnaires/2016");
    mention.set_item_id(id);
  }
  return std::make_shared<const EventLinks>(*RoundName::FromId("2016"), round);
}

TEST(ToldEvent, MentionsWithOneKeyAreOneEvent) {
  const auto told = Read(R"pb(
    meetings { title: "A" event_key: "e1" }
    meetings { title: "B" }
    meetings { title: "A again" event_key: "e1" }
    meetings { title: "C" }
  )pb");

  ASSERT_EQ(told.size(), 3);
  EXPECT_THAT(told[0].mentions, ElementsAre(0, 2));
  EXPECT_EQ(told[0].key, "mechanisms/midsa/questionnaires/2016#e1");
  EXPECT_EQ(told[1].key, "mechanisms/midsa/questionnaires/2016@1");
  EXPECT_EQ(told[2].mention(0).title(), "C");
}

constexpr char kKeyed[] = R"pb(
  meetings { id: "a" title: "A" event_key: "e1" }
  meetings { id: "b" title: "B" }
  meetings { id: "c" title: "A again" event_key: "e1" }
  meetings { id: "d" title: "A once more" event_key: "e1" }
)pb";

TEST(ToldEvent, PeopleJoinWhatHasNoCommonKey) {
  const auto told =
      Read(kKeyed, Links(registry::v1::EVENT_LINK_KIND_JOIN, {"b", "c"}));

  ASSERT_EQ(told.size(), 1);
  EXPECT_THAT(told[0].mentions, ElementsAre(0, 1, 2, 3));
  EXPECT_EQ(told[0].key, "mechanisms/midsa/questionnaires/2016#e1");
}

TEST(ToldEvent, PeopleSplitWhatHasOne) {
  const auto told =
      Read(kKeyed, Links(registry::v1::EVENT_LINK_KIND_SPLIT, {"a", "c"}));

  ASSERT_EQ(told.size(), 3);
  EXPECT_THAT(told[0].mentions, ElementsAre(0, 3));
  EXPECT_THAT(told[2].mentions, ElementsAre(2));
  EXPECT_EQ(told[0].key, "mechanisms/midsa/questionnaires/2016#e1");
  EXPECT_EQ(told[2].key, "mechanisms/midsa/questionnaires/2016@2");
}

TEST(ToldEvent, TakesTheMostPreciseDateAndTheFirstPlace) {
  const auto told = Read(R"pb(
    meetings {
      title: "MIDSA"
      date { edtf: "2016" }
      event_key: "e"
    }
    meetings {
      title: "MIDSA ministerial dialogue"
      date { edtf: "2016-08-16/2016-08-18" }
      city: "Gaborone"
      country_code: "BWA"
      event_key: "e"
    }
  )pb");

  ASSERT_EQ(told.size(), 1);
  EXPECT_TRUE(told[0].comparable);
  EXPECT_EQ(told[0].country_code, "BWA");
  EXPECT_TRUE(told[0].day_known);
  EXPECT_EQ(told[0].first_day, absl::CivilDay(2016, 8, 16));
  EXPECT_EQ(told[0].last_day, absl::CivilDay(2016, 8, 18));
  EXPECT_EQ(told[0].city, "gaborone");
}

TEST(ToldEvent, WithoutCountryOrMonthItIsNotComparable) {
  const auto told = Read(R"pb(
    meetings { date { edtf: "2016-08" } }
    meetings {
      date { edtf: "2016" }
      country_code: "ZMB"
    }
    meetings {
      date { edtf: "2016-08-01/.." }
      country_code: "ZMB"
    }
    meetings { country_code: "ZMB" }
    meetings {
      date { edtf: "soon" }
      country_code: "ZMB"
    }
    meetings {
      date { edtf: "2016-08?" }
      country_code: "ZMB"
    }
  )pb");

  ASSERT_EQ(told.size(), 6);
  for (size_t i = 0; i < 5; ++i) EXPECT_FALSE(told[i].comparable) << i;
  EXPECT_TRUE(told[5].comparable);
  EXPECT_FALSE(told[5].day_known);
}

TEST(ToldEvent, LongerThanAYearItIsNotComparable) {
  const auto told = Read(R"pb(
    meetings {
      date { edtf: "2016-01-01/2017-01-01" }
      country_code: "ZMB"
    }
    meetings {
      date { edtf: "2016-01-01/2017-01-02" }
      country_code: "ZMB"
    }
  )pb");

  ASSERT_EQ(told.size(), 2);
  EXPECT_TRUE(told[0].comparable);
  EXPECT_FALSE(told[1].comparable);
}

TEST(ToldEvent, CoarserDatesComeLater) {
  const auto coarseness = [](absl::string_view edtf) {
    return CoarsenessOf(*EdtfDate::Parse(edtf));
  };

  EXPECT_LT(coarseness("2016-05-04"), coarseness("2016-05-04?"));
  EXPECT_LT(coarseness("2016-05-04?"), coarseness("2016-05-04/.."));
  EXPECT_LT(coarseness("2016-05-04/.."), coarseness("2016-05"));
  EXPECT_LT(coarseness("2016-05"), coarseness("2016"));
}

}  // namespace
}  // namespace compendium::reporting
