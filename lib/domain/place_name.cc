// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/place_name.h"

#include <cstddef>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "lib/domain/city.h"
#include "lib/domain/country.h"
#include "lib/domain/name_key.h"

namespace compendium {
namespace {

// By all beginnings of names, also those that end inside a word: where words
// end depends on who splits them.
using Index = absl::flat_hash_map<std::string, PlaceName>;

Index LoadIndex() {
  Index index;
  const auto add = [&](absl::string_view name, const City* city) {
    const std::string key = NameKey(name);
    for (size_t size = 1; size < key.size(); ++size) {
      index[key.substr(0, size)].goes_on = true;
    }
    PlaceName& whole = index[key];
    whole.is_whole = true;
    if (city != nullptr) whole.city = city;
  };
  for (const absl::string_view name : CountryNames()) add(name, nullptr);
  for (const auto& [name, city] : CityNames()) add(name, city);
  return index;
}

}  // namespace

PlaceName PlaceNameOf(absl::string_view key) {
  static const Index kIndex = LoadIndex();
  const auto name = kIndex.find(key);
  return name == kIndex.end() ? PlaceName() : name->second;
}

}  // namespace compendium
