// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/text_lines.h"

namespace compendium {

// A publication that an answer names, with its evidence in bytes of the
// answer's text: the sentence that names it.
struct FoundPublication {
  std::string title;
  std::string date_as_written;  // both dates empty when none is known
  std::string date_edtf;
  bool year_inferred = false;
  registry::v1::PublicationStatus status =
      registry::v1::PUBLICATION_STATUS_UNSPECIFIED;
  std::string link_uri;
  size_t evidence_begin = 0;
  size_t evidence_end = 0;
};

// The publications of an answer to a question that asks for them, in the order
// of the text. One is named by
//   - the words behind "Title:";
//   - an entry: a line, or a part of one between semicolons, that is no
//     sentence; of "profiles of A and B" each is one (see FindSeries);
//   - a sentence: what stands in quotation marks in it, else phrases such as
//     "a training manual".
// Sentences that point back ("These documents …", "It will be issued …") add
// date, status and link to what was named before, and so do lines with an
// address: a link holds for the entries of its line, else for the one above, or
// with "links to", "publications are available at" for all that have none.
//
// A status that nothing tells is PUBLISHED, because new publications are asked
// for; a published one without a date is of the round's year (year_inferred).
// Linear.
std::vector<FoundPublication> FindPublications(const AnswerText& answer,
                                               int round_year);

}  // namespace compendium
