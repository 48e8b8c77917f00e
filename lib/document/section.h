// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lib/document/document_line.h"

namespace compendium {

// The lines of one questionnaire; indices into the document's lines.
struct Section {
  std::string heading;    // on one line, without markup
  size_t begin_line = 0;  // the heading's first line
  size_t body_line = 0;   // the line after the heading
  size_t end_line = 0;    // where the next section begins
};

// Finds the questionnaires of a document by their structure: a heading, within
// a few lines of it the list of members or the focus areas, then questions that
// start again from a lower one. A heading need not be known; one that is in
// the table of mechanisms needs less around it. In order, not overlapping.
std::vector<Section> FindSections(const std::vector<DocumentLine>& lines);

}  // namespace compendium
