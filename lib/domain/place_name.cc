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
using Index = absl::flat_hash_map<std::string, PlaceNamePart>;

Index LoadIndex() {
  Index index;
  const auto add = [&](absl::string_view name) {
    const std::string key = NameKey(name);
    for (size_t size = 1; size < key.size(); ++size) {
      index.try_emplace(key.substr(0, size), PlaceNamePart::kBeginning);
    }
    index[key] = PlaceNamePart::kWhole;
  };
  for (const absl::string_view name : CountryNames()) add(name);
  for (const absl::string_view name : CityNames()) add(name);
  return index;
}

}  // namespace

PlaceNamePart PlaceNamePartOf(absl::string_view key) {
  static const Index kIndex = LoadIndex();
  const auto part = kIndex.find(key);
  return part == kIndex.end() ? PlaceNamePart::kNone : part->second;
}

}  // namespace compendium
