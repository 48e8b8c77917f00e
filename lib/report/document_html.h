// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "lib/report/document.h"

namespace compendium {

// The document as one HTML page that needs nothing else: no script, no font and
// nothing from outside, and a policy in it that forbids all of them. Also what
// the PDF is made of.
//
// Facts and contents; headings in order; tables with caption, column and row
// heads; charts as figures. On a phone the cells of a row stand below each
// other, each with its column's title; a wide table is scrolled. On paper (A4):
// the running title and "Page x of y" on each page, page numbers in the
// contents (in programs that know CSS Generated Content for Paged Media, such
// as WeasyPrint), turned pages for wide tables, heads of tables on each page. A
// cell's tone is a mark and a colour.
//
// Texts are cleaned (clean_text.h) and escaped; those written from right to
// left keep their direction within their place. Equal documents give equal
// bytes. Thread-safe.
std::string WriteDocumentHtml(const Document& document);

}  // namespace compendium
