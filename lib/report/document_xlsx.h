// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/report/document.h"

namespace compendium {

// The tables of the document as a workbook (ISO/IEC 29500-1), by libxlsxwriter:
// a sheet "About" with title, facts and the list of tables, then a sheet for
// each table, named after its caption. Its head stays in view, has filters and
// is printed on each page (A4; turned for wide tables); a cell's tone is a
// colour and a style of letters. Paragraphs, lists and charts are left out.
//
// Numbers are numbers up to 2^53, where a spreadsheet stops telling them apart;
// all other cells are texts, whatever they begin with: none is a formula. A
// cell leads where the first of its texts does that leads anywhere in the
// workbook (a row, a table, a section by its first table) or to an address; one
// of several lines or more than 200 bytes leads nowhere.
//
// What Excel does not take: a text of more than 32,767 UTF-16 units is cut and
// says so at its end; an address of more than 2,079 bytes, or after 65,530
// links in a sheet, is no link. A table of more than 1,048,575 rows or 16,384
// columns is RESOURCE_EXHAUSTED. INTERNAL when the library or the system fails;
// errors start with "xlsx: ".
//
// Texts are cleaned (clean_text.h). The date in it is the document's own.
// Equal documents give equal bytes where XlsxToolVersions() are the same.
// Thread-safe.
absl::StatusOr<std::string> WriteDocumentXlsx(const Document& document);

// The libraries that decide on the bytes: "libxlsxwriter 1.1.4", "zlib 1.2.13".
std::vector<std::string> XlsxToolVersions();

}  // namespace compendium
