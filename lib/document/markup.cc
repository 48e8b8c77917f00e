// SPDX-License-Identifier: Apache-2.0
#include "lib/document/markup.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/strip.h"
#include "lib/document/characters.h"
#include "lib/document/limits.h"

namespace compendium {
namespace {

struct TagName {
  absl::string_view name;
  MarkupKind opening;
  MarkupKind closing;
};

constexpr TagName Inline(absl::string_view name) {
  return {name, MarkupKind::kInline, MarkupKind::kInline};
}

constexpr TagName Block(absl::string_view name) {
  return {name, MarkupKind::kBreak, MarkupKind::kBreak};
}

constexpr std::array<TagName, 35> kTags = {{
    Inline("a"),
    Inline("abbr"),
    Inline("b"),
    Inline("big"),
    Inline("em"),
    Inline("font"),
    Inline("i"),
    Inline("mark"),
    Inline("s"),
    Inline("small"),
    Inline("span"),
    Inline("strong"),
    Inline("sub"),
    Inline("sup"),
    Inline("u"),
    Block("blockquote"),
    Block("br"),
    Block("div"),
    Block("h1"),
    Block("h2"),
    Block("h3"),
    Block("h4"),
    Block("h5"),
    Block("h6"),
    Block("hr"),
    Block("table"),
    Block("tbody"),
    Block("td"),
    Block("th"),
    Block("thead"),
    Block("tr"),
    {"li", MarkupKind::kItem, MarkupKind::kBreak},
    {"ol", MarkupKind::kOpenNumbered, MarkupKind::kCloseList},
    {"p", MarkupKind::kParagraph, MarkupKind::kBreak},
    {"ul", MarkupKind::kOpenList, MarkupKind::kCloseList},
}};

// The tag between "<" and ">"; kText when it is none.
MarkupKind KindOfTag(absl::string_view inside) {
  const bool closing = absl::ConsumePrefix(&inside, "/");
  size_t size = 0;
  while (size < inside.size() &&
         absl::ascii_isalnum(static_cast<unsigned char>(inside[size]))) {
    ++size;
  }
  const absl::string_view after = inside.substr(size);
  if (!after.empty() && after != "/" && BlankSize(after, 0) == 0) {
    return MarkupKind::kText;
  }
  for (const TagName& tag : kTags) {
    if (absl::EqualsIgnoreCase(inside.substr(0, size), tag.name)) {
      return closing ? tag.closing : tag.opening;
    }
  }
  return MarkupKind::kText;
}

bool IsLink(absl::string_view inside) {
  return absl::StartsWith(inside, "http://") ||
         absl::StartsWith(inside, "https://") ||
         absl::StartsWith(inside, "mailto:");
}

// The character that a reference stands for, without "&" and ";"; 0 for none.
uint32_t CharacterOf(absl::string_view name) {
  constexpr std::array<std::pair<absl::string_view, uint32_t>, 6> kNames = {
      {{"amp", '&'},
       {"lt", '<'},
       {"gt", '>'},
       {"quot", '"'},
       {"apos", '\''},
       {"nbsp", 0xa0}}};
  for (const auto& [known, code] : kNames) {
    if (name == known) return code;
  }
  uint32_t code = 0;
  if (!absl::ConsumePrefix(&name, "#") || name.empty()) return 0;
  const bool hex = name[0] == 'x' || name[0] == 'X';
  if (hex) name.remove_prefix(1);
  const bool digits =
      !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return hex ? absl::ascii_isxdigit(byte) : absl::ascii_isdigit(byte);
      });
  if (!digits) return 0;
  const bool read =
      hex ? absl::SimpleHexAtoi(name, &code) : absl::SimpleAtoi(name, &code);
  return read ? code : 0;
}

}  // namespace

MarkupPiece TakeMarkup(absl::string_view& rest) {
  const size_t open = rest.find('<');
  if (open != 0) {
    const MarkupPiece piece = {MarkupKind::kText, rest.substr(0, open)};
    rest.remove_prefix(piece.text.size());
    return piece;
  }
  const size_t end = rest.substr(1, kTagBytesMax).find_first_of("<>");
  if (end != rest.npos && rest[end + 1] == '>') {
    const absl::string_view inside = rest.substr(1, end);
    const MarkupKind kind = KindOfTag(inside);
    if (kind != MarkupKind::kText || IsLink(inside)) {
      rest.remove_prefix(end + 2);
      return {kind, inside};
    }
  }
  const MarkupPiece piece = {MarkupKind::kText, rest.substr(0, 1)};
  rest.remove_prefix(1);
  return piece;
}

std::string DecodeEntities(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const size_t plain = std::min(text.find('&'), text.size());
    out.append(text.data(), plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const size_t end = text.substr(0, kEntityBytesMax).find(';');
    if (end != text.npos &&
        AppendCharacter(CharacterOf(text.substr(1, end - 1)), out)) {
      text.remove_prefix(end + 1);
    } else {
      out += '&';
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace compendium
