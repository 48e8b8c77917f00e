// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// One of "profiles of A, B and C".
struct SeriesEntry {
  std::string title;  // "profile of A"
  registry::v1::PublicationStatus status =
      registry::v1::PUBLICATION_STATUS_UNSPECIFIED;  // if its words tell
};

// Publications of one kind about several places, each a publication of its own:
//
//   series = head ( "for" | "of" | "on" ) place { separator place } { series }
//   place  = a name of the tables [ "(" status ")" ]
//
// The head names publications in the plural ("Migration Profiles Light"), or
// with the initials of the head before it ("draft MPLs"). "(forthcoming)" holds
// for the place before it, "draft" in the head for all of it. Empty when the
// range holds no such list of two places or more. Linear.
std::vector<SeriesEntry> FindSeries(const AnswerText& answer, TokenRange range);

}  // namespace compendium
