// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/docx_body.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "lib/document/characters.h"
#include "lib/publish/answer_lines.h"
#include "lib/publish/writing_direction.h"
#include "lib/publish/xml_text.h"

namespace compendium {
namespace {

constexpr absl::string_view kDeclaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr absl::string_view kNamespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships\"";
constexpr absl::string_view kRelationshipTypes =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

// Ids of footnotes begin after those of the two separators.
constexpr int kFirstNote = 1;

// A run of text. Line ends and tabs of the text are elements of their own.
std::string Run(absl::string_view text, absl::string_view properties) {
  if (text.empty()) return "";
  const std::string escaped = absl::StrReplaceAll(
      XmlText(text), {{"\t", "</w:t><w:tab/><w:t xml:space=\"preserve\">"},
                      {"\n", "</w:t><w:br/><w:t xml:space=\"preserve\">"},
                      {"&#13;", "</w:t><w:br/><w:t xml:space=\"preserve\">"}});
  return absl::StrCat("<w:r>", properties, "<w:t xml:space=\"preserve\">",
                      escaped, "</w:t></w:r>");
}

std::string Field(absl::string_view kind) {
  return absl::StrCat("<w:r><w:fldChar w:fldCharType=\"", kind, "\"/></w:r>");
}

// The mark that opens a footnote: superscripts, "[3]" or an asterisk.
absl::string_view MarkOf(absl::string_view note) {
  if (absl::StartsWith(note, "[")) return note.substr(0, note.find(']') + 1);
  size_t end = 0;
  if (absl::StartsWith(note, "*")) {
    end = 1;
  } else {
    while (end < note.size() && static_cast<unsigned char>(note[end]) >= 0x80 &&
           BlankSize(note, end) == 0) {
      end += CharacterSize(note, end);
    }
  }
  return note.substr(0, end);
}

// A link to an address, which goes to `links`.
std::string LinkTo(std::string target, absl::string_view text,
                   std::vector<std::string>& links) {
  links.push_back(std::move(target));
  return absl::StrCat(
      "<w:hyperlink r:id=\"link", links.size(), "\">",
      Run(text, "<w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>"),
      "</w:hyperlink>");
}

std::string Link(absl::string_view address, std::vector<std::string>& links) {
  return LinkTo(LinkTarget(address), address, links);
}

constexpr absl::string_view kBeginRelationships =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
    "relationships\">\n";

std::string LinkRelationships(const std::vector<std::string>& links) {
  std::string out;
  for (size_t i = 0; i < links.size(); ++i) {
    absl::StrAppend(&out, "<Relationship Id=\"link", i + 1, "\" Type=\"",
                    kRelationshipTypes, "hyperlink\" Target=\"",
                    XmlText(links[i]), "\" TargetMode=\"External\"/>\n");
  }
  return out;
}

}  // namespace

std::vector<std::string> DocxBody::SetNotes(
    const std::vector<std::string>& notes) {
  std::vector<std::string> homeless;
  for (const Note& note : open_notes_) homeless.push_back(note.text);
  open_notes_.clear();
  for (const std::string& note : notes) {
    open_notes_.push_back({std::string(MarkOf(note)), note});
  }
  return homeless;
}

// The runs of a text without addresses; at the first mark of an open note the
// note is hung, before the mark, which stays text.
std::string DocxBody::TextRuns(absl::string_view text) {
  std::string out;
  for (;;) {
    auto next = open_notes_.end();
    size_t at = text.npos;
    for (auto note = open_notes_.begin(); note != open_notes_.end(); ++note) {
      const size_t found =
          note->mark.empty() ? text.npos : text.find(note->mark);
      if (found < at) {
        at = found;
        next = note;
      }
    }
    if (next == open_notes_.end()) break;
    out += Run(text.substr(0, at), "");
    const size_t id = hung_.size() + kFirstNote;
    absl::StrAppend(&out, "<w:r><w:footnoteReference w:customMarkFollows=\"1\"",
                    " w:id=\"", id, "\"/><w:t>", XmlText(next->mark),
                    "</w:t></w:r>");
    text.remove_prefix(at + next->mark.size());
    std::string note;
    for (const TextPiece& piece : SplitLinks(next->text)) {
      note +=
          piece.is_link ? Link(piece.text, note_links_) : Run(piece.text, "");
    }
    hung_.push_back(std::move(note));
    open_notes_.erase(next);
  }
  return absl::StrCat(out, Run(text, ""));
}

std::string DocxBody::Runs(absl::string_view text) {
  std::string out;
  for (const TextPiece& piece : SplitLinks(text)) {
    out += piece.is_link ? Link(piece.text, links_) : TextRuns(piece.text);
  }
  return out;
}

std::string DocxBody::SectionXmlOf(const DocxSection& section) {
  had_turned_section_ = had_turned_section_ || section.is_turned;
  return SectionXml(section);
}

bool DocxBody::has_turned_pages() const {
  return had_turned_section_ || last_section_.is_turned;
}

void DocxBody::BeginParagraph(const DocxParagraph& paragraph,
                              bool is_right_to_left) {
  absl::StrAppend(&body_, "<w:p><w:pPr><w:pStyle w:val=\"", paragraph.style,
                  "\"/>");
  if (paragraph.starts_page.has_value()) {
    body_ += *paragraph.starts_page ? "<w:pageBreakBefore/>"
                                    : "<w:pageBreakBefore w:val=\"0\"/>";
  }
  if (is_right_to_left) body_ += "<w:bidi/>";
  if (paragraph.ends_section.has_value()) {
    body_ += SectionXmlOf(*paragraph.ends_section);
  }
  body_ += "</w:pPr>";
}

void DocxBody::EndParagraph(const DocxParagraph& paragraph,
                            absl::string_view runs) {
  if (!paragraph.bookmark.empty()) {
    const int id = ++bookmark_count_;
    absl::StrAppend(&body_, "<w:bookmarkStart w:id=\"", id, "\" w:name=\"",
                    XmlText(paragraph.bookmark), "\"/>", runs,
                    "<w:bookmarkEnd w:id=\"", id, "\"/></w:p>\n");
  } else {
    absl::StrAppend(&body_, runs, "</w:p>\n");
  }
}

void DocxBody::AddParagraph(const DocxParagraph& paragraph,
                            absl::string_view text) {
  BeginParagraph(paragraph, IsRightToLeft(text));
  EndParagraph(paragraph, Runs(text));
}

void DocxBody::AddParagraph(const DocxParagraph& paragraph,
                            const std::vector<DocxText>& texts) {
  std::string runs;
  std::string all;
  for (const DocxText& text : texts) {
    all += text.text;
    if (!text.bookmark.empty()) {
      absl::StrAppend(
          &runs, "<w:hyperlink w:anchor=\"", XmlText(text.bookmark),
          "\" w:history=\"1\">",
          Run(text.text, "<w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>"),
          "</w:hyperlink>");
    } else if (!text.address.empty()) {
      runs += LinkTo(text.address, text.text, links_);
    } else {
      runs += Run(text.text, "");
    }
  }
  BeginParagraph(paragraph, IsRightToLeft(all));
  EndParagraph(paragraph, runs);
}

void DocxBody::AddContents(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    const std::string target = XmlText(entry.bookmark);
    absl::StrAppend(
        &body_, "<w:p><w:pPr><w:pStyle w:val=\"ContentsEntry",
        entry.level > 1 ? "2" : "", "\"/></w:pPr><w:hyperlink w:anchor=\"",
        target, "\" w:history=\"1\">", Run(entry.title, ""),
        "</w:hyperlink><w:r><w:tab/></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"begin\" ",
        "w:dirty=\"true\"/></w:r><w:r><w:instrText ",
        "xml:space=\"preserve\"> PAGEREF ", target, " \\h </w:instrText></w:r>",
        Field("separate"), Field("end"), "</w:p>\n");
  }
}

