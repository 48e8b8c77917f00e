// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/theme.h"

#include <algorithm>

#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"
#include "lib/domain/csv_table.h"
#include "lib/domain/framework.h"
#include "lib/domain/phrase_index.h"

namespace compendium {

extern const char kThemeWordsCsv[];

namespace {

// The table theme_words.csv: a phrase that names a theme wherever it stands, or
// only as the whole text ("Development" alone is the theme; in "policy
// development" it is not). One without themes takes words away from others:
// "drug trafficking" is no theme.
class ThemeWords {
 public:
  ThemeWords() {
    const Framework* const framework = FindFramework("themes");
    CHECK(framework != nullptr);
    const CsvTable table(kThemeWordsCsv);
    for (size_t row = 0; row < table.row_count(); ++row) {
      const absl::string_view where = table.Field(row, "where");
      CHECK(where == "any" || where == "whole");
      Entry entry{where == "whole", absl::StrSplit(table.Field(row, "themes"),
                                                   '|', absl::SkipEmpty())};
      for (const std::string& code : entry.themes) {
        CHECK(framework->Find(code) != nullptr);
      }
      CHECK(index_.Add(table.Field(row, "phrase")) == entries_.size());
      entries_.push_back(std::move(entry));
    }
  }

  std::vector<std::string> Find(absl::string_view text) const {
    const std::vector<PhraseMatch> matches = index_.Find(text);
    std::vector<std::string> themes;
    for (const PhraseMatch& match : matches) {
      const Entry& entry = entries_[match.phrase];
      if (entry.whole && !IsWhole(match, text)) continue;
      for (const std::string& code : entry.themes) {
        if (themes.size() == kThemesMax) return themes;
        const bool known =
            std::find(themes.begin(), themes.end(), code) != themes.end();
        if (!known) themes.push_back(code);
      }
    }
    return themes;
  }

 private:
  struct Entry {
    bool whole;
    std::vector<std::string> themes;
  };

  // Whether nothing but marks, blanks and bullets stands around the phrase.
  static bool IsWhole(const PhraseMatch& match, absl::string_view text) {
    const auto has_word = [](absl::string_view rest) {
      return std::any_of(rest.begin(), rest.end(), [](char c) {
        return absl::ascii_isalnum(static_cast<unsigned char>(c));
      });
    };
    return !has_word(text.substr(0, match.begin)) &&
           !has_word(text.substr(match.end));
  }

  PhraseIndex index_;
  std::vector<Entry> entries_;  // by phrase
};

}  // namespace

std::vector<std::string> ThemesOf(absl::string_view focus_area_as_written) {
  static const ThemeWords kWords;
  return kWords.Find(focus_area_as_written);
}

}  // namespace compendium
