// SPDX-License-Identifier: Apache-2.0
#include "lib/document/ast_plain.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/document/ast_blocks.h"
#include "lib/document/document_line.h"

namespace compendium {
namespace {

bool HasClass(const Ast& attributes, absl::string_view name) {
  const Ast& classes = ItemOf(attributes, 1);
  return std::any_of(classes.begin(), classes.end(),
                     [&](const Ast& item) { return TextOf(item) == name; });
}

// Every string of a tree that is no inline or block known here.
void AddStrings(const Ast& tree, std::string& out) {
  if (tree.is_string()) {
    absl::StrAppend(&out, out.empty() ? "" : " ", TextOf(tree));
  } else if (tree.is_structured()) {
    for (const Ast& item : tree) AddStrings(item, out);
  }
}

void AddInline(const Ast& element, PlainAside& aside, std::string& out) {
  const absl::string_view kind = KindOf(element);
  const Ast& content = ContentOf(element);
  if (kind == "Str") {
    out += TextOf(content);
  } else if (kind == "Space" || kind == "SoftBreak") {
    out += ' ';
  } else if (kind == "LineBreak") {
    out += '\n';
  } else if (kind == "Note") {
    aside.notes.push_back(absl::StrJoin(PlainLines(content, aside), " "));
    // Pandoc leaves out a mark of the note's own, with which the note begins.
    const std::string& note = aside.notes.back();
    if (IsFootnoteOrPageNumber(note)) out += note.substr(0, note.find(' '));
  } else if (kind == "Link" || kind == "Image") {
    const std::string text = PlainInlines(ItemOf(content, 1), aside);
    const std::string target = TextOf(ItemOf(ItemOf(content, 2), 0));
    out += text;
    if (!absl::StartsWith(text, "http") && !absl::StartsWith(target, "#"))
      absl::StrAppend(&out, " <", target, ">");
  } else if (kind == "Span") {
    const Ast& attributes = ItemOf(content, 0);
    const bool gone = HasClass(attributes, "deletion") ||
                      HasClass(attributes, "comment-start");
    const std::string text = PlainInlines(ItemOf(content, 1), aside);
    if (!gone) {
      out += text;
    } else if (!text.empty()) {
      aside.changes.push_back(text);
    }
  } else if (kind == "Quoted") {
    const bool single = KindOf(ItemOf(content, 0)) == "SingleQuote";
    absl::StrAppend(&out, single ? "‘" : "“",
                    PlainInlines(ItemOf(content, 1), aside),
                    single ? "’" : "”");
  } else if (kind == "Code" || kind == "Math" || kind == "RawInline") {
    out += TextOf(ItemOf(content, 1));
  } else if (kind == "Cite") {
    out += PlainInlines(ItemOf(content, 1), aside);
  } else {
    out += PlainInlines(content, aside);  // emphasis of any kind
  }
}

void AddLines(const Ast& block, PlainAside& aside,
              std::vector<std::string>& lines);

// The lines of an item, the first one with its mark.
void AddItem(const std::string& mark, const Ast& item, PlainAside& aside,
             std::vector<std::string>& lines) {
  std::vector<std::string> own = PlainLines(item, aside);
  if (own.empty()) own.emplace_back();
  own[0] = absl::StrCat(mark, " ", own[0]);
  lines.insert(lines.end(), own.begin(), own.end());
}

void AddLines(const Ast& block, PlainAside& aside,
              std::vector<std::string>& lines) {
  const absl::string_view kind = KindOf(block);
  const Ast& content = ContentOf(block);
  if (kind == "Para" || kind == "Plain") {
    lines.push_back(PlainInlines(content, aside));
  } else if (kind == "Header") {
    lines.push_back(PlainInlines(ItemOf(content, 2), aside));
  } else if (kind == "BulletList") {
    for (const Ast& item : content) AddItem("•", item, aside, lines);
  } else if (kind == "OrderedList") {
    const Ast& items = ItemOf(content, 1);
    for (size_t i = 0; i < items.size(); ++i)
      AddItem(ItemNumber(ItemOf(content, 0), i), items[i], aside, lines);
  } else if (kind == "BlockQuote" || kind == "Div") {
    const Ast& inner = kind == "Div" ? ItemOf(content, 1) : content;
    for (const Ast& one : inner) AddLines(one, aside, lines);
  } else if (kind == "LineBlock") {
    for (const Ast& line : content) lines.push_back(PlainInlines(line, aside));
  } else if (kind == "Table") {
    for (const Ast* row : RowsOf(ContentOf(block))) {
      for (const Ast& cell : CellsOf(*row)) {
        for (const Ast& one : BlocksOf(cell)) AddLines(one, aside, lines);
      }
    }
  } else if (kind != "HorizontalRule" && kind != "Null") {
    std::string text;
    AddStrings(content, text);
    if (!text.empty()) lines.push_back(std::move(text));
  }
}

}  // namespace

std::string PlainInlines(const Ast& inlines, PlainAside& aside) {
  std::string out;
  if (!inlines.is_array()) return out;
  for (const Ast& element : inlines) AddInline(element, aside, out);
  return out;
}

std::vector<std::string> PlainLines(const Ast& blocks, PlainAside& aside) {
  std::vector<std::string> lines;
  if (!blocks.is_array()) return lines;
  for (const Ast& block : blocks) AddLines(block, aside, lines);
  return lines;
}

}  // namespace compendium
