// SPDX-License-Identifier: Apache-2.0
// Whether a document says what a record says already.
//
// A record keeps where it was first taken from: its source, the verbatim
// answers, their places, and what was not understood. A document that was made
// from the record, or tells the same from another file, must not replace these
// by its own. What counts is what a reader of both would call the same:
//
//   title          the same words; where the record has none, the mechanism's
//                  own heading
//   participants   the same names in the same order, each as member, observer
//   focus areas    or partner as before; the same areas in the same order
//   answers        for each question the same lines of text; an answer that is
//                  missing is a blank one. A state that the document itself
//                  states is the same, too
//   remainders     each line that was not understood is one that the record has
//                  among its remainders, or a heading of the document itself
//
// Layout does not count: kinds and runs of blanks, empty lines and items, line
// ends within a title or name, and which mark opens an item of a list.
// Everything else does, each letter and each mark of punctuation. How a
// question is worded belongs to the source.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {

// `text` without layout; see above. Linear.
std::string WithoutLayout(absl::string_view text);

// The same of a title or a name, on one line.
std::string LineWithoutLayout(absl::string_view text);

// A line of a document's own text as what it may say, without layout: markup as
// readers take it, and with nothing but its character references read.
std::vector<std::string> WordsOfLine(absl::string_view line);

// Whether `fresh`, read from a document, says what `recorded` says. `mechanism`
// is the recorded profile; null when it is not known.
bool SaysTheSame(const registry::v1::Questionnaire& fresh,
                 const registry::v1::Questionnaire& recorded,
                 const registry::v1::Mechanism* mechanism);

}  // namespace compendium
