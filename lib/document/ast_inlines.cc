// SPDX-License-Identifier: Apache-2.0
#include "lib/document/ast_inlines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "lib/document/ast_blocks.h"
#include "lib/document/limits.h"
#include "lib/document/plain_text.h"

namespace compendium {
namespace {

struct Tag {
  absl::string_view kind;
  absl::string_view open;
  absl::string_view close;
};

constexpr std::array<Tag, 9> kTags = {{{"Emph", "<i>", "</i>"},
                                       {"Strong", "<b>", "</b>"},
                                       {"Underline", "<u>", "</u>"},
                                       {"Strikeout", "<s>", "</s>"},
                                       {"Superscript", "<sup>", "</sup>"},
                                       {"Subscript", "<sub>", "</sub>"},
                                       {"SmallCaps", "", ""},
                                       {"Single", "\u2018", "\u2019"},
                                       {"Double", "\u201c", "\u201d"}}};

const Tag* FindTag(absl::string_view kind) {
  const auto* const found =
      std::find_if(kTags.begin(), kTags.end(),
                   [&](const Tag& tag) { return tag.kind == kind; });
  return found == kTags.end() ? nullptr : found;
}

bool HasClass(const Ast& attributes, absl::string_view name) {
  const Ast& classes = ItemOf(attributes, 1);
  return classes.is_array() &&
         std::any_of(classes.begin(), classes.end(),
                     [&](const Ast& item) { return TextOf(item) == name; });
}

std::string AuthorOf(const Ast& attributes) {
  const Ast& pairs = ItemOf(attributes, 2);
  if (!pairs.is_array()) return "";
  for (const Ast& pair : pairs) {
    if (TextOf(ItemOf(pair, 0)) == "author") {
      return absl::StrCat(" by ", EscapeMarkup(TextOf(ItemOf(pair, 1))));
    }
  }
  return "";
}

// The address of a link behind its text, unless it says the same.
std::string LinkMarkup(std::string text, const std::string& address) {
  const bool has_scheme = absl::StartsWith(address, "http://") ||
                          absl::StartsWith(address, "https://") ||
                          absl::StartsWith(address, "mailto:");
  // A place within the document is no address.
  if (address.empty() || address[0] == '#') return text;
  const std::string words = OneLine(text);
  if (words == address || absl::StrCat("mailto:", words) == address) {
    return text;
  }
  const std::string safe = absl::StrReplaceAll(
      address,
      {{"<", "%3C"}, {">", "%3E"}, {" ", "%20"}, {"\t", "%09"}, {"\n", ""}});
  if (!has_scheme || safe.size() >= kTagBytesMax) {
    return absl::StrCat(text, " (", EscapeMarkup(safe), ")");
  }
  return absl::StrCat(text, text.empty() ? "<" : " <", safe, ">");
}

void AddSpan(const Ast& content, AstAside& aside, std::string& markup) {
  const Ast& attributes = ItemOf(content, 0);
  for (const absl::string_view change : {"deletion", "comment-start"}) {
    if (!HasClass(attributes, change)) continue;
    const std::string text = absl::StrReplaceAll(
        InlineMarkup(ItemOf(content, 1), aside), {{"\n", " "}});
    if (text.empty()) return;
    aside.changes.push_back(
        absl::StrCat(change == "deletion" ? "deleted" : "comment",
                     AuthorOf(attributes), ": ", text));
    return;
  }
  absl::StrAppend(&markup, InlineMarkup(ItemOf(content, 1), aside));
}

void AddNote(const Ast& blocks, AstAside& aside, std::string& markup) {
  const int number = ++aside.note_count;
  absl::StrAppend(&markup, "[", number, "]");
  AstAside inner;
  inner.note_count = aside.note_count;
  inner.problem = aside.problem;
  const std::string text = CellMarkup(blocks, inner);
  aside.notes.push_back(absl::StrCat("[", number, "] ", text));
  for (std::string& change : inner.changes)
    aside.changes.push_back(std::move(change));
  aside.note_count = inner.note_count;
  aside.problem = inner.problem;
}

void AddInline(const Ast& element, AstAside& aside, std::string& markup) {
  const absl::string_view kind = KindOf(element);
  const Ast& content = ContentOf(element);
  if (kind == "Str") {
    absl::StrAppend(&markup, EscapeMarkup(TextOf(content)));
  } else if (kind == "Space" || kind == "SoftBreak") {
    markup += ' ';
  } else if (kind == "LineBreak") {
    markup += '\n';
  } else if (const Tag* tag = FindTag(kind); tag != nullptr) {
    absl::StrAppend(&markup, tag->open, InlineMarkup(content, aside),
                    tag->close);
  } else if (kind == "Quoted") {
    const Tag* quote = KindOf(ItemOf(content, 0)) == "SingleQuote"
                           ? FindTag("Single")
                           : FindTag("Double");
    absl::StrAppend(&markup, quote->open,
                    InlineMarkup(ItemOf(content, 1), aside), quote->close);
  } else if (kind == "Cite" || kind == "Image") {
    absl::StrAppend(&markup, InlineMarkup(ItemOf(content, 1), aside));
  } else if (kind == "Code" || kind == "Math" || kind == "RawInline") {
    absl::StrAppend(&markup, EscapeMarkup(TextOf(ItemOf(content, 1))));
  } else if (kind == "Link") {
    absl::StrAppend(&markup, LinkMarkup(InlineMarkup(ItemOf(content, 1), aside),
                                        TextOf(ItemOf(ItemOf(content, 2), 0))));
  } else if (kind == "Span") {
    AddSpan(content, aside, markup);
  } else if (kind == "Note") {
    AddNote(content, aside, markup);
  } else {
    NoteUnknown(element, aside);
  }
}

}  // namespace

std::string EscapeMarkup(absl::string_view text) {
  return absl::StrReplaceAll(text, {{"&", "&amp;"},
                                    {"<", "&lt;"},
                                    {">", "&gt;"},
                                    {"\t", " "},
                                    {"\r", " "},
                                    {"\n", " "}});
}

const Ast& ContentOf(const Ast& element) {
  static const Ast kNothing;
  const auto at = element.is_object() ? element.find("c") : element.end();
  return at == element.end() ? kNothing : *at;
}

absl::string_view KindOf(const Ast& element) {
  const auto at = element.is_object() ? element.find("t") : element.end();
  if (at == element.end() || !at->is_string()) return "";
  return at->get_ref<const std::string&>();
}

const Ast& ItemOf(const Ast& array, size_t index) {
  static const Ast kNothing;
  return array.is_array() && index < array.size() ? array[index] : kNothing;
}

std::string TextOf(const Ast& value) {
  return value.is_string() ? value.get_ref<const std::string&>() : "";
}

void NoteUnknown(const Ast& element, AstAside& aside) {
  if (!aside.problem.ok()) return;
  const absl::string_view kind = KindOf(element);
  aside.problem = absl::InvalidArgumentError(
      absl::StrCat("document: got an element ",
                   kind.empty() ? absl::string_view(element.type_name()) : kind,
                   ", want one of pandoc-types 1.22"));
}

std::string InlineMarkup(const Ast& inlines, AstAside& aside) {
  std::string markup;
  if (!inlines.is_array()) {
    NoteUnknown(inlines, aside);
    return markup;
  }
  for (const Ast& element : inlines) AddInline(element, aside, markup);
  return markup;
}

bool IsStrong(const Ast& inlines) {
  bool strong = false;
  if (!inlines.is_array()) return false;
  for (const Ast& element : inlines) {
    const absl::string_view kind = KindOf(element);
    if (kind == "Space" || kind == "SoftBreak" || kind == "LineBreak") continue;
    const bool wraps = kind == "Emph" || kind == "Underline" || kind == "Span";
    const Ast& content = ContentOf(element);
    if (kind != "Strong" &&
        !(wraps && IsStrong(kind == "Span" ? ItemOf(content, 1) : content))) {
      // A closing colon is often left out of the emphasis.
      if (kind == "Str" && TextOf(content) == ":") continue;
      return false;
    }
    strong = true;
  }
  return strong;
}

}  // namespace compendium
