// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// How a paragraph stands in the document.
struct DocxParagraph {
  std::string style;  // a style's id in docx/styles.xml
  std::string bookmark =
      {};  // a name for links and for the import; may be empty
  // Whether a page section of its own ends here whose first page has neither
  // head nor foot: the title page.
  bool ends_title_page = false;
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

  void AddParagraph(const DocxParagraph& paragraph, absl::string_view text);

  // A line for each bookmark and title, with the page it is on. The pages are
  // fields of their own, not within a field of contents: there LibreOffice 7.4
  // leaves them empty.
  struct Entry {
    std::string bookmark;
    std::string title;
  };
  void AddContents(const std::vector<Entry>& entries);

  // Names below each other in columns side by side, filled one after the other.
  // A table without lines: page sections with columns would not be balanced
  // where there are footnotes.
  void AddNames(const std::vector<std::string>& names);

  // A table with two columns whose head is repeated on each page. Cells hold
  // paragraphs, added between BeginCell and EndCell.
  void BeginTable(absl::string_view description, absl::string_view left,
                  absl::string_view right);
  struct Row {
    int height_twips_min = 0;
    bool keeps_together = false;  // it does not go on on the next page
  };
  void BeginRow(const Row& row);
  void BeginCell(bool is_question);
  void EndCell();
  void EndRow();
  void EndTable();

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
  std::string Runs(absl::string_view text);
  std::string TextRuns(absl::string_view text);

  std::string body_;
  std::vector<std::string> links_;       // of the body
  std::vector<std::string> note_links_;  // of the footnotes
  std::vector<Note> open_notes_;         // not yet hung
  std::vector<std::string> hung_;        // texts of footnotes, as runs
  int bookmark_count_ = 0;
};

}  // namespace compendium
