// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/publish/docx_body.h"
#include "lib/publish/published_round.h"

namespace compendium {

// The round as a Word document (ISO/IEC 29500-1, transitional): title page,
// contents, each mechanism from a new page on with its participants in three
// columns, its focus areas and a table of questions and answers whose head is
// repeated on each page; footnotes of the source where their marks stand;
// running head and page numbers. Equal rounds give equal bytes.
absl::StatusOr<std::string> WriteRoundDocx(const PublishedRound& round);

// What the parts of a section are called in the document, `index` being its
// place: names that Word takes and keeps, for links and for the import.
std::string MechanismBookmark(const PublishedSection& section, size_t index);
std::string QuestionBookmark(const std::string& question_id, size_t index);

// The columns of questions and answers.
std::vector<DocxBody::Column> QuestionColumns();

// The heading of a section; its participants and focus areas.
void AddHeading(const PublishedSection& section, size_t index, DocxBody& body);
void AddProfile(const PublishedSection& section, size_t index, DocxBody& body);

}  // namespace compendium
