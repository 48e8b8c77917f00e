// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "lib/publish/published_round.h"

namespace compendium {

// The round as one HTML page that needs nothing else: no script, no font, no
// picture, and a policy in it that forbids all of them. Headings in order, a
// contents list, one table for each mechanism with column and row heads; fit
// for a phone and for paper. Every text is escaped. Lines keep their direction
// of writing. Ids are those of lib/document/exported_text.h, those of parts
// with the mechanism before them.
std::string WriteHtml(const PublishedRound& round);

}  // namespace compendium
