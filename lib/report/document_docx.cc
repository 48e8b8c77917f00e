// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_docx.h"

#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/time/time.h"
#include "lib/publish/docx_body.h"
#include "lib/publish/docx_parts.h"
#include "lib/publish/docx_section.h"
#include "lib/report/clean_text.h"
#include "lib/report/document_layout.h"
#include "lib/report/document_links.h"

namespace compendium {

extern const char kDocxStylesXml[];

namespace {

// Word takes no longer name of a bookmark.
constexpr size_t kBookmarkBytesMax = 40;

absl::string_view MarkOf(CellTone tone) {
  switch (tone) {
    case CellTone::kGood:
      return "✓ ";
    case CellTone::kWeak:
      return "◐ ";
    case CellTone::kBad:
      return "✗ ";
    case CellTone::kMuted:
    case CellTone::kPlain:
      break;
  }
  return "";
}

absl::string_view FillOf(CellTone tone) {
  switch (tone) {
    case CellTone::kGood:
      return "E2F2E5";
    case CellTone::kWeak:
      return "FDF0D3";
    case CellTone::kBad:
      return "FBE2DF";
    case CellTone::kMuted:
    case CellTone::kPlain:
      break;
  }
  return "";
}

// Writes one document.
class Writer {
 public:
  Writer(const Document& document, DocxBody& body)
      : document_(document), links_(document), body_(body) {
    for (const DocumentSection& section : document.sections) {
      AddBookmark(section.id);
      for (const DocumentBlock& block : section.blocks) {
        if (const auto* const table = std::get_if<DocumentTable>(&block)) {
          AddBookmark(table->id);
          for (const DocumentRow& row : table->rows) AddBookmark(row.id);
        } else if (const auto* const paragraph =
                       std::get_if<DocumentParagraph>(&block)) {
          AddBookmark(paragraph->id);
        }
      }
    }
  }

  void WriteTitle() {
    AddLine({.style = "Title"}, document_.title);
    AddLine({.style = "Subtitle"}, document_.subtitle);
    for (const DocumentFact& fact : document_.facts) {
      AddLine(
          {.style = "Fact"},
          absl::StrCat(absl::StrReplaceAll(CleanLine(fact.name), {{"\t", " "}}),
                       "\t", CleanText(fact.value)));
    }
    EndSection({.first_page_is_bare = true});
  }

  void WriteContents() {
    if (document_.sections.size() < kContentsSectionsMin) return;
    AddLine({.style = "ContentsHeading"}, kDocumentContentsWords);
    std::vector<DocxBody::Entry> entries;
    for (const DocumentSection& section : document_.sections) {
      if (section.level > kContentsLevelMax) continue;
      entries.push_back(
          {BookmarkOf(section.id), CleanLine(section.title), section.level});
    }
    body_.AddContents(entries);
  }

  void WriteSections() {
    const std::vector<bool> turned = TurnedSections(document_);
    for (size_t i = 0; i < turned.size(); ++i) {
      const bool turns = turned[i] != is_turned_;
      if (turns) EndSection({.is_turned = is_turned_});
      is_turned_ = turned[i];
      const DocumentSection& section = document_.sections[i];
      AddLine({.style = absl::StrCat("Heading", section.level),
               .bookmark = BookmarkOf(section.id),
               // The first stands below the contents else; a section of pages
               // begins a page by itself.
               .starts_page = !turns && (i == 0 || section.starts_page)},
              section.title);
      for (const DocumentBlock& block : section.blocks) {
        std::visit([this](const auto& any) { Write(any); }, block);
      }
    }
    body_.SetLastSection({.is_turned = is_turned_});
  }

 private:
  void AddBookmark(const std::string& id) {
    if (id.empty()) return;
    bookmarks_.emplace(id, id.size() <= kBookmarkBytesMax
                               ? id
                               : absl::StrCat("place-", bookmarks_.size()));
  }

  // Empty for what has none: what is left out, and what has no id.
  std::string BookmarkOf(const std::string& id) const {
    const auto bookmark = bookmarks_.find(id);
    return bookmark == bookmarks_.end() ? "" : bookmark->second;
  }

