// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/suggestion_words.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"
#include "lib/domain/csv_table.h"
#include "lib/domain/sdg_target.h"

namespace compendium {

extern const char kSuggestionWordsCsv[];

const SuggestionWords& SuggestionWords::Get() {
  static const SuggestionWords kWords;
  return kWords;
}

SuggestionWords::SuggestionWords() {
  const CsvTable table(kSuggestionWordsCsv);
  for (size_t row = 0; row < table.row_count(); ++row) {
    const absl::string_view phrase = table.Field(row, "phrase");
    SuggestionWord word;
    word.rule = std::string(table.Field(row, "rule"));
    word.codes =
        absl::StrSplit(table.Field(row, "codes"), '|', absl::SkipEmpty());
    for (const std::string& code : word.codes) {
      const auto parsed = SdgCode::Parse(code);
      CHECK(parsed.ok() && !parsed->is_goal());
    }
    word.weight =
        1 + static_cast<int>(std::count(phrase.begin(), phrase.end(), ' '));
    CHECK(index_.Add(phrase) == words_.size());
    words_.push_back(std::move(word));
  }
}

}  // namespace compendium
