// SPDX-License-Identifier: Apache-2.0
#include "cli/text/gaps_text.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/text/text_table.h"
#include "lib/words/coverage_gaps.h"
#include "lib/words/coverage_words.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// "Goals of sdg 2015 that nobody claims: 12 of 17.", and which; nothing when
// the framework has none of this level.
std::string LevelText(const v1::Coverage& coverage,
                      const std::vector<CoverageGap>& gaps,
                      const LevelWords& level, absl::string_view whose,
                      size_t width) {
  TextTable table({{.title = "Code", .least_width = 5}, {.title = "Title"}});
  int gap_count = 0;
  for (const CoverageGap& gap : gaps) {
    if (gap.level != level.level) continue;
    table.AddRow({gap.code, gap.title});
    ++gap_count;
  }
  const auto claimed_count = std::count_if(
      coverage.nodes().begin(), coverage.nodes().end(),
      [&](const auto& node) { return node.level() == level.level; });
  if (gap_count + claimed_count == 0) return "";
  const std::string heading = Paragraph(
      absl::StrCat(level.many, " of ", coverage.framework(), " ",
                   coverage.framework_version(), " that ", whose, ": ",
                   gap_count, " of ", gap_count + claimed_count, "."),
      width);
  return gap_count == 0
             ? absl::StrCat(heading, "\n")
             : absl::StrCat(heading, "\n", table.ToString(width), "\n");
}

// "MIDWA – answered: none."
std::string VerdictOfOneWords(const v1::Coverage& coverage,
                              const std::string& name) {
  if (coverage.mechanisms().empty()) return "";
  return absl::StrCat(
      name, " – ", CoverageVerdictWords(coverage.mechanisms(0).verdict()), ".");
}

}  // namespace

std::string GapsText(const v1::Coverage& coverage, absl::string_view mechanism,
                     const ShortNames& names, size_t width) {
  const std::vector<CoverageGap> gaps = FindGaps(coverage);
  const std::string name = names.Of(mechanism);
  const std::string whose = mechanism.empty()
                                ? "nobody claims"
                                : absl::StrCat(name, " does not claim");
  std::string text;
  for (const LevelWords& level : kLevelWords)
    absl::StrAppend(&text, LevelText(coverage, gaps, level, whose, width));
  return absl::StrCat(
      text, Paragraph(mechanism.empty() ? CoverageVerdictsWords(coverage)
                                        : VerdictOfOneWords(coverage, name),
                      width));
}

}  // namespace compendium