void DocxBody::AddNames(const std::vector<std::string>& names) {
  const size_t columns = kNameColumns;
  const int width = kTextWidthTwips / kNameColumns;
  absl::StrAppend(&body_, "<w:tbl><w:tblPr><w:tblW w:w=\"", kTextWidthTwips,
                  "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>",
                  "</w:tblPr><w:tblGrid>");
  for (size_t column = 0; column < columns; ++column) {
    absl::StrAppend(&body_, "<w:gridCol w:w=\"", width, "\"/>");
  }
  body_ += "</w:tblGrid>\n<w:tr>";
  for (size_t column = 0; column < columns; ++column) {
    absl::StrAppend(&body_, "<w:tc><w:tcPr><w:tcW w:w=\"", width,
                    "\" w:type=\"dxa\"/></w:tcPr>");
    const size_t rows = (names.size() + columns - 1) / columns;
    const size_t begin = std::min(column * rows, names.size());
    const size_t end = std::min(begin + rows, names.size());
    for (size_t i = begin; i < end; ++i) {
      AddParagraph({.style = "Participant"}, names[i]);
    }
    // A cell wants a paragraph.
    if (begin == end) AddParagraph({.style = "Participant"}, "");
    EndCell();
  }
  EndRow();
  EndTable();
}

void DocxBody::BeginTable(absl::string_view description,
                          const std::vector<Column>& columns) {
  column_widths_.clear();
  int width = 0;
  std::string grid;
  for (const Column& column : columns) {
    column_widths_.push_back(column.width_twips);
    width += column.width_twips;
    absl::StrAppend(&grid, "<w:gridCol w:w=\"", column.width_twips, "\"/>");
  }
  absl::StrAppend(
      &body_, "<w:tbl><w:tblPr><w:tblStyle w:val=\"Questions\"/>",
      "<w:tblW w:w=\"", width, "\" w:type=\"dxa\"/>",
      "<w:tblLayout w:type=\"fixed\"/>",
      "<w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" ",
      "w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" "
      "w:noVBand=\"1\"/>",
      "<w:tblDescription w:val=\"", XmlText(description),
      "\"/></w:tblPr><w:tblGrid>", grid,
      "</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
  for (size_t i = 0; i < columns.size(); ++i) {
    BeginCell(i);
    AddParagraph({.style = columns[i].style},
                 std::vector<DocxText>{{columns[i].title}});
    EndCell();
  }
  EndRow();
}

void DocxBody::BeginRow(const Row& row) {
  absl::StrAppend(&body_, "<w:tr><w:trPr>",
                  row.keeps_together ? "<w:cantSplit/>" : "");
  if (row.height_twips_min > 0) {
    absl::StrAppend(&body_, "<w:trHeight w:val=\"", row.height_twips_min,
                    "\" w:hRule=\"atLeast\"/>");
  }
  body_ += "</w:trPr>";
}

void DocxBody::BeginCell(size_t column, absl::string_view fill) {
  absl::StrAppend(&body_, "<w:tc><w:tcPr><w:tcW w:w=\"", column_widths_[column],
                  "\" w:type=\"dxa\"/>");
  if (!fill.empty()) {
    absl::StrAppend(&body_, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"",
                    fill, "\"/>");
  }
  body_ += "</w:tcPr>";
}

void DocxBody::EndCell() { body_ += "</w:tc>"; }
void DocxBody::EndRow() { body_ += "</w:tr>\n"; }
void DocxBody::EndTable() { body_ += "</w:tbl>\n"; }

std::string DocxBody::DocumentXml() const {
  return absl::StrCat(kDeclaration, "<w:document", kNamespaces, "><w:body>\n",
                      body_,
                      // Word wants a paragraph behind the last table.
                      "<w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr></w:p>",
                      SectionXml(last_section_), "</w:body></w:document>\n");
}

std::string DocxBody::RelationshipsXml() const {
  std::string out = absl::StrCat(kDeclaration, kBeginRelationships);
  for (const char* const part :
       {"styles", "numbering", "settings", "footnotes"}) {
    absl::StrAppend(&out, "<Relationship Id=\"", part, "\" Type=\"",
                    kRelationshipTypes, part, "\" Target=\"", part,
                    ".xml\"/>\n");
  }
  for (const char* const part : {"header", "footer"}) {
    absl::StrAppend(&out, "<Relationship Id=\"", part, "\" Type=\"",
                    kRelationshipTypes, part, "\" Target=\"", part,
                    "1.xml\"/>\n");
    if (!has_turned_pages()) continue;
    absl::StrAppend(&out, "<Relationship Id=\"", part, "-turned\" Type=\"",
                    kRelationshipTypes, part, "\" Target=\"", part,
                    "2.xml\"/>\n");
  }
  return absl::StrCat(out, LinkRelationships(links_), "</Relationships>\n");
}

std::string DocxBody::FootnoteRelationshipsXml() const {
  return absl::StrCat(kDeclaration, kBeginRelationships,
                      LinkRelationships(note_links_), "</Relationships>\n");
}

std::string DocxBody::FootnotesXml() const {
  std::string out = absl::StrCat(
      kDeclaration, "<w:footnotes", kNamespaces, ">\n",
      "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/>",
      "</w:r></w:p></w:footnote>\n<w:footnote w:type=\"continuationSeparator\"",
      " w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>",
      "</w:footnote>\n");
  for (size_t i = 0; i < hung_.size(); ++i) {
    absl::StrAppend(&out, "<w:footnote w:id=\"", i + kFirstNote,
                    "\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>",
                    hung_[i], "</w:p></w:footnote>\n");
  }
  return absl::StrCat(out, "</w:footnotes>\n");
}

}  // namespace compendium
