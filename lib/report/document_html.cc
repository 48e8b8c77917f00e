// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_html.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/time/time.h"
#include "lib/publish/html_writer.h"
#include "lib/publish/writing_direction.h"
#include "lib/publish/xml_text.h"
#include "lib/report/clean_text.h"
#include "lib/report/document_layout.h"
#include "lib/report/document_links.h"

namespace compendium {

extern const char kReportCss[];

namespace {

// A text on one line, as character data or an attribute.
std::string Line(absl::string_view text) { return XmlText(CleanLine(text)); }

// An attribute with a blank before it; nothing when it has no value.
std::string Attribute(absl::string_view name, absl::string_view value) {
  return value.empty() ? "" : absl::StrCat(" ", name, "=\"", value, "\"");
}

// English is written from left to right; what begins otherwise says so.
absl::string_view Direction(absl::string_view text) {
  return IsRightToLeft(text) ? " dir=\"rtl\"" : "";
}

// Writes one document.
class Writer {
 public:
  Writer(const Document& document, std::string& out)
      : document_(document), links_(document), out_(out) {}

  void WriteHead() {
    const std::string time = absl::FormatTime(
        "%Y-%m-%dT%H:%M:%SZ", document_.time, absl::UTCTimeZone());
    absl::StrAppend(&out_, kHtmlBegin, "<title>", Line(document_.title),
                    "</title>\n", "<meta name=\"dcterms.created\" content=\"",
                    time, "\">\n", "<meta name=\"dcterms.modified\" content=\"",
                    time, "\">\n<style>\n", kHouseCss, kReportCss,
                    "</style>\n</head>\n");
  }

  void WriteTitle() {
    absl::StrAppend(&out_, "<header data-running=\"",
                    Line(document_.running_title), "\">\n<h1",
                    Direction(document_.title), ">", Line(document_.title),
                    "</h1>\n");
    if (!document_.subtitle.empty()) {
      absl::StrAppend(&out_, "<p", Direction(document_.subtitle), ">",
                      Line(document_.subtitle), "</p>\n");
    }
    if (!document_.facts.empty()) {
      out_ += "<dl>\n";
      for (const DocumentFact& fact : document_.facts) {
        absl::StrAppend(&out_, "<div><dt>", Line(fact.name), "</dt><dd",
                        Direction(fact.value), ">", Lines(fact.value),
                        "</dd></div>\n");
      }
      out_ += "</dl>\n";
    }
    out_ += "</header>\n";
  }

  void WriteContents() {
    if (document_.sections.size() < kContentsSectionsMin) return;
    absl::StrAppend(&out_, "<nav aria-label=\"", kDocumentContentsWords,
                    "\">\n<h2>", kDocumentContentsWords, "</h2>\n");
    int depth = 0;
    for (const DocumentSection& section : document_.sections) {
      if (section.level > kContentsLevelMax) continue;
      out_ += depth == section.level ? "</li>\n" : "";
      for (; depth < section.level; ++depth) out_ += "<ol>\n";
      for (; depth > section.level; --depth) out_ += "</li>\n</ol>\n</li>\n";
      absl::StrAppend(&out_, "<li", Direction(section.title), "><a href=\"#",
                      XmlText(section.id), "\">", Line(section.title), "</a>");
    }
    for (; depth > 0; --depth) out_ += "</li>\n</ol>\n";
    out_ += "</nav>\n";
  }

  void WriteSections() {
    const std::vector<bool> turned = TurnedSections(document_);
    for (size_t i = 0; i < document_.sections.size(); ++i) {
      WriteSection(document_.sections[i], turned[i]);
    }
  }

 private:
  // A text whose lines end where it says so.
  static std::string Lines(absl::string_view text) {
    return absl::StrReplaceAll(XmlText(CleanText(text)), {{"\n", "<br>"}});
  }

  // Texts one after the other, each with its link. What is written from right
  // to left does not mix with its neighbours.
  std::string Parts(const std::vector<DocumentText>& parts) const {
    std::string out;
    for (const DocumentText& part : parts) {
      std::string text = Lines(part.text);
      if (parts.size() > 1 && IsRightToLeft(part.text)) {
        text = absl::StrCat("<bdi>", text, "</bdi>");
      }
      const DocumentLink link = links_.Of(part);
      const absl::string_view begin =
          link.kind == DocumentLink::Kind::kPlace ? "#" : "";
      absl::StrAppend(
          &out, link.kind == DocumentLink::Kind::kNone
                    ? text
                    : absl::StrCat("<a href=\"", begin, XmlText(link.target),
                                   "\">", text, "</a>"));
    }
    return out;
  }

  void WriteSection(const DocumentSection& section, bool is_turned) {
    std::vector<absl::string_view> classes = {section.level == 1   ? "l1"
                                              : section.level == 2 ? "l2"
                                                                   : "l3"};
    if (section.starts_page) classes.emplace_back("page");
    if (is_turned) classes.emplace_back("turned");
    const std::string id = XmlText(section.id);
    const int level = section.level + 1;  // below the title
    absl::StrAppend(&out_, "<section", Attribute("aria-labelledby", id),
                    Attribute("class", absl::StrJoin(classes, " ")), ">\n<h",
                    level, Attribute("id", id), Direction(section.title), ">",
                    Line(section.title), "</h", level, ">\n");
    for (const DocumentBlock& block : section.blocks) {
      std::visit([this](const auto& any) { Write(any); }, block);
    }
    out_ += "</section>\n";
  }

