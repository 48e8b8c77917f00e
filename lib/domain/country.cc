// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/country.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/domain/csv_table.h"
#include "lib/domain/name_key.h"

namespace compendium {

extern const char kCountriesCsv[];
extern const char kCountryAliasesCsv[];

namespace {

// One area, its fields where the table keeps them.
struct Area {
  absl::string_view alpha3;
  absl::string_view alpha2;
  absl::string_view m49;
  CountryCode::Kind kind;
  absl::string_view name;
  Region region;
  Region subregion;
  Region intermediate;
};

std::vector<Area> LoadAreas() {
  static const CsvTable kTable(kCountriesCsv);
  std::vector<Area> areas;
  for (size_t i = 0; i < kTable.row_count(); ++i) {
    const bool state = kTable.Field(i, "kind") == "state";
    areas.push_back(
        {kTable.Field(i, "alpha3"),
         kTable.Field(i, "alpha2"),
         kTable.Field(i, "m49"),
         state ? CountryCode::Kind::kState : CountryCode::Kind::kTerritory,
         kTable.Field(i, "name"),
         {kTable.Field(i, "region_code"), kTable.Field(i, "region")},
         {kTable.Field(i, "subregion_code"), kTable.Field(i, "subregion")},
         {kTable.Field(i, "intermediate_code"),
          kTable.Field(i, "intermediate")}});
    CHECK(i == 0 || areas[i - 1].alpha3 < areas[i].alpha3);
  }
  return areas;
}

const std::vector<Area>& Areas() {
  static const std::vector<Area> kAreas = LoadAreas();
  return kAreas;
}

bool IsAbbreviation(absl::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) {
    return absl::ascii_islower(static_cast<unsigned char>(c));
  });
}

// "Hai" may be "Haiti" without its "ti"; too little is left to say.
constexpr size_t kLossyKeyBytesMin = 5;

// Keys of names, and abbreviations as they are written, to countries.
using Index = absl::flat_hash_map<std::string, CountryCode>;

Index LoadIndex() {
  Index index;
  const auto add = [&index](absl::string_view name, CountryCode code) {
    std::string key = IsAbbreviation(name) ? absl::StrCat(name) : NameKey(name);
    const auto [at, is_new] = index.emplace(std::move(key), code);
    CHECK(is_new || at->second == code);
  };
  for (const Area& area : Areas()) {
    add(area.name, *CountryCode::Parse(area.alpha3));
  }
  const CsvTable aliases(kCountryAliasesCsv);
  for (size_t i = 0; i < aliases.row_count(); ++i) {
    add(aliases.Field(i, "name"),
        *CountryCode::Parse(aliases.Field(i, "alpha3")));
  }
  return index;
}

// LossyNameKeys of names to the one country that has them; nothing where two
// do.
using LossyIndex = absl::flat_hash_map<std::string, std::optional<CountryCode>>;

LossyIndex LoadLossyIndex(const Index& index) {
  LossyIndex lossy;
  for (const auto& [name, code] : index) {
    if (IsAbbreviation(name)) continue;
    const auto [at, is_new] = lossy.emplace(LossyNameKey(name), code);
    if (!is_new && at->second != code) at->second.reset();
  }
  return lossy;
}

const Index& Names() {
  static const Index kIndex = LoadIndex();
  return kIndex;
}

}  // namespace

absl::StatusOr<CountryCode> CountryCode::Parse(absl::string_view text) {
  const std::vector<Area>& areas = Areas();
  const auto at = std::lower_bound(
      areas.begin(), areas.end(), text,
      [](const Area& a, absl::string_view b) { return a.alpha3 < b; });
  if (at == areas.end() || at->alpha3 != text) {
    return absl::InvalidArgumentError(absl::StrCat(
        "got \"", absl::CHexEscape(text.substr(0, 32)),
        "\", want an ISO 3166-1 alpha-3 code of an area of M49, as KEN"));
  }
  return CountryCode(static_cast<size_t>(at - areas.begin()));
}

absl::string_view CountryCode::alpha3() const { return Areas()[row_].alpha3; }
absl::string_view CountryCode::alpha2() const { return Areas()[row_].alpha2; }
absl::string_view CountryCode::m49() const { return Areas()[row_].m49; }
absl::string_view CountryCode::name() const { return Areas()[row_].name; }
CountryCode::Kind CountryCode::kind() const { return Areas()[row_].kind; }
Region CountryCode::region() const { return Areas()[row_].region; }
Region CountryCode::subregion() const { return Areas()[row_].subregion; }
Region CountryCode::intermediate() const { return Areas()[row_].intermediate; }

std::vector<absl::string_view> CountryNames() {
  std::vector<absl::string_view> names;
  names.reserve(Names().size());
  for (const auto& [name, code] : Names()) names.push_back(name);
  return names;
}

std::optional<CountryCode> FindCountry(absl::string_view name) {
  auto at = Names().find(absl::StripAsciiWhitespace(name));
  if (at == Names().end()) at = Names().find(NameKey(name));
  if (at == Names().end()) return std::nullopt;
  return at->second;
}

std::optional<CountryCode> FindLossyCountry(absl::string_view name) {
  static const LossyIndex kIndex = LoadLossyIndex(Names());
  const std::string key = LossyNameKey(name);
  if (key.size() < kLossyKeyBytesMin) return std::nullopt;
  const auto at = kIndex.find(key);
  return at == kIndex.end() ? std::nullopt : at->second;
}

}  // namespace compendium
