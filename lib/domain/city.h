// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "lib/domain/country.h"

namespace compendium {

// A city in which meetings take place. The name is the usual English one and
// lives as long as the program.
struct City {
  absl::string_view name;
  CountryCode country;
};

// The city of that name, in one of the spellings of data/cities.csv, compared
// by NameKey. The table holds capitals and seats of conferences, also islands
// that are named as places (Bali), and only names of which one place is meant
// in practice; nothing is guessed. Text that starts with a small ASCII letter
// is a word, not a name, and gives nothing.
std::optional<City> FindCity(absl::string_view name);

// All names that FindCity knows, as NameKeys, and their cities, in no order;
// both live as long as the program.
std::vector<std::pair<absl::string_view, const City*>> CityNames();

}  // namespace compendium
