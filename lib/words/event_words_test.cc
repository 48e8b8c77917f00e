// SPDX-License-Identifier: Apache-2.0
#include "lib/words/event_words.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(PlaceWords, LongCountriesAreShownByTheirCode) {
  EXPECT_EQ(PlaceWords("Rabat", "MAR"), "Rabat, Morocco");
  EXPECT_EQ(PlaceWords("London", "GBR"), "London, GBR");
  EXPECT_EQ(PlaceWords("", "MAR"), "Morocco");
  EXPECT_EQ(PlaceWords("Rabat", ""), "Rabat");
  EXPECT_EQ(PlaceWords("", ""), "");
}

TEST(FullPlaceWords, HaveTheWholeName) {
  EXPECT_EQ(FullPlaceWords("London", "GBR"),
            "London, United Kingdom of Great Britain and Northern Ireland");
  EXPECT_EQ(FullPlaceWords("", "MAR"), "Morocco");
  EXPECT_EQ(FullPlaceWords("Rabat", ""), "Rabat");
}

TEST(LevelWords, AreShort) {
  EXPECT_EQ(LevelWords(registry::v1::MEETING_LEVEL_WORKSHOP_TRAINING),
            "workshop");
  EXPECT_EQ(LevelWords(registry::v1::MEETING_LEVEL_EXPERT), "expert");
  EXPECT_EQ(LevelWords(registry::v1::MEETING_LEVEL_UNSPECIFIED), "");
}

TEST(MeetingDateWords, FallBackToTheSource) {
  registry::v1::UncertainDate date;
  EXPECT_EQ(MeetingDateWords(date), "no date");

  date.set_as_written("sine die");
  EXPECT_EQ(MeetingDateWords(date), "sine die");

  date.set_edtf("2016-05");
  EXPECT_EQ(MeetingDateWords(date), "May 2016");
}

}  // namespace
}  // namespace compendium
