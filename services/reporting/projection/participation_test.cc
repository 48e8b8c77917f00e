// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/participation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr absl::string_view kTwo = R"pb(
  participants { as_written: "Swaziland" country_code: "SWZ" }
  participants { as_written: "IGAD" }
)pb";

std::vector<std::string> PlacesOf(const Projections& state) {
  std::vector<std::string> places;
  state.participation.index.ForEach(
      [&](const ParticipationPlace& place, const Contribution&) {
        places.push_back(absl::StrCat(place.participant.country_code,
                                      place.participant.name_key, " ",
                                      place.mechanism_id, " ", place.round_id));
      });
  return places;
}

TEST(Participation, EachParticipantHasItsPlace) {
  EXPECT_THAT(
      PlacesOf(ProjectionsOf({PutQuestionnaire("midsa", "2016", kTwo),
                              PutQuestionnaire("midsa", "2015", kTwo),
                              PutQuestionnaire("comesa", "2016", kTwo)})),
      ElementsAre("SWZ comesa 2016", "SWZ midsa 2015", "SWZ midsa 2016",
                  "igad comesa 2016", "igad midsa 2015", "igad midsa 2016"));
}

TEST(Participation, PlacesGoWithTheQuestionnaire) {
  const auto filled = PutQuestionnaire("midsa", "2016", kTwo);
  const auto other = PutQuestionnaire(
      "midsa", "2016",
      R"pb(participants { as_written: "Eswatini" country_code: "SWZ" }
           participants { as_written: "Lesotho" country_code: "LSO" })pb");
  const auto empty = PutQuestionnaire("midsa", "2016", "");

  const Projections deleted = ProjectionsOf({filled, Deleted(filled)});
  const Projections emptied = ProjectionsOf({filled, empty});

  EXPECT_THAT(PlacesOf(ProjectionsOf({filled, other})),
              ElementsAre("LSO midsa 2016", "SWZ midsa 2016"));
  EXPECT_THAT(PlacesOf(deleted), IsEmpty());
  EXPECT_TRUE(deleted.participation.contributions.empty());
  EXPECT_THAT(PlacesOf(emptied), IsEmpty());
  EXPECT_TRUE(emptied.participation.contributions.empty());
}

TEST(Participation, PlaceLeadsToTheListAsItIsNow) {
  const Projections state = ProjectionsOf(
      {PutQuestionnaire("midsa", "2016", kTwo),
       PutQuestionnaire("midsa", "2016", R"pb(participants {
                                                as_written: "Eswatini"
                                                country_code: "SWZ"
                                              })pb")});

  state.participation.index.ForEach(
      [&](const ParticipationPlace&, const Contribution& link) {
        EXPECT_EQ(link->record.participants(0).as_written(), "Eswatini");
      });
  EXPECT_EQ(state.participation.index.size(), 1u);
}

TEST(Participation, ParticipantThatIsListedTwiceHasOnePlace) {
  const auto twice = PutQuestionnaire(
      "midsa", "2016",
      R"pb(participants { as_written: "Kenya" country_code: "KEN" }
           participants { as_written: "Republic of Kenya" country_code: "KEN" }
      )pb");

  EXPECT_THAT(PlacesOf(ProjectionsOf({twice})), ElementsAre("KEN midsa 2016"));
  EXPECT_THAT(PlacesOf(ProjectionsOf({twice, Deleted(twice)})), IsEmpty());
}

TEST(Participation, EarlierStateStaysAsItWas) {
  const Projections before =
      ProjectionsOf({PutQuestionnaire("midsa", "2016", kTwo)});

  const auto after =
      Apply(before, MakeChange(2, {PutQuestionnaire("midsa", "2016", "")}));

  ASSERT_TRUE(after.ok());
  EXPECT_EQ(PlacesOf(before).size(), 2u);
  EXPECT_THAT(PlacesOf(*after), IsEmpty());
}

}  // namespace
}  // namespace compendium::reporting
