// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/country.h"

#include <iostream>
#include <set>
#include <string>
#include <utility>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/atomic_file.h"
#include "lib/domain/csv_table.h"
#include "nlohmann/json.hpp"

namespace compendium {

extern const char kCountriesCsv[];

namespace {

CountryCode Code(absl::string_view text) { return *CountryCode::Parse(text); }

// The code of a name, or "none".
std::string Find(absl::string_view name) {
  const auto code = FindCountry(name);
  return code.has_value() ? code->ToString() : "none";
}

TEST(CountryCode, AreThe248AreasOfM49) {
  const CsvTable table(kCountriesCsv);

  EXPECT_EQ(table.row_count(), 248u);
  std::set<std::string> alpha2;
  std::set<std::string> m49;
  int states = 0;
  for (size_t i = 0; i < table.row_count(); ++i) {
    const CountryCode code = Code(table.Field(i, "alpha3"));
    EXPECT_EQ(*CountryCode::Parse(code.ToString()), code);
    alpha2.insert(std::string(code.alpha2()));
    m49.insert(std::string(code.m49()));
    EXPECT_EQ(code.alpha2().size(), 2u);
    EXPECT_EQ(code.m49().size(), 3u);
    EXPECT_EQ(Find(code.name()), code.ToString());
    states += code.kind() == CountryCode::Kind::kState;
  }
  EXPECT_EQ(alpha2.size(), 248u);
  EXPECT_EQ(m49.size(), 248u);
  EXPECT_EQ(states, 195);  // 193 Member States, 2 Observer States
}

TEST(CountryCode, KnowsItsPlaceInTheWorld) {
  const CountryCode benin = Code("BEN");

  EXPECT_EQ(benin.alpha2(), "BJ");
  EXPECT_EQ(benin.m49(), "204");
  EXPECT_EQ(benin.region().name, "Africa");
  EXPECT_EQ(benin.region().code, "002");
  EXPECT_EQ(benin.subregion().name, "Sub-Saharan Africa");
  EXPECT_EQ(benin.intermediate().name, "Western Africa");
  EXPECT_EQ(Code("AFG").m49(), "004");
  EXPECT_EQ(Code("FRA").intermediate().code, "");
  EXPECT_EQ(Code("ATA").region().code, "");
}

TEST(CountryCode, NameIsTheCurrentOne) {
  EXPECT_EQ(Code("SWZ").name(), "Eswatini");
  EXPECT_EQ(Code("MKD").name(), "North Macedonia");
  EXPECT_EQ(Code("TUR").name(), "T\u00fcrkiye");
}

TEST(CountryCode, OrderIsThatOfTheLetters) {
  EXPECT_LT(Code("AFG"), Code("ALB"));
  EXPECT_LT(Code("ZMB"), Code("ZWE"));
}

TEST(CountryCode, OtherTextIsRefused) {
  for (const absl::string_view text :
       {"", "ken", "KE", "KENY", "XKX", "TWN", "ZZZ", " KE", "Kenya"}) {
    const auto code = CountryCode::Parse(text);
    EXPECT_EQ(code.status().code(), absl::StatusCode::kInvalidArgument) << text;
    EXPECT_THAT(std::string(code.status().message()),
                testing::MatchesRegex("got \".*\", want .*"));
  }
}

TEST(FindCountry, NamesOfTheirTimeAreKnown) {
  const std::pair<absl::string_view, absl::string_view> kNames[] = {
      {"Swaziland", "SWZ"},
      {"Cape Verde", "CPV"},
      {"The former Yugoslav Republic of Macedonia", "MKD"},
      {"the former Yugoslav Republic of Macedonia", "MKD"},
      {"Turkey", "TUR"},
      {"Burma", "MMR"},
      {"Czech Republic", "CZE"},
      {"the Czech Republic", "CZE"},
      {"Slovak Republic", "SVK"},
  };

  for (const auto& [name, code] : kNames) EXPECT_EQ(Find(name), code) << name;
}

TEST(FindCountry, ShortFormsAreKnown) {
  const std::pair<absl::string_view, absl::string_view> kNames[] = {
      {"UK", "GBR"},        {"the United Kingdom", "GBR"},
      {"USA", "USA"},       {"U.S.", "USA"},
      {"Russia", "RUS"},    {"the Russian Federation", "RUS"},
      {"Syria", "SYR"},     {"Iran", "IRN"},
      {"Tanzania", "TZA"},  {"Bolivia", "BOL"},
      {"Venezuela", "VEN"}, {"Moldova", "MDA"},
      {"Vietnam", "VNM"},   {"Brunei", "BRN"},
      {"Lao", "LAO"},       {"Lao PDR", "LAO"},
      {"Laos", "LAO"},      {"South Korea", "KOR"},
      {"DPR Korea", "PRK"}, {"Republic of Korea", "KOR"},
      {"DRC", "COD"},       {"UAE", "ARE"},
      {"Palestine", "PSE"}, {"Timor Leste", "TLS"},
      {"Hong Kong", "HKG"}, {"Macau", "MAC"},
      {"TR", "TUR"},        {"Kyrgyz Republic", "KGZ"},
  };

  for (const auto& [name, code] : kNames) EXPECT_EQ(Find(name), code) << name;
}

TEST(FindCountry, SpellingIsFoldedButNotGuessed) {
  EXPECT_EQ(Find("COTE D\u2019IVOIRE"), "CIV");
  EXPECT_EQ(Find("Guinea Bissau"), "GNB");
  EXPECT_EQ(Find("bosnia & herzegovina"), "BIH");
  EXPECT_EQ(Find("  Sri  Lanka "), "LKA");
  EXPECT_EQ(Find("Afganistan"), "none");
  EXPECT_EQ(Find("Sri Lank"), "none");
}

TEST(FindCountry, SimilarNamesStayApart) {
  EXPECT_EQ(Find("Niger"), "NER");
  EXPECT_EQ(Find("Nigeria"), "NGA");
  EXPECT_EQ(Find("Guinea"), "GIN");
  EXPECT_EQ(Find("Equatorial Guinea"), "GNQ");
  EXPECT_EQ(Find("Papua New Guinea"), "PNG");
  EXPECT_EQ(Find("Dominica"), "DMA");
  EXPECT_EQ(Find("Dominican Republic"), "DOM");
  EXPECT_EQ(Find("Congo"), "COG");
  EXPECT_EQ(Find("Democratic Republic of the Congo"), "COD");
  EXPECT_EQ(Find("Sudan"), "SDN");
  EXPECT_EQ(Find("South Sudan"), "SSD");
}

TEST(FindCountry, AmbiguousNameIsNotFound) {
  for (const absl::string_view name :
       {"", "Korea", "Macedonia", "Virgin Islands", "Micronesia", "America",
        "Kosovo*", "Europe", "the"})
    EXPECT_EQ(Find(name), "none") << name;
}

TEST(FindCountry, AbbreviationIsCaseSensitive) {
  EXPECT_EQ(Find("US"), "USA");
  EXPECT_EQ(Find("us"), "none");
  EXPECT_EQ(Find("tr"), "none");
  EXPECT_EQ(Find("IRAN"), "IRN");
}

// Debian's iso-codes, an independent copy of the standard.
TEST(CountryCode, CodesAndNamesAgreeWithIsoCodes) {
  const std::string path = "/usr/share/iso-codes/json/iso_3166-1.json";
  const auto text = base::ReadFile(path, 1 << 20);
  if (!text.ok()) {
    std::cerr << "ABSENT, NOT TESTED: " << path << std::endl;
    GTEST_SKIP() << path << " is absent";
  }

  const auto iso = nlohmann::json::parse(*text, nullptr, false);

  int areas = 0;
  for (const auto& entry : iso["3166-1"]) {
    const std::string alpha3 = entry["alpha_3"];
    const auto code = CountryCode::Parse(alpha3);
    if (!code.ok()) continue;
    ++areas;
    EXPECT_EQ(std::string(code->alpha2()), entry["alpha_2"]) << alpha3;
    EXPECT_EQ(std::string(code->m49()), entry["numeric"]) << alpha3;
    for (const char* const key : {"name", "common_name", "official_name"}) {
      const std::string name = entry.value(key, entry["name"]);
      EXPECT_EQ(Find(name), alpha3) << name;
    }
  }
  EXPECT_EQ(areas, 248);
}

}  // namespace
}  // namespace compendium
