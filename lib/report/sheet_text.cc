// SPDX-License-Identifier: Apache-2.0
#include "lib/report/sheet_text.h"

#include <algorithm>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/document/characters.h"
#include "lib/report/clean_text.h"

namespace compendium {
namespace {

// The UTF-16 units of the character at `at`.
size_t UnitsOf(absl::string_view text, size_t at) {
  return CharacterSize(text, at) == 4 ? 2 : 1;
}

}  // namespace

std::string EscapeCellText(absl::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const absl::string_view rest = text.substr(at);
    const bool looks_so =
        rest.size() > 6 && absl::StartsWith(rest, "_x") && rest[6] == '_' &&
        std::all_of(rest.begin() + 2, rest.begin() + 6, [](char c) {
          return absl::ascii_isxdigit(static_cast<unsigned char>(c));
        });
    out += looks_so ? "_x005F_" : std::string(1, text[at]);
  }
  return out;
}

std::string CutText(absl::string_view text, size_t units_max,
                    absl::string_view end) {
  size_t units = 0;
  size_t kept = 0;  // bytes that leave room for `end`
  for (size_t at = 0; at < text.size(); at += CharacterSize(text, at)) {
    units += UnitsOf(text, at);
    if (units + end.size() <= units_max) kept = at + CharacterSize(text, at);
  }
  if (units <= units_max) return std::string(text);
  return absl::StrCat(text.substr(0, kept), end);
}

size_t LinesOf(absl::string_view text, size_t letters) {
  size_t lines = 0;
  for (const absl::string_view paragraph : absl::StrSplit(text, '\n')) {
    ++lines;
    size_t taken = 0;  // of the last line
    for (const absl::string_view word : absl::StrSplit(paragraph, ' ')) {
      size_t size = 0;
      for (size_t at = 0; at < word.size(); at += CharacterSize(word, at))
        ++size;
      if (taken != 0 && taken + 1 + size > letters) {
        ++lines;
        taken = 0;
      }
      if (taken != 0) ++taken;  // the blank
      taken += size;
      for (; taken > letters; taken -= letters) ++lines;
    }
  }
  return lines;
}

std::vector<std::string> SheetNames(const std::vector<std::string>& captions) {
  // Excel keeps "History" for itself.
  std::set<std::string> taken = {"about", "history"};
  std::vector<std::string> names;
  for (const std::string& caption : captions) {
    std::string words;
    for (const char c : CleanLine(caption)) {
      const bool allowed =
          !absl::StrContains("[]:*?/\\", absl::string_view(&c, 1));
      words += allowed ? c : ' ';
    }
    absl::RemoveExtraAsciiWhitespace(&words);
    while (absl::StartsWith(words, "'")) words.erase(0, 1);
    if (words.empty()) words = "Table";
    std::string name;
    for (int count = 1;; ++count) {
      const std::string number =
          count == 1 ? "" : absl::StrCat(" (", count, ")");
      name = CutText(words, kSheetNameUnitsMax - number.size(), "");
      while (absl::EndsWith(name, "'") || absl::EndsWith(name, " ")) {
        name.pop_back();
      }
      name += number;
      if (taken.insert(absl::AsciiStrToLower(name)).second) break;
    }
    names.push_back(name);
  }
  return names;
}

}  // namespace compendium
