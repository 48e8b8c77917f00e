// SPDX-License-Identifier: Apache-2.0
// Findings and suggestions as people read them.
#pragma once

#include <cstddef>
#include <string>

#include <google/protobuf/repeated_field.h>

#include "compendium/registry/v1/finding.pb.h"
#include "lib/words/short_name.h"

namespace compendium {

using FindingItems = google::protobuf::RepeatedPtrField<registry::v1::Finding>;
using SuggestionItems =
    google::protobuf::RepeatedPtrField<registry::v1::Suggestion>;

// Each finding with what would resolve it, the words it rests on, and its id;
// below a heading for each subject, if it has a name. At the end how many there
// are. `width` columns wide, at least 40.
std::string FindingsText(const FindingItems& findings, const ShortNames& names,
                         size_t width);

// Each suggestion with what its node is about, the words it rests on, and its
// id, in the same way.
std::string SuggestionsText(const SuggestionItems& suggestions,
                            const ShortNames& names, size_t width);

}  // namespace compendium
