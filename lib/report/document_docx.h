// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "lib/report/document.h"

namespace compendium {

// The document as a Word document (ISO/IEC 29500-1, transitional), by the same
// parts as the export of a round (lib/publish/docx_body.h): a title page with
// the facts; contents with pages; headings; tables whose heads are repeated on
// each page, wide ones on turned pages; running head and "Page x of y". A
// cell's tone is a mark and a colour. Charts are left out: tables of the same
// document say what they show.
//
// Texts are cleaned (clean_text.h) and escaped. The date in it is the
// document's own. Equal documents give equal bytes, on any machine. INTERNAL
// when libzip fails. Thread-safe.
absl::StatusOr<std::string> WriteDocumentDocx(const Document& document);

}  // namespace compendium
