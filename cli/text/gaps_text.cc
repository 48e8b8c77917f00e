// SPDX-License-Identifier: Apache-2.0
#include "cli/text/gaps_text.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/text/counted.h"
#include "cli/text/coverage_gaps.h"
#include "cli/text/display_width.h"
#include "cli/text/enum_word.h"
#include "cli/text/text_table.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

struct Level {
  v1::NodeLevel level;
  absl::string_view title;
};

// In the order in which they are shown. UNSPECIFIED are codes that this release
// does not know.
constexpr Level kLevels[] = {{v1::NODE_LEVEL_GOAL, "Goals"},
                             {v1::NODE_LEVEL_TARGET, "Targets"},
                             {v1::NODE_LEVEL_OBJECTIVE, "Objectives"},
                             {v1::NODE_LEVEL_THEME, "Themes"},
                             {v1::NODE_LEVEL_UNSPECIFIED, "Nodes"}};

// "Goals of sdg 2015 that nobody claims: 12 of 17.", and which; nothing when
// the framework has none of this level.
std::string LevelText(const v1::Coverage& coverage,
                      const std::vector<CoverageGap>& gaps, const Level& level,
                      absl::string_view whose, size_t width) {
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
      absl::StrCat(level.title, " of ", coverage.framework(), " ",
                   coverage.framework_version(), " that ", whose, ": ",
                   gap_count, " of ", gap_count + claimed_count, "."),
      width);
  return gap_count == 0
             ? absl::StrCat(heading, "\n")
             : absl::StrCat(heading, "\n", table.ToString(width), "\n");
}

std::string VerdictWords(v1::CoverageVerdict verdict) {
  return verdict == v1::COVERAGE_VERDICT_ANSWERED_NONE ? "answered: none"
                                                       : EnumWord(verdict);
}

// "14 mechanisms: 8 claimed, 5 answered: none, 1 no answer."
std::string VerdictsWords(const v1::Coverage& coverage) {
  std::vector<std::string> parts;
  for (const auto verdict :
       {v1::COVERAGE_VERDICT_CLAIMED, v1::COVERAGE_VERDICT_ANSWERED_NONE,
        v1::COVERAGE_VERDICT_REFERS_ELSEWHERE, v1::COVERAGE_VERDICT_NO_ANSWER,
        v1::COVERAGE_VERDICT_NO_QUESTIONNAIRE}) {
    const auto count = std::count_if(
        coverage.mechanisms().begin(), coverage.mechanisms().end(),
        [&](const auto& mechanism) { return mechanism.verdict() == verdict; });
    if (count > 0)
      parts.push_back(absl::StrCat(count, " ", VerdictWords(verdict)));
  }
  return absl::StrCat(Counted(coverage.mechanisms_size(), "mechanism"), ": ",
                      absl::StrJoin(parts, ", "), ".");
}

// "MIDWA – answered: none."
std::string VerdictOfOneWords(const v1::Coverage& coverage,
                              const std::string& name) {
  if (coverage.mechanisms().empty()) return "";
  return absl::StrCat(name, " – ",
                      VerdictWords(coverage.mechanisms(0).verdict()), ".");
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
  for (const Level& level : kLevels)
    absl::StrAppend(&text, LevelText(coverage, gaps, level, whose, width));
  return absl::StrCat(
      text, Paragraph(mechanism.empty() ? VerdictsWords(coverage)
                                        : VerdictOfOneWords(coverage, name),
                      width));
}

}  // namespace compendium