  void Write(const DocumentParagraph& paragraph) {
    const bool is_quote = paragraph.style == ParagraphStyle::kQuote;
    const bool is_note = paragraph.style == ParagraphStyle::kNote;
    const std::string attributes =
        absl::StrCat(Attribute("id", XmlText(paragraph.id)),
                     Attribute("class", is_note ? "note" : ""),
                     Direction(TextOf(paragraph.parts)));
    const absl::string_view tag = is_quote ? "blockquote" : "p";
    absl::StrAppend(&out_, "<", tag, attributes, is_quote ? "><p>" : ">",
                    Parts(paragraph.parts), is_quote ? "</p></" : "</", tag,
                    ">\n");
  }

  void Write(const DocumentList& list) {
    out_ += "<ul>\n";
    for (const std::vector<DocumentText>& item : list.items) {
      absl::StrAppend(&out_, "<li", Direction(TextOf(item)), ">", Parts(item),
                      "</li>\n");
    }
    out_ += "</ul>\n";
  }

  void Write(const DocumentChart& chart) {
    absl::StrAppend(&out_, "<figure", Attribute("id", XmlText(chart.id)),
                    " data-description=\"", Line(chart.description),
                    "\">\n<figcaption>", Line(chart.title), "</figcaption>\n",
                    chart.svg, "\n</figure>\n");
  }

  void Write(const DocumentTable& table) {
    const std::string caption = Line(table.caption);
    if (table.is_wide) {
      // Who uses no pointer scrolls by the arrow keys, once it has the focus.
      absl::StrAppend(&out_,
                      "<div class=\"scroll\" role=\"region\" "
                      "tabindex=\"0\" aria-label=\"",
                      caption, "\">\n");
    }
    absl::StrAppend(&out_, "<table", Attribute("id", XmlText(table.id)),
                    table.is_wide ? "" : " class=\"stack\"", ">\n<caption>",
                    caption, "</caption>\n<colgroup>");
    const int width = WidthOf(table);
    for (const DocumentColumn& column : table.columns) {
      const int mille = column.width * 1000 / width;
      absl::StrAppend(&out_, "<col style=\"width:", mille / 10, ".", mille % 10,
                      "%\">");
    }
    out_ += "</colgroup>\n<thead>\n<tr>";
    for (const DocumentColumn& column : table.columns) {
      absl::StrAppend(&out_, "<th scope=\"col\"",
                      column.is_number ? " class=\"n\"" : "", ">",
                      Line(column.title), "</th>");
    }
    out_ += "</tr>\n</thead>\n<tbody>\n";
    for (const DocumentRow& row : table.rows) WriteRow(table, row);
    absl::StrAppend(&out_, "</tbody>\n</table>\n",
                    table.is_wide ? "</div>\n" : "");
  }

  void WriteRow(const DocumentTable& table, const DocumentRow& row) {
    absl::StrAppend(&out_, "<tr", Attribute("id", XmlText(row.id)),
                    KeepsTogether(row) ? "" : " class=\"long\"", ">");
    for (size_t i = 0; i < row.cells.size(); ++i) {
      const DocumentCell& cell = row.cells[i];
      const DocumentColumn& column = table.columns[i];
      const absl::string_view tone = ClassOf(cell.tone);
      std::vector<absl::string_view> classes;
      if (column.is_number) classes.emplace_back("n");
      if (!tone.empty()) classes.push_back(tone);
      absl::StrAppend(
          &out_, i == 0 ? "<th scope=\"row\"" : "<td",
          // What stands over the cell where there is no room for columns.
          i > 0 && !table.is_wide ? Attribute("data-label", Line(column.title))
                                  : "",
          Attribute("class", absl::StrJoin(classes, " ")),
          Direction(TextOf(cell.parts)), ">", Parts(cell.parts),
          i == 0 ? "</th>" : "</td>");
    }
    out_ += "</tr>\n";
  }

  static absl::string_view ClassOf(CellTone tone) {
    switch (tone) {
      case CellTone::kGood:
        return "good";
      case CellTone::kWeak:
        return "weak";
      case CellTone::kBad:
        return "bad";
      case CellTone::kMuted:
        return "muted";
      case CellTone::kPlain:
        break;
    }
    return "";
  }

  const Document& document_;
  const DocumentLinks links_;
  std::string& out_;
};

}  // namespace

std::string WriteDocumentHtml(const Document& document) {
  std::string out;
  Writer writer(document, out);
  writer.WriteHead();
  out += "<body>\n";
  writer.WriteTitle();
  writer.WriteContents();
  out += "<main>\n";
  writer.WriteSections();
  out += "</main>\n</body>\n</html>\n";
  return out;
}

}  // namespace compendium
