// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"
#include "lib/domain/city.h"

namespace compendium {

// What words read so far are to the names that FindCountry and FindCity know.
struct PlaceName {
  bool is_whole = false;       // it is a name
  bool goes_on = false;        // longer names begin so
  const City* city = nullptr;  // of that name; lives as long as the program
};

// For readers that look for names word by word: what is known of `key`, which
// is a NameKey of whole words, the first of them with a capital. It spares them
// the look for names that are not there. Constant time; any thread.
PlaceName PlaceNameOf(absl::string_view key);

}  // namespace compendium
