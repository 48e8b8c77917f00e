// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"

namespace compendium {

// What words read so far are to the names of countries and cities.
enum class PlaceNamePart {
  kNone,       // no name begins so
  kBeginning,  // longer names begin so
  kWhole,      // it is a name; longer ones may begin so
};

// For readers that look for names word by word: whether the names that
// FindCountry and FindCity know begin with `key`, which is a NameKey of whole
// words. It only spares them the look for names that are not there; what
// follows "the " is to be asked for without it. Constant time; any thread.
PlaceNamePart PlaceNamePartOf(absl::string_view key);

}  // namespace compendium
