// SPDX-License-Identifier: Apache-2.0
#include "cli/text/coverage_text.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/text/text_table.h"
#include "lib/words/counted.h"
#include "lib/words/coverage_words.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

using ::compendium::reporting::v1::Coverage;
using ::compendium::reporting::v1::CoverageCell;
using ::compendium::reporting::v1::CoverageClaim;
using ::compendium::reporting::v1::MechanismCoverage;
using ::compendium::reporting::v1::NodeCoverage;
using ::compendium::reporting::v1::QuestionCoverage;

// "2C", "2C~", "3A?".
std::string ClaimMark(const CoverageClaim& claim) {
  switch (claim.strength()) {
    case registry::v1::CLAIM_STRENGTH_IMPLICIT:
      return absl::StrCat(claim.question_id(), "~");
    case registry::v1::CLAIM_STRENGTH_POSSIBLE:
      return absl::StrCat(claim.question_id(), "?");
    default:
      return claim.question_id();
  }
}

// "Almaty 2C 3A~", with equal marks counted. The spaces are such that a line
// does not break between a mechanism and its marks.
std::string CellWords(const CoverageCell& cell, const ShortNames& names) {
  std::vector<std::pair<std::string, int>> marks;
  for (const CoverageClaim& claim : cell.claims()) {
    const std::string mark = ClaimMark(claim);
    if (!marks.empty() && marks.back().first == mark) {
      ++marks.back().second;
    } else {
      marks.emplace_back(mark, 1);
    }
  }
  std::string words = names.Of(cell.mechanism());
  constexpr absl::string_view kNoBreakSpace = "\xC2\xA0";
  for (const auto& [mark, count] : marks) {
    absl::StrAppend(&words, kNoBreakSpace, mark);
    if (count > 1) absl::StrAppend(&words, "x", count);
  }
  return words;
}

void AddEvidence(const NodeCoverage& node, const ShortNames& names,
                 TextTable& table) {
  for (const CoverageCell& cell : node.cells()) {
    for (const CoverageClaim& claim : cell.claims()) {
      table.AddNote(
          absl::StrCat(names.Of(cell.mechanism()), " ", ClaimMark(claim),
                       ": \"", claim.evidence().quote(), "\""),
          7);
    }
  }
}

std::string NodeTable(const Coverage& coverage, const ShortNames& names,
                      const CoverageTextOptions& options) {
  TextTable table({{.title = "Code", .least_width = 5},
                   {.title = "Title", .least_width = 28},
                   {.title = "Claimed by"}});
  for (const NodeCoverage& node : coverage.nodes()) {
    std::vector<std::string> cells;
    for (const CoverageCell& cell : node.cells())
      cells.push_back(CellWords(cell, names));
    table.AddRow({node.code(), node.title(), absl::StrJoin(cells, ", ")});
    if (options.evidence) AddEvidence(node, names, table);
  }
  return table.ToString(options.width);
}

// "2C not applicable, 3A 6 claims".
std::string QuestionsWords(const MechanismCoverage& mechanism) {
  return absl::StrJoin(mechanism.questions(), ", ",
                       [](std::string* out, const QuestionCoverage& question) {
                         absl::StrAppend(out, question.question_id(), " ",
                                         CoverageAnswerWords(question));
                       });
}

std::string MechanismTable(const Coverage& coverage, const ShortNames& names,
                           size_t width) {
  TextTable table({{.title = "Mechanism"},
                   {.title = "Verdict"},
                   {.title = "Claims", .align_right = true},
                   {.title = "By question"}});
  for (const MechanismCoverage& mechanism : coverage.mechanisms()) {
    table.AddRow({names.Of(mechanism.mechanism()),
                  CoverageVerdictWords(mechanism.verdict()),
                  absl::StrCat(mechanism.claim_count()),
                  QuestionsWords(mechanism)});
  }
  return table.ToString(width);
}

}  // namespace

std::string CoverageText(const Coverage& coverage, const ShortNames& names,
                         const CoverageTextOptions& options) {
  return absl::StrCat(
      NodeTable(coverage, names, options), "\n",
      MechanismTable(coverage, names, options.width), "\n",
      Paragraph(absl::StrCat(
                    Counted(coverage.claim_count(), "claim"), " to ",
                    ClaimedNodesWords(coverage), " of ", coverage.framework(),
                    " ", coverage.framework_version(), "; ",
                    coverage.unclaimed_codes_size(), " claimed by nobody."),
                options.width),
      Paragraph("2C, 3A: the question of the claim; ~ implicit, ? possible.",
                options.width));
}

}  // namespace compendium
