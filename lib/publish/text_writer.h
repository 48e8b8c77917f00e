// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "lib/publish/published_round.h"

namespace compendium {

// The round as the text of a compendium, in the grammar of
// lib/document/exported_text.h. ParseCompendiumText reads the same sections
// again: ids, titles, participants with their capacity, focus areas, questions'
// ids and the answers' texts, letter by letter, whatever they hold. Title page,
// contents and notes come back as remainders.
std::string WriteCompendiumText(const PublishedRound& round);

// A text as a value of that grammar, on one line: as markup if that is read
// back as it is, else letter by letter.
std::string WriteValue(absl::string_view text);

}  // namespace compendium
