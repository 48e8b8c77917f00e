// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/place_name.h"

#include <gtest/gtest.h>

#include "lib/domain/city.h"
#include "lib/domain/country.h"
#include "lib/domain/name_key.h"

namespace compendium {
namespace {

TEST(PlaceNameOf, NamesAndTheirBeginningsAreKnown) {
  EXPECT_TRUE(PlaceNameOf("peru").is_whole);
  EXPECT_FALSE(PlaceNameOf("peru").goes_on);
  EXPECT_FALSE(PlaceNameOf("sri").is_whole);
  EXPECT_TRUE(PlaceNameOf("sri").goes_on);
  EXPECT_TRUE(PlaceNameOf("sri lanka").is_whole);
  EXPECT_TRUE(PlaceNameOf("guinea").is_whole);
  EXPECT_TRUE(PlaceNameOf("guinea").goes_on);
  for (const absl::string_view other : {"sri lanka peru", "harbour"}) {
    EXPECT_FALSE(PlaceNameOf(other).is_whole) << other;
    EXPECT_FALSE(PlaceNameOf(other).goes_on) << other;
  }
}

TEST(PlaceNameOf, EveryNameIsWhole) {
  for (const absl::string_view name : CountryNames()) {
    EXPECT_TRUE(PlaceNameOf(NameKey(name)).is_whole) << name;
  }
  for (const auto& [name, city] : CityNames()) {
    EXPECT_TRUE(PlaceNameOf(name).is_whole) << name;
    EXPECT_EQ(PlaceNameOf(name).city, city) << name;
  }
}

TEST(PlaceNameOf, CityIsTheOneThatFindCityFinds) {
  ASSERT_NE(PlaceNameOf("lima").city, nullptr);
  EXPECT_EQ(PlaceNameOf("lima").city->name, FindCity("Lima")->name);
  EXPECT_EQ(PlaceNameOf("peru").city, nullptr);
}

}  // namespace
}  // namespace compendium
