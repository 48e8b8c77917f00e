// SPDX-License-Identifier: Apache-2.0
#include "lib/document/ast_blocks.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace compendium {
namespace {

// The largest number that a list's item is given; beyond, it is 0.
constexpr uint64_t kItemNumberMax = 100'000;

std::string Roman(uint64_t number) {
  constexpr std::pair<uint64_t, absl::string_view> kSigns[] = {
      {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
      {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
      {5, "v"},    {4, "iv"},   {1, "i"}};
  std::string roman;
  for (const auto& [value, sign] : kSigns) {
    for (; number >= value; number -= value) absl::StrAppend(&roman, sign);
  }
  return roman;
}

std::string Letters(uint64_t number) {
  std::string letters;
  for (; number > 0; number = (number - 1) / 26)
    letters += static_cast<char>('a' + (number - 1) % 26);
  std::reverse(letters.begin(), letters.end());
  return letters;
}

// Writes blocks as markup; nothing else is kept between them.
class MarkupWriter {
 public:
  explicit MarkupWriter(AstAside& aside) : aside_(aside) {}

  void AddBlocks(const Ast& blocks) {
    if (!blocks.is_array()) return NoteUnknown(blocks, aside_);
    for (const Ast& block : blocks) AddBlock(block);
  }

  void AddParagraph(absl::string_view text) {
    absl::StrAppend(&markup_, "<p>", text, "</p>");
  }

  std::string Take() { return std::move(markup_); }

 private:
  void AddBlock(const Ast& block) {
    const absl::string_view kind = KindOf(block);
    const Ast& content = ContentOf(block);
    if (kind == "Para" || kind == "Plain") {
      AddParagraph(Inlines(content));
    } else if (kind == "Header") {
      AddParagraph(Inlines(ItemOf(content, 2)));
    } else if (kind == "BulletList") {
      AddBullets(content);
    } else if (kind == "OrderedList") {
      AddNumbered(content);
    } else if (kind == "DefinitionList") {
      AddDefinitions(content);
    } else if (kind == "LineBlock") {
      for (const Ast& line : content)
        absl::StrAppend(&markup_, "<br>", Inlines(line));
    } else if (kind == "CodeBlock" || kind == "RawBlock") {
      for (const absl::string_view line :
           absl::StrSplit(TextOf(ItemOf(content, 1)), '\n'))
        absl::StrAppend(&markup_, "<br>", EscapeMarkup(line));
    } else if (kind == "BlockQuote") {
      AddBlocks(content);
    } else if (kind == "Div") {
      AddBlocks(ItemOf(content, 1));
    } else if (kind == "Table") {
      AddTable(content);
    } else if (kind != "HorizontalRule" && kind != "Null") {
      NoteUnknown(block, aside_);
    }
  }

  std::string Inlines(const Ast& inlines) {
    return absl::StrReplaceAll(InlineMarkup(inlines, aside_), {{"\n", "<br>"}});
  }

  void AddBullets(const Ast& items) {
    if (!items.is_array()) return NoteUnknown(items, aside_);
    absl::StrAppend(&markup_, "<ul>");
    for (const Ast& item : items) {
      absl::StrAppend(&markup_, "<li>");
      AddItem(item);
      absl::StrAppend(&markup_, "</li>");
    }
    absl::StrAppend(&markup_, "</ul>");
  }

  // The first paragraph of an item stands on the line of its mark.
  void AddItem(const Ast& blocks) {
    if (!blocks.is_array()) return NoteUnknown(blocks, aside_);
    for (size_t i = 0; i < blocks.size(); ++i) {
      const absl::string_view kind = KindOf(blocks[i]);
      if (kind == "Para" || kind == "Plain") {
        absl::StrAppend(&markup_, i == 0 ? "" : "<br>",
                        Inlines(ContentOf(blocks[i])));
      } else {
        AddBlock(blocks[i]);
      }
    }
  }

  // The tags of a numbered list would give its items bullets: the numbers are
  // text, because other text points at them.
  void AddNumbered(const Ast& content) {
    const Ast& items = ItemOf(content, 1);
    for (size_t i = 0; i < items.size(); ++i) {
      absl::StrAppend(&markup_, "<br>", ItemNumber(ItemOf(content, 0), i), " ");
      AddItem(ItemOf(items, i));
    }
    absl::StrAppend(&markup_, "<br>");
  }

  void AddDefinitions(const Ast& content) {
    for (const Ast& definition : content) {
      AddParagraph(Inlines(ItemOf(definition, 0)));
      for (const Ast& blocks : ItemOf(definition, 1)) AddBlocks(blocks);
    }
  }

  // A table within a cell: a row a line.
  void AddTable(const Ast& content) {
    AddBlocks(ItemOf(ItemOf(content, 1), 1));
    for (const Ast* row : RowsOf(content)) {
      std::vector<std::string> cells;
      for (const Ast& cell : CellsOf(*row)) {
        MarkupWriter writer(aside_);
        writer.AddItem(BlocksOf(cell));
        std::string text = writer.Take();
        if (!text.empty()) cells.push_back(std::move(text));
      }
      absl::StrAppend(&markup_, "<br>", absl::StrJoin(cells, " | "));
    }
    absl::StrAppend(&markup_, "<br>");
  }

  AstAside& aside_;
  std::string markup_;
};

}  // namespace

std::string CellMarkup(const Ast& blocks, AstAside& aside) {
  std::vector<std::string> outer = std::exchange(aside.notes, {});
  MarkupWriter writer(aside);
  writer.AddBlocks(blocks);
  for (const std::string& note : aside.notes) writer.AddParagraph(note);
  aside.notes = std::move(outer);
  std::string markup = writer.Take();
  // One paragraph needs no tags.
  if (absl::StartsWith(markup, "<p>") && absl::EndsWith(markup, "</p>") &&
      markup.find("<p>", 1) == markup.npos) {
    markup = markup.substr(3, markup.size() - 7);
  }
  return markup;
}

std::string ItemNumber(const Ast& attributes, size_t index) {
  const Ast& start = ItemOf(attributes, 0);
  const uint64_t first = start.is_number_unsigned() ? start.get<uint64_t>() : 1;
  const uint64_t number =
      std::max(first, uint64_t{index}) <= kItemNumberMax ? first + index : 0;
  const absl::string_view style = KindOf(ItemOf(attributes, 1));
  std::string text = absl::StrCat(number);
  const bool lettered = absl::EndsWith(style, "Alpha");
  if (lettered) text = Letters(number);
  if (absl::EndsWith(style, "Roman")) text = Roman(number);
  if (absl::StartsWith(style, "Upper")) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
  }
  const absl::string_view delimiter = KindOf(ItemOf(attributes, 2));
  if (delimiter == "OneParen") return absl::StrCat(text, ")");
  if (delimiter == "TwoParens") return absl::StrCat("(", text, ")");
  return absl::StrCat(text, ".");
}

std::string WithColon(absl::string_view label) {
  return absl::StrCat(absl::StripTrailingAsciiWhitespace(label), ":");
}

std::vector<const Ast*> RowsOf(const Ast& table) {
  std::vector<const Ast*> rows;
  const auto add = [&](const Ast& list) {
    if (!list.is_array()) return;
    for (const Ast& row : list) rows.push_back(&row);
  };
  add(ItemOf(ItemOf(table, 3), 1));
  const Ast& bodies = ItemOf(table, 4);
  for (size_t i = 0; i < bodies.size(); ++i) {
    add(ItemOf(ItemOf(bodies, i), 2));
    add(ItemOf(ItemOf(bodies, i), 3));
  }
  add(ItemOf(ItemOf(table, 5), 1));
  return rows;
}

const Ast& CellsOf(const Ast& row) {
  static const Ast kNone = Ast::array();
  const Ast& cells = ItemOf(row, 1);
  return cells.is_array() ? cells : kNone;
}

const Ast& BlocksOf(const Ast& cell) { return ItemOf(cell, 4); }

}  // namespace compendium
