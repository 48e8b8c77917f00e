// SPDX-License-Identifier: Apache-2.0
#include "lib/words/short_name.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

// An acronym that is wider than this is a name and would fill a column.
constexpr size_t kAcronymWidthMax = 16;
// An id of one word of at most this many letters is an acronym (MIDSA, ARCP).
constexpr size_t kAcronymIdSizeMax = 6;

bool IsKindWord(absl::string_view word) {
  constexpr absl::string_view kWords[] = {"process", "dialogue", "forum",
                                          "rcp"};
  return std::any_of(
      std::begin(kWords), std::end(kWords),
      [&](absl::string_view w) { return absl::EqualsIgnoreCase(w, word); });
}

// The id in "mechanisms/{id}…"; empty for other text.
absl::string_view MechanismIdOf(absl::string_view resource_name) {
  if (!absl::ConsumePrefix(&resource_name, "mechanisms/")) return "";
  return resource_name.substr(0, resource_name.find('/'));
}

std::string FromId(absl::string_view id) {
  std::vector<std::string> words = absl::StrSplit(id, '-');
  if (words.size() == 1 && id.size() <= kAcronymIdSizeMax)
    return absl::AsciiStrToUpper(id);
  if (words.size() > 1 && IsKindWord(words.back())) words.pop_back();
  for (std::string& word : words)
    if (!word.empty())
      word[0] = absl::ascii_toupper(static_cast<unsigned char>(word[0]));
  return absl::StrJoin(words, "-");
}

// The first words of a name, up to "Process" or the like, if the id is made
// from them.
std::vector<std::string> IdWords(const std::string& display_name,
                                 absl::string_view id) {
  std::vector<std::string> words =
      absl::StrSplit(Printable(display_name), ' ', absl::SkipEmpty());
  const auto kind = std::find_if(words.begin(), words.end(), IsKindWord);
  if (kind == words.end()) return {};
  words.erase(kind + 1, words.end());
  std::string made = absl::AsciiStrToLower(absl::StrJoin(words, "-"));
  std::replace_if(
      made.begin(), made.end(),
      [](unsigned char c) { return !absl::ascii_isalnum(c); }, '-');
  return made == id ? words : std::vector<std::string>();
}

}  // namespace

void ShortNames::Add(const registry::v1::Mechanism& mechanism) {
  const absl::string_view id = MechanismIdOf(mechanism.name());
  std::vector<std::string> words =
      absl::StrSplit(Printable(mechanism.acronym()), absl::ByAnyChar(" \n"),
                     absl::SkipEmpty());
  if (words.empty()) words = IdWords(mechanism.display_name(), id);
  if (words.size() > 1 && IsKindWord(words.back())) words.pop_back();
  const std::string name = absl::StrJoin(words, " ");
  if (name.empty() || DisplayWidth(name) > kAcronymWidthMax) return;
  by_id_[std::string(id)] = name;
}

void ShortNames::Merge(const ShortNames& other) {
  by_id_.insert(other.by_id_.begin(), other.by_id_.end());
}

std::string ShortNames::Of(absl::string_view resource_name) const {
  const absl::string_view id = MechanismIdOf(resource_name);
  if (id.empty()) return std::string(resource_name);
  const auto found = by_id_.find(std::string(id));
  return found != by_id_.end() ? found->second : FromId(id);
}

}  // namespace compendium
