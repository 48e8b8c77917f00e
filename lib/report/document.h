// SPDX-License-Identifier: Apache-2.0
// A report as people read it, before it is decided in which format: what every
// writer of documents takes. Texts are UTF-8 and come from strangers; a writer
// escapes all of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/time/time.h"

namespace compendium {

// A piece of text that may lead somewhere.
struct DocumentText {
  std::string text;
  // Where it leads: "#id" of a block, row or section of this document, or an
  // http(s) or mailto address. Empty: nowhere.
  std::string target = {};
};

// What a cell means beside its words, so that looks need not carry it alone.
enum class CellTone { kPlain, kGood, kWeak, kBad, kMuted };

struct DocumentCell {
  // One after the other, with nothing between; lines end at "\n". Empty: an
  // empty cell.
  std::vector<DocumentText> parts = {};
  CellTone tone = CellTone::kPlain;
  // The number that the text stands for, where a spreadsheet may count on.
  std::optional<int64_t> number = std::nullopt;
};

struct DocumentColumn {
  std::string title;
  // Its share of the width beside the other columns'.
  int width = 1;
  bool is_number = false;
};

struct DocumentRow {
  std::string id = {};              // that links lead to; may be empty
  std::vector<DocumentCell> cells;  // one for each column
};

// A table with a head. The first cell of a row is the row's head.
struct DocumentTable {
  std::string id;            // unique in the document, fit for an XML id
  std::string caption = {};  // what it is a table of; also its sheet's name
  std::vector<DocumentColumn> columns;
  std::vector<DocumentRow> rows = {};
  // Wider than tall: on paper its page is turned.
  bool is_wide = false;
};

enum class ParagraphStyle { kPlain, kNote, kQuote };

struct DocumentParagraph {
  std::vector<DocumentText> parts;
  ParagraphStyle style = ParagraphStyle::kPlain;
  std::string id = {};
};

struct DocumentList {
  std::vector<std::vector<DocumentText>> items;
};

// A picture of figures that a table of the same document has as well: formats
// without pictures leave it out.
struct DocumentChart {
  std::string id;
  std::string title;
  std::string description = {};  // what a reader who does not see it must know
  // One <svg> element (SVG 1.1) with role "img", a title and a desc, without
  // script or anything from outside; ids within it begin with `id`.
  std::string svg = {};
};

using DocumentBlock =
    std::variant<DocumentParagraph, DocumentList, DocumentTable, DocumentChart>;

struct DocumentSection {
  std::string id;
  std::string title;
  int level = 1;  // 1 to 3; one more than the section before at most
  std::vector<DocumentBlock> blocks = {};
  bool starts_page = false;
};

// A thing that the title page says of the report: "Revision", "29".
struct DocumentFact {
  std::string name;
  std::string value;
};

struct Document {
  std::string title;
  std::string subtitle;       // may be empty
  std::string running_title;  // short, at the head of each page
  std::vector<DocumentFact> facts;
  absl::Time time;  // the document's own date
  std::vector<DocumentSection> sections;
};

}  // namespace compendium
