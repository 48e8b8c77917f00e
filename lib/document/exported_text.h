// SPDX-License-Identifier: Apache-2.0
// The text of a compendium that this program exported. It reads like any other
// compendium, but says by tags what is what, so that no answer can be taken for
// a question and no name for two:
//
//   document = { other } { section }
//   section  = heading { other | members | areas | row }
//   heading  = '<h1 id="mechanism-' mechanism '">' value '</h1>'
//   members  = '<p id="participants">' words '</p>' { item }
//            | '<p id="observers">' … | '<p id="partners">' …
//   areas    = '<p id="focus-areas">' words '</p>' { item }
//   item     = "• " value
//   row      = '<b id="question-' question '">' words '</b>' tab value
//            | [ "---" ] tab value                       goes on with the
//            answer
//   value    = '<pre>' text with character references '</pre>'     letter by
//              letter, or markup as PlainText reads it
//
// One line each. An item list ends at the first line that is no item. Whatever
// else there is, is a remainder.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "lib/document/compendium_text.h"
#include "lib/document/document_line.h"
#include "lib/document/source_coverage.h"

namespace compendium {

// The ids in the tags.
inline constexpr absl::string_view kMechanismAnchor = "mechanism-";
inline constexpr absl::string_view kQuestionAnchor = "question-";
inline constexpr absl::string_view kParticipantsAnchor = "participants";
inline constexpr absl::string_view kObserversAnchor = "observers";
inline constexpr absl::string_view kPartnersAnchor = "partners";
inline constexpr absl::string_view kFocusAnchor = "focus-areas";

// The value of a cell or an item; see the grammar.
std::string ReadValue(absl::string_view markup);

// Whether a line of the document is a heading as above.
bool IsExportedText(const std::vector<DocumentLine>& lines);

// Reads such a document: the questionnaires, without spans, source and names;
// `owners`, one for each line, gets whose it is. As everywhere, a questionnaire
// has an answer to each known question. INVALID_ARGUMENT when an id is none or
// a questionnaire answers a question twice.
absl::StatusOr<std::vector<ParsedQuestionnaire>> ReadExportedText(
    const std::vector<DocumentLine>& lines, std::vector<LineOwner>& owners);

}  // namespace compendium
