// SPDX-License-Identifier: Apache-2.0
// The questionnaires themselves, for people.
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "compendium/reporting/v1/report.pb.h"
#include "lib/publish/published_round.h"
#include "lib/report/document.h"
#include "lib/report/report_context.h"

namespace compendium {

// The sections of a report of kind COMPENDIUM: one for each mechanism.
// INVALID_ARGUMENT when the records contradict each other.
absl::Status AddCompendium(const ReportContext& context, Document& document);

// Parts of it, for other kinds.

// The records of a content, put together. INVALID_ARGUMENT as above.
absl::StatusOr<PublishedRound> PublishedRoundOf(
    const reporting::v1::ReportContent& content);

// Questions with their answers, word for word.
DocumentTable AnswerTable(std::string id, const PublishedSection& section);

// A list with a paragraph before it that says what it lists; nothing for no
// items.
std::vector<DocumentBlock> ListBlocks(const std::string& words,
                                      const std::vector<std::string>& items);

}  // namespace compendium
