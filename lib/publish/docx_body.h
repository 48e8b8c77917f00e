// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "lib/publish/docx_section.h"

namespace compendium {

// How a paragraph stands in the document.
struct DocxParagraph {
  std::string style;  // a style's id in docx/styles.xml
  std::string bookmark =
      {};  // a name for links and for the import; may be empty
  // Whether it begins a page, if its style is not to decide.
  std::optional<bool> starts_page = std::nullopt;
  // The section of pages that ends with this paragraph.
  std::optional<DocxSection> ends_section = std::nullopt;
};

// A piece of a paragraph, which may lead somewhere.
struct DocxText {
  std::string text;
  std::string bookmark = {};  // of this document
  std::string address = {};   // where there is no bookmark; percent-encoded
};

// Builds the body of a WordprocessingML document (ISO/IEC 29500-1 §17) from
// paragraphs and tables, with the relationships, footnotes and bookmarks that
// these need. All text is escaped; web addresses become links. Made for one
// document; not thread-safe.
class DocxBody {
 public:
  // Footnotes for the text that follows, each with its mark before it. At the
  // first place where the mark stands in it, the note hangs; the mark stays
  // text. Returns those of the last call that found no place.
  std::vector<std::string> SetNotes(const std::vector<std::string>& notes);

  // A paragraph in whose text web addresses become links and marks of notes
  // hang them.
  void AddParagraph(const DocxParagraph& paragraph, absl::string_view text);

  // A paragraph of texts, one after the other, that lead where they say.
  void AddParagraph(const DocxParagraph& paragraph,
                    const std::vector<DocxText>& texts);

  // A line for each bookmark and title, with the page it is on. The pages are
  // fields of their own, not within a field of contents: there LibreOffice 7.4
  // leaves them empty.
  struct Entry {
    std::string bookmark;
    std::string title;
    int level = 1;  // 2 stands further in
  };
  void AddContents(const std::vector<Entry>& entries);

  // Names below each other in columns side by side, filled one after the other.
  // A table without lines: page sections with columns would not be balanced
  // where there are footnotes.
  void AddNames(const std::vector<std::string>& names);

  // A table whose head is repeated on each page; the first cell of a row is its
  // head. Cells hold paragraphs, added between BeginCell and EndCell.
  struct Column {
    std::string title;
    int width_twips = 0;
    std::string style = "TableHead";  // of the title
  };
  void BeginTable(absl::string_view description,
                  const std::vector<Column>& columns);
  struct Row {
    int height_twips_min = 0;
    bool keeps_together = false;  // it does not go on on the next page
  };
  void BeginRow(const Row& row);
  // The cell of a column, filled with a colour such as "E2F2E5", or as the
  // table's style has it.
  void BeginCell(size_t column, absl::string_view fill = "");
  void EndCell();
  void EndRow();
  void EndTable();

  // Says what the pages at the end are like; by default upright with head and
  // foot.
  void SetLastSection(const DocxSection& section) { last_section_ = section; }

  // Whether any pages are turned: their heads and feet are parts of their own.
  bool has_turned_pages() const;

  // The parts.
  std::string DocumentXml() const;
  std::string RelationshipsXml() const;
  std::string FootnotesXml() const;
  std::string FootnoteRelationshipsXml() const;

 private:
  struct Note {
    std::string mark;
    std::string text;
  };
  void BeginParagraph(const DocxParagraph& paragraph, bool is_right_to_left);
  void EndParagraph(const DocxParagraph& paragraph, absl::string_view runs);
  std::string SectionXmlOf(const DocxSection& section);
  std::string Runs(absl::string_view text);
  std::string TextRuns(absl::string_view text);

  std::string body_;
  std::vector<std::string> links_;       // of the body
  std::vector<std::string> note_links_;  // of the footnotes
  std::vector<Note> open_notes_;         // not yet hung
  std::vector<std::string> hung_;        // texts of footnotes, as runs
  std::vector<int> column_widths_;       // of the table that was begun last
  int bookmark_count_ = 0;
  bool had_turned_section_ = false;
  DocxSection last_section_;
};

}  // namespace compendium
