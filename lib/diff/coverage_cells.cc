// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <string>

#include "absl/strings/str_cat.h"
#include "lib/diff/cells_of.h"
#include "lib/diff/value_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// "2C explicit; 3A possible ×2".
std::string ClaimWords(const v1::CoverageCell& cell) {
  std::map<std::string, int> counts;
  for (const v1::CoverageClaim& claim : cell.claims())
    ++counts[absl::StrCat(claim.question_id(), " ",
                          ValueWord(claim.strength()))];
  std::vector<std::string> parts;
  parts.reserve(counts.size());
  for (const auto& [words, count] : counts)
    parts.push_back(count == 1 ? words : absl::StrCat(words, " ×", count));
  return JoinParts(parts);
}

}  // namespace

Cells CellsOf(const v1::Coverage& coverage) {
  Cells cells;
  for (const v1::MechanismCoverage& mechanism : coverage.mechanisms()) {
    Cell cell;
    cell.title = mechanism.display_name();
    cell.value = ValueWord(mechanism.verdict());
    AddCell({v1::DIFF_KIND_COVERAGE,
             QuestionnaireOf(mechanism.mechanism(), coverage.round()), ""},
            std::move(cell), cells);
  }
  for (const v1::NodeCoverage& node : coverage.nodes()) {
    for (const v1::CoverageCell& claimed : node.cells()) {
      const std::string questionnaire =
          QuestionnaireOf(claimed.mechanism(), coverage.round());
      Cell cell;
      cell.title = node.title();
      cell.value = ClaimWords(claimed);
      cell.order = NaturalOrder(node.code());
      for (const v1::CoverageClaim& claim : claimed.claims())
        AddEvidence(questionnaire, claim.evidence(), cell);
      AddCell({v1::DIFF_KIND_COVERAGE, questionnaire, node.code()},
              std::move(cell), cells);
    }
  }
  return cells;
}

}  // namespace compendium
