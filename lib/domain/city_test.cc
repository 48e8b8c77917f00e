// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/city.h"

#include <set>
#include <string>
#include <utility>

#include "gtest/gtest.h"
#include "lib/domain/csv_table.h"

namespace compendium {

extern const char kCitiesCsv[];

namespace {

// The country of a city, or "none".
std::string CountryOf(absl::string_view name) {
  const auto city = FindCity(name);
  return city.has_value() ? city->country.ToString() : "none";
}

TEST(City, EveryRowIsFound) {
  const CsvTable table(kCitiesCsv);

  EXPECT_GT(table.row_count(), 300u);
  for (size_t i = 0; i < table.row_count(); ++i) {
    const auto city = FindCity(table.Field(i, "name"));
    ASSERT_TRUE(city.has_value()) << table.Field(i, "name");
    EXPECT_EQ(city->name, table.Field(i, "name"));
    EXPECT_EQ(city->country.ToString(), table.Field(i, "alpha3"));
  }
}

TEST(City, SeatsOfMeetingsAreKnown) {
  const std::pair<absl::string_view, absl::string_view> kCities[] = {
      {"Geneva", "CHE"},    {"Bali", "IDN"},           {"Istanbul", "TUR"},
      {"Almaty", "KAZ"},    {"Astana", "KAZ"},         {"Bishkek", "KGZ"},
      {"Lahore", "PAK"},    {"Erbil", "IRQ"},          {"Bratislava", "SVK"},
      {"Vilnius", "LTU"},   {"Montevideo", "URY"},     {"Santiago", "CHL"},
      {"Abidjan", "CIV"},   {"Lusaka", "ZMB"},         {"Kigali", "RWA"},
      {"Accra", "GHA"},     {"New York", "USA"},       {"Dili", "TLS"},
      {"Bangkok", "THA"},   {"Colombo", "LKA"},        {"Brussels", "BEL"},
      {"Warsaw", "POL"},    {"Stockholm", "SWE"},      {"Belgrade", "SRB"},
      {"Tehran", "IRN"},    {"Kabul", "AFG"},          {"Islamabad", "PAK"},
      {"Ankara", "TUR"},    {"Rabat", "MAR"},          {"Dubai", "ARE"},
      {"Abu Dhabi", "ARE"}, {"Manila", "PHL"},         {"Jakarta", "IDN"},
      {"Gaborone", "BWA"},  {"Maseru", "LSO"},         {"Livingstone", "ZMB"},
      {"Durban", "ZAF"},    {"Victoria Falls", "ZWE"}, {"Cape Town", "ZAF"},
      {"Asuncion", "PRY"},  {"Johannesburg", "ZAF"},
  };

  for (const auto& [name, code] : kCities)
    EXPECT_EQ(CountryOf(name), code) << name;
}

TEST(City, SpellingsNameOneCity) {
  EXPECT_EQ(FindCity("Cracow")->name, "Krak\u00f3w");
  EXPECT_EQ(FindCity("Krakow")->name, "Krak\u00f3w");
  EXPECT_EQ(FindCity("KRAK\u00d3W")->name, "Krak\u00f3w");
  EXPECT_EQ(FindCity("the Hague")->name, "The Hague");
}

TEST(City, WordIsNotACity) {
  EXPECT_EQ(CountryOf("bali"), "none");
  EXPECT_EQ(CountryOf(""), "none");
  EXPECT_EQ(CountryOf("Male"), "none");
  EXPECT_EQ(CountryOf("Springfield"), "none");
}

TEST(City, EveryStateHasOneButTheSmallest) {
  const CsvTable table(kCitiesCsv);
  std::set<std::string> with_city;
  for (size_t i = 0; i < table.row_count(); ++i)
    with_city.insert(std::string(table.Field(i, "alpha3")));

  EXPECT_GT(with_city.size(), 185u);
}

}  // namespace
}  // namespace compendium
