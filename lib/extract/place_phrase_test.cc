// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/place_phrase.h"

#include <gtest/gtest.h>
#include <string>

#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

std::string Show(const AnswerText& answer,
                 const std::optional<PlacePhrase>& place) {
  if (!place.has_value()) return "none";
  return absl::StrCat(answer.Slice(place->range), "=", place->city, "/",
                      place->country_code);
}

TokenRange All(const AnswerText& answer) { return {0, answer.tokens().size()}; }

std::string AtEnd(absl::string_view text) {
  const AnswerText answer(text);
  return Show(answer, FindPlaceAtEnd(answer, All(answer)));
}

std::string AtStart(absl::string_view text) {
  const AnswerText answer(text);
  return Show(answer, FindPlaceAtStart(answer, All(answer)));
}

std::string Inside(absl::string_view text) {
  const AnswerText answer(text);
  return Show(answer, FindPlaceInside(answer, All(answer)));
}

TEST(PlacePhrase, EndsARangeBehindMarksAndPrepositions) {
  EXPECT_EQ(AtEnd("Third Forum, Bonn, Germany"), "Bonn, Germany=Bonn/DEU");
  EXPECT_EQ(AtEnd("that was held in Accra"), "Accra=Accra/GHA");
  EXPECT_EQ(AtEnd("workshop on health, Costa Rica"), "Costa Rica=/CRI");
  EXPECT_EQ(AtEnd("Annual meeting (Lima, Peru"), "Lima, Peru=Lima/PER");
  EXPECT_EQ(AtEnd("Kigali, Rwanda"), "Kigali, Rwanda=Kigali/RWA");
}

TEST(PlacePhrase, NameInsideATitleIsNoPlace) {
  EXPECT_EQ(AtEnd("meeting of the Bonn"), "none");
  EXPECT_EQ(AtEnd("members of Zambia and Zimbabwe"), "none");
}

TEST(PlacePhrase, StartsARangeBehindMarks) {
  EXPECT_EQ(AtStart(", Turkey (tbc): talks"), "Turkey=/TUR");
  EXPECT_EQ(AtStart("in Côte d'Ivoire with"), "Côte d'Ivoire=/CIV");
  EXPECT_EQ(AtStart(" Bishkek, Kyrgyzstan)"),
            "Bishkek, Kyrgyzstan=Bishkek/KGZ");
  EXPECT_EQ(AtStart("; Accra, Ghana"), "Accra, Ghana=Accra/GHA");
}

TEST(PlacePhrase, PartOfALongerNameIsNoPlace) {
  EXPECT_EQ(AtStart("in Colombo Process countries"), "none");
  EXPECT_EQ(AtStart(", Istanbul Declaration"), "none");
  EXPECT_EQ(AtStart(", Rome Statute"), "none");
}

TEST(PlacePhrase, ArticleBelongsToTheName) {
  EXPECT_EQ(AtStart("in The Hague on"), "The Hague=The Hague/NLD");
  EXPECT_EQ(AtStart("in the Gambia with"), "the Gambia=/GMB");
  EXPECT_EQ(AtStart("The Forum Lima"), "none");
  EXPECT_EQ(AtStart("in the lima"), "none");
}

TEST(PlacePhrase, UnknownCityNeedsItsCountryAndAPreposition) {
  EXPECT_EQ(AtStart("in Smallville, Switzerland"),
            "Smallville, Switzerland=Smallville/CHE");
  EXPECT_EQ(AtStart(": Smallville, Switzerland"), "none");
  EXPECT_EQ(AtStart("in Smallville"), "none");
}

TEST(PlacePhrase, WrittenCountryDecides) {
  EXPECT_EQ(AtStart("in Georgetown, Malaysia"),
            "Georgetown, Malaysia=Georgetown/MYS");
}

TEST(PlacePhrase, InsideItStandsByItself) {
  EXPECT_EQ(Inside("Officials, Vilnius: outlook"), "Vilnius=Vilnius/LTU");
  EXPECT_EQ(Inside("Study visit to Oslo on returns"), "Oslo=Oslo/NOR");
  EXPECT_EQ(Inside("Forum “Better in Oslo”"), "none");
  EXPECT_EQ(Inside("Officials of Norway, Sweden and others"), "none");
}

}  // namespace
}  // namespace compendium
