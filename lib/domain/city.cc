// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/city.h"

#include <cstddef>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "lib/base/status_macros.h"
#include "lib/domain/csv_table.h"
#include "lib/domain/name_key.h"

namespace compendium {

extern const char kCitiesCsv[];

namespace {

using Index = absl::flat_hash_map<std::string, City>;

Index LoadIndex() {
  static const CsvTable kTable(kCitiesCsv);
  Index index;
  const auto add = [&index](absl::string_view name, const City& city) {
    const auto [at, is_new] = index.emplace(NameKey(name), city);
    CHECK(is_new || at->second.name == city.name);
  };
  for (size_t i = 0; i < kTable.row_count(); ++i) {
    const City city{kTable.Field(i, "name"),
                    *CountryCode::Parse(kTable.Field(i, "alpha3"))};
    add(city.name, city);
    for (const absl::string_view other : absl::StrSplit(
             kTable.Field(i, "other_names"), ';', absl::SkipEmpty())) {
      add(other, city);
    }
  }
  return index;
}

const Index& Names() {
  static const Index kIndex = LoadIndex();
  return kIndex;
}

}  // namespace

std::vector<std::pair<absl::string_view, const City*>> CityNames() {
  std::vector<std::pair<absl::string_view, const City*>> names;
  names.reserve(Names().size());
  for (const auto& [name, city] : Names()) names.emplace_back(name, &city);
  return names;
}

std::optional<City> FindCity(absl::string_view name) {
  name = absl::StripAsciiWhitespace(name);
  absl::ConsumePrefix(&name, "the ");
  if (name.empty() ||
      absl::ascii_islower(static_cast<unsigned char>(name[0]))) {
    return std::nullopt;
  }
  const auto at = Names().find(NameKey(name));
  if (at == Names().end()) return std::nullopt;
  return at->second;
}

}  // namespace compendium
