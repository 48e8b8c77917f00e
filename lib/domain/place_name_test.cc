// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/place_name.h"

#include <gtest/gtest.h>

#include "lib/domain/city.h"
#include "lib/domain/country.h"
#include "lib/domain/name_key.h"

namespace compendium {
namespace {

TEST(PlaceNamePartOf, NamesAndTheirBeginningsAreKnown) {
  EXPECT_EQ(PlaceNamePartOf("peru"), PlaceNamePart::kWhole);
  EXPECT_EQ(PlaceNamePartOf("sri"), PlaceNamePart::kBeginning);
  EXPECT_EQ(PlaceNamePartOf("sri lanka"), PlaceNamePart::kWhole);
  EXPECT_EQ(PlaceNamePartOf("sri lanka peru"), PlaceNamePart::kNone);
  EXPECT_EQ(PlaceNamePartOf("harbour"), PlaceNamePart::kNone);
}

TEST(PlaceNamePartOf, EveryNameIsWhole) {
  for (const absl::string_view name : CountryNames()) {
    EXPECT_EQ(PlaceNamePartOf(NameKey(name)), PlaceNamePart::kWhole) << name;
  }
  for (const absl::string_view name : CityNames()) {
    EXPECT_EQ(PlaceNamePartOf(NameKey(name)), PlaceNamePart::kWhole) << name;
  }
}

}  // namespace
}  // namespace compendium