  // A paragraph that leads nowhere; addresses in it do not become links.
  void AddLine(const DocxParagraph& paragraph, absl::string_view text) {
    body_.AddParagraph(paragraph, std::vector<DocxText>{{CleanText(text)}});
  }

  void EndSection(const DocxSection& section) {
    AddLine({.style = "SectionEnd", .ends_section = section}, "");
  }

  std::vector<DocxText> Texts(const std::vector<DocumentText>& parts) const {
    std::vector<DocxText> texts;
    for (const DocumentText& part : parts) {
      DocxText text = {CleanText(part.text)};
      const DocumentLink link = links_.Of(part);
      if (link.kind == DocumentLink::Kind::kPlace) {
        text.bookmark = BookmarkOf(link.target);
      } else if (link.kind == DocumentLink::Kind::kAddress) {
        text.address = link.target;
      }
      texts.push_back(std::move(text));
    }
    return texts;
  }

  void Write(const DocumentParagraph& paragraph) {
    const bool is_quote = paragraph.style == ParagraphStyle::kQuote;
    const bool is_note = paragraph.style == ParagraphStyle::kNote;
    body_.AddParagraph({.style = is_quote  ? "Quote"
                                 : is_note ? "Note"
                                           : "Normal",
                        .bookmark = BookmarkOf(paragraph.id)},
                       Texts(paragraph.parts));
  }

  void Write(const DocumentList& list) {
    for (const std::vector<DocumentText>& item : list.items) {
      body_.AddParagraph({.style = "FocusArea"}, Texts(item));
    }
  }

  void Write(const DocumentChart& /*chart*/) {}

  void Write(const DocumentTable& table) {
    AddLine({.style = "Caption", .bookmark = BookmarkOf(table.id)},
            CleanLine(table.caption));
    body_.BeginTable(CleanLine(table.caption), Columns(table));
    for (const DocumentRow& row : table.rows) {
      body_.BeginRow({.keeps_together = KeepsTogether(row)});
      for (size_t i = 0; i < row.cells.size(); ++i) {
        const DocumentCell& cell = row.cells[i];
        body_.BeginCell(i, FillOf(cell.tone));
        std::vector<DocxText> texts = Texts(cell.parts);
        texts.insert(texts.begin(), {std::string(MarkOf(cell.tone))});
        body_.AddParagraph(
            {.style = i == 0                          ? "RowHead"
                      : table.columns[i].is_number    ? "CellNumber"
                      : cell.tone == CellTone::kMuted ? "CellMuted"
                                                      : "Cell",
             .bookmark = i == 0 ? BookmarkOf(row.id) : ""},
            texts);
        body_.EndCell();
      }
      body_.EndRow();
    }
    body_.EndTable();
  }

  std::vector<DocxBody::Column> Columns(const DocumentTable& table) const {
    const int text_width = TextWidthTwips(is_turned_);
    const int width = WidthOf(table);
    int left = text_width;
    std::vector<DocxBody::Column> columns;
    for (const DocumentColumn& column : table.columns) {
      const int twips = text_width * column.width / width;
      left -= twips;
      columns.push_back({CleanLine(column.title), twips,
                         column.is_number ? "CellHeadNumber" : "CellHead"});
    }
    columns.back().width_twips += left;  // what rounding took away
    return columns;
  }

  const Document& document_;
  const DocumentLinks links_;
  DocxBody& body_;
  absl::flat_hash_map<std::string, std::string> bookmarks_;  // by id
  bool is_turned_ = false;  // the pages that are being written
};

}  // namespace

absl::StatusOr<std::string> WriteDocumentDocx(const Document& document) {
  DocxBody body;
  Writer writer(document, body);
  writer.WriteTitle();
  writer.WriteContents();
  writer.WriteSections();
  return PackDocument(
      body, {.title = CleanLine(document.title),
             .head = CleanLine(document.running_title),
             .footer = "",
             .written_time = absl::FormatTime(
                 "%Y-%m-%dT%H:%M:%SZ", document.time, absl::UTCTimeZone()),
             .styles = kDocxStylesXml});
}

}  // namespace compendium
