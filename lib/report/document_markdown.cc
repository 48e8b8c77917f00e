// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_markdown.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "lib/publish/markdown_writer.h"
#include "lib/publish/xml_text.h"
#include "lib/report/clean_text.h"
#include "lib/report/document_layout.h"
#include "lib/report/document_links.h"

namespace compendium {
namespace {

// A text on one line. Blanks at its ends would be taken for markup.
std::string Line(absl::string_view text) {
  return EscapeMarkdown(absl::StripAsciiWhitespace(CleanLine(text)));
}

std::string Lines(absl::string_view text) {
  std::vector<std::string> lines;
  for (const absl::string_view line : absl::StrSplit(CleanText(text), '\n')) {
    lines.push_back(EscapeMarkdown(line));
  }
  return absl::StrJoin(lines, "<br>");
}

// What links to `id` lead to.
std::string Anchor(absl::string_view id) {
  return id.empty() ? "" : absl::StrCat("<a id=\"", XmlText(id), "\"></a>");
}

// An anchor on lines of its own.
std::string AnchorBlock(absl::string_view id) {
  return id.empty() ? "" : absl::StrCat("\n", Anchor(id), "\n");
}

// Writes one document. Each block begins with an empty line.
class Writer {
 public:
  Writer(const Document& document, std::string& out)
      : document_(document), links_(document), out_(out) {}

  void WriteTitle() {
    absl::StrAppend(&out_, "# ", Line(document_.title), "\n");
    if (!document_.subtitle.empty()) {
      absl::StrAppend(&out_, "\n",
                      EscapeMarkdownBegin(Line(document_.subtitle)), "\n");
    }
    if (!document_.facts.empty()) out_ += "\n";
    for (const DocumentFact& fact : document_.facts) {
      absl::StrAppend(&out_, "- **", Line(fact.name), ":** ", Lines(fact.value),
                      "\n");
    }
  }

  void WriteContents() {
    if (document_.sections.size() < kContentsSectionsMin) return;
    absl::StrAppend(&out_, "\n## ", kDocumentContentsWords, "\n\n");
    for (const DocumentSection& section : document_.sections) {
      if (section.level > kContentsLevelMax) continue;
      absl::StrAppend(&out_, section.level > 1 ? "  " : "", "- [",
                      Line(section.title), "](#", section.id, ")\n");
    }
  }

  void WriteSections() {
    for (const DocumentSection& section : document_.sections) {
      absl::StrAppend(&out_, AnchorBlock(section.id), "\n",
                      std::string(static_cast<size_t>(section.level) + 1, '#'),
                      " ", Line(section.title), "\n");
      for (const DocumentBlock& block : section.blocks) {
        std::visit([this](const auto& any) { Write(any); }, block);
      }
    }
  }

 private:
  std::string Parts(const std::vector<DocumentText>& parts) const {
    std::string out;
    for (const DocumentText& part : parts) {
      const DocumentLink link = links_.Of(part);
      const std::string text = Lines(part.text);
      switch (link.kind) {
        case DocumentLink::Kind::kNone:
          out += text;
          break;
        case DocumentLink::Kind::kPlace:
          absl::StrAppend(&out, "[", text, "](#", link.target, ")");
          break;
        case DocumentLink::Kind::kAddress:
          absl::StrAppend(&out, "[", text, "](<", link.target, ">)");
          break;
      }
    }
    return std::string(absl::StripAsciiWhitespace(out));
  }

  void Write(const DocumentParagraph& paragraph) {
    absl::StrAppend(&out_, AnchorBlock(paragraph.id), "\n",
                    paragraph.style == ParagraphStyle::kQuote ? "> " : "",
                    EscapeMarkdownBegin(Parts(paragraph.parts)), "\n");
  }

  void Write(const DocumentList& list) {
    out_ += "\n";
    for (const std::vector<DocumentText>& item : list.items) {
      absl::StrAppend(&out_, "- ", EscapeMarkdownBegin(Parts(item)), "\n");
    }
  }

  void Write(const DocumentChart& chart) { out_ += AnchorBlock(chart.id); }

  void Write(const DocumentTable& table) {
    absl::StrAppend(&out_, AnchorBlock(table.id), "\n**", Line(table.caption),
                    "**\n\n|");
    for (const DocumentColumn& column : table.columns) {
      absl::StrAppend(&out_, " ", Line(column.title), " |");
    }
    out_ += "\n|";
    for (const DocumentColumn& column : table.columns) {
      out_ += column.is_number ? " ---: |" : " --- |";
    }
    out_ += "\n";
    for (const DocumentRow& row : table.rows) {
      absl::StrAppend(&out_, "| ", Anchor(row.id));
      for (const DocumentCell& cell : row.cells) {
        absl::StrAppend(&out_, &cell == &row.cells.front() ? "" : " ",
                        Parts(cell.parts), " |");
      }
      out_ += "\n";
    }
  }

  const Document& document_;
  const DocumentLinks links_;
  std::string& out_;
};

}  // namespace

std::string WriteDocumentMarkdown(const Document& document) {
  std::string out;
  Writer writer(document, out);
  writer.WriteTitle();
  writer.WriteContents();
  writer.WriteSections();
  return out;
}

}  // namespace compendium
