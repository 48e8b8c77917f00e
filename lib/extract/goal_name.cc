// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/goal_name.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "lib/extract/word_list.h"

namespace compendium {
namespace {

// The words that carry the meaning of each goal's short name, by goal; each is
// matched as the start of a word, so that "partnerships" is "partnership".
constexpr absl::string_view kNames[][4] = {
    {"no", "poverty", "", ""},
    {"zero", "hunger", "", ""},
    {"good", "health", "well-being", "wellbeing"},
    {"quality", "education", "", ""},
    {"gender", "equality", "", ""},
    {"clean", "water", "sanitation", ""},
    {"affordable", "clean", "energy", ""},
    {"decent", "work", "economic", "growth"},
    {"industr", "innovation", "infrastructure", ""},
    {"reduce", "inequal", "", ""},
    {"sustainable", "cities", "communities", ""},
    {"responsible", "consumption", "production", ""},
    {"climate", "action", "", ""},
    {"life", "below", "water", ""},
    {"life", "on", "land", ""},
    {"peace", "justice", "strong", "institution"},
    {"partnership", "goal", "", ""},
};

// Words of a name are no further apart than this, with their small words.
constexpr size_t kNameReach = 8;

// Whether the word starts with the stem, also where a copy out of a PDF lost
// its "ti" or has a character for it: "Acon", "AcƟon".
bool Starts(const Token& token, absl::string_view stem) {
  if (!token.is_word()) return false;
  absl::string_view text = token.text;
  while (!stem.empty()) {
    size_t size = 0;
    const absl::string_view ligature = LigatureAt(text, size);
    if (!ligature.empty() && absl::ConsumePrefix(&stem, ligature)) {
      text.remove_prefix(size);
    } else if (!text.empty() && LowerAscii(text[0]) == stem[0]) {
      text.remove_prefix(1);
      stem.remove_prefix(1);
    } else if (absl::ConsumePrefix(&text, " ")) {
      continue;  // "Ac on" is one word, too
    } else if (stem.size() < 4 || !absl::ConsumePrefix(&stem, "ti")) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool IsGoalName(const AnswerText& answer, size_t at, size_t last, int goal) {
  if (goal < 1 || goal > 17 || at >= last) return false;
  const auto& name = kNames[goal - 1];
  if (!Starts(answer.token(at), name[0])) return false;
  const size_t reach = std::min(last, at + kNameReach);
  for (size_t next = at + 1; next < reach; ++next) {
    for (size_t word = 1; word < 4 && !name[word].empty(); ++word) {
      if (Starts(answer.token(next), name[word])) return true;
    }
  }
  return false;
}

}  // namespace compendium
