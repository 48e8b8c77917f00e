// SPDX-License-Identifier: Apache-2.0
#include "lib/report/coverage_document.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "lib/domain/framework.h"
#include "lib/report/chart/coverage_chart.h"
#include "lib/report/document_text.h"
#include "lib/words/counted.h"
#include "lib/words/coverage_gaps.h"
#include "lib/words/coverage_words.h"
#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// More codes than these are no sentence; a report of the coverage lists them.
constexpr size_t kNamedGapsMax = 40;

// "goals", as part of an id.
std::string IdPart(const LevelWords& level) {
  return absl::AsciiStrToLower(level.many);
}

// "Sustainable Development Goals, 2015".
std::string FrameworkWords(const v1::Coverage& coverage) {
  const Framework* framework = FindFramework(coverage.framework());
  return absl::StrCat(
      framework == nullptr ? coverage.framework() : framework->title(), ", ",
      coverage.framework_version());
}

// Whether the coverage is of one mechanism alone.
bool IsOfOne(const ReportContext& context) {
  return !context.content.spec().parameters().mechanism().empty();
}

// "somebody claims", "MIDSA claims".
std::string SomebodyWords(const ReportContext& context) {
  const std::string& mechanism =
      context.content.spec().parameters().mechanism();
  return mechanism.empty()
             ? "somebody claims"
             : absl::StrCat(context.names.Of(mechanism), " claims");
}

// "nobody claims", "MIDSA does not claim".
std::string NobodyWords(const ReportContext& context) {
  const std::string& mechanism =
      context.content.spec().parameters().mechanism();
  return mechanism.empty()
             ? "nobody claims"
             : absl::StrCat(context.names.Of(mechanism), " does not claim");
}

// "2C", "2C implicit", "3A possible".
std::string ClaimWords(const v1::CoverageClaim& claim) {
  return claim.strength() == registry::v1::CLAIM_STRENGTH_EXPLICIT
             ? claim.question_id()
             : absl::StrCat(claim.question_id(), " ",
                            EnumWord(claim.strength()));
}

// "Almaty: 2C, 3A implicit", and the evidence of these claims.
std::string CellWords(const v1::CoverageCell& cell, ReportContext& context,
                      std::vector<int>& evidence) {
  // A questionnaire is named after its mechanism and round.
  const std::string questionnaire =
      absl::StrCat(cell.mechanism(), "/questionnaires/",
                   RecordId(context.content.coverage().round()));
  std::vector<std::string> claims;
  for (const v1::CoverageClaim& claim : cell.claims()) {
    claims.push_back(ClaimWords(claim));
    evidence.push_back(
        context.evidence.Add(questionnaire, claim.evidence(), claim.origin()));
  }
  return absl::StrCat(context.names.Of(cell.mechanism()), ": ",
                      absl::StrJoin(claims, ", "));
}

DocumentRow NodeRow(const v1::NodeCoverage& node, ReportContext& context) {
  std::vector<std::string> cells;
  std::vector<int> evidence;
  for (const v1::CoverageCell& cell : node.cells())
    cells.push_back(CellWords(cell, context, evidence));
  return {
      .id = IdOf("node", node.code()),
      .cells = {TextCell(node.code()), TextCell(node.title()),
                NumberCell(node.cells_size()), NumberCell(node.claim_count()),
                TextCell(absl::StrJoin(cells, "; ")),
                EvidenceList::Cell(std::move(evidence))}};
}

// "Goals of Sustainable Development Goals, 2015, that somebody claims".
std::string CaptionOf(const LevelWords& level, const ReportContext& context,
                      absl::string_view rest) {
  return absl::StrCat(level.many, " of ",
                      FrameworkWords(context.content.coverage()), ", that ",
                      rest);
}

int CountOf(const v1::Coverage& coverage, v1::NodeLevel level) {
  return static_cast<int>(std::count_if(
      coverage.nodes().begin(), coverage.nodes().end(),
      [&](const v1::NodeCoverage& node) { return node.level() == level; }));
}

// "14 mechanisms: 9 claimed, …", or of one alone "MIDSA: claimed."
std::string VerdictWords(const ReportContext& context) {
  const v1::Coverage& coverage = context.content.coverage();
  if (!IsOfOne(context) || coverage.mechanisms().empty())
    return CoverageVerdictsWords(coverage);
  const v1::MechanismCoverage& mechanism = coverage.mechanisms(0);
  return absl::StrCat(context.names.Of(mechanism.mechanism()), ": ",
                      CoverageVerdictWords(mechanism.verdict()), ".");
}

}  // namespace

std::vector<LevelCount> CountLevels(const ReportContext& context) {
  const v1::Coverage& coverage = context.content.coverage();
  const std::vector<CoverageGap> gaps = FindGaps(coverage);
  std::vector<LevelCount> counts;
  for (const LevelWords& level : kLevelWords) {
    const int claimed = CountOf(coverage, level.level);
    const auto unclaimed = std::count_if(
        gaps.begin(), gaps.end(),
        [&](const CoverageGap& gap) { return gap.level == level.level; });
    if (claimed + unclaimed > 0)
      counts.push_back({std::string(level.many), claimed,
                        claimed + static_cast<int>(unclaimed)});
  }
  return counts;
}

std::vector<DocumentBlock> CoverageSummary(const ReportContext& context) {
  const v1::Coverage& coverage = context.content.coverage();
  std::vector<DocumentBlock> blocks;
  blocks.push_back(PlainParagraph(
      absl::StrCat(Counted(coverage.claim_count(), "claim"), " to ",
                   ClaimedNodesWords(coverage), " of ",
                   FrameworkWords(coverage), ". ", VerdictWords(context))));
  blocks.push_back(NoteParagraph(
      "A claim is a sentence in which a respondent says that the mechanism "
      "supports a goal, target or objective. What an answer is merely about is "
      "not a claim. A claim of a goal does not count for its targets, nor a "
      "claim of a target for its goal: who names goal 10 has not said which "
      "target. Explicit, implicit and possible claims all count; the last two "
      "are marked. Behind each mechanism stand the questions of its claims."));
  return blocks;
}

std::vector<DocumentBlock> ClaimTables(ReportContext& context) {
  const v1::Coverage& coverage = context.content.coverage();
  std::vector<DocumentBlock> blocks;
  for (const LevelWords& level : kLevelWords) {
    if (CountOf(coverage, level.level) == 0) continue;
    DocumentTable table{
        .id = absl::StrCat("claimed-", IdPart(level)),
        .caption = CaptionOf(level, context, SomebodyWords(context)),
        .columns = {{.title = "Code", .width = 3},
                    {.title = std::string(level.one), .width = 11},
                    {.title = "Mechanisms", .width = 5, .is_number = true},
                    {.title = "Claims", .width = 4, .is_number = true},
                    {.title = "Claimed by", .width = 16},
                    {.title = "Evidence", .width = 5}}};
    for (const v1::NodeCoverage& node : coverage.nodes())
      if (node.level() == level.level)
        table.rows.push_back(NodeRow(node, context));
    blocks.push_back(std::move(table));
  }
  if (blocks.empty()) blocks.push_back(PlainParagraph("No claim was made."));
  return blocks;
}

std::vector<DocumentBlock> GapTables(const ReportContext& context) {
  const v1::Coverage& coverage = context.content.coverage();
  const std::vector<CoverageGap> gaps = FindGaps(coverage);
  const std::string nobody = NobodyWords(context);
  std::vector<DocumentBlock> blocks;
  blocks.push_back(NoteParagraph(
      absl::StrCat("What ", nobody,
                   " may lack claims for want of answers: see what each "
                   "mechanism answered.")));
  for (const LevelWords& level : kLevelWords) {
    DocumentTable table{
        .id = absl::StrCat("unclaimed-", IdPart(level)),
        .columns = {{.title = "Code"},
                    {.title = std::string(level.one), .width = 9}}};
    for (const CoverageGap& gap : gaps)
      if (gap.level == level.level)
        table.rows.push_back({.cells = {TextCell(gap.code, CellTone::kBad),
                                        TextCell(gap.title)}});
    const size_t all =
        table.rows.size() + static_cast<size_t>(CountOf(coverage, level.level));
    if (all == 0) continue;
    blocks.push_back(
        PlainParagraph(absl::StrCat(level.many, " that ", nobody, ": ",
                                    table.rows.size(), " of ", all, ".")));
    if (table.rows.empty()) continue;
    table.caption = CaptionOf(level, context, nobody);
    blocks.push_back(std::move(table));
  }
  return blocks;
}

std::vector<DocumentBlock> GapSummary(const ReportContext& context) {
  const v1::Coverage& coverage = context.content.coverage();
  const std::vector<CoverageGap> gaps = FindGaps(coverage);
  DocumentList list;
  for (const LevelWords& level : kLevelWords) {
    std::vector<std::string> codes;
    for (const CoverageGap& gap : gaps)
      if (gap.level == level.level) codes.push_back(gap.code);
    const size_t all =
        codes.size() + static_cast<size_t>(CountOf(coverage, level.level));
    if (all == 0) continue;
    const bool names_them = !codes.empty() && codes.size() <= kNamedGapsMax;
    list.items.push_back(
        {{absl::StrCat(level.many, " that ", NobodyWords(context), ": ",
                       codes.size(), " of ", all, names_them ? ": " : "",
                       names_them ? absl::StrJoin(codes, ", ") : "", ".")}});
  }
  std::vector<DocumentBlock> blocks;
  if (!list.items.empty()) blocks.push_back(std::move(list));
  return blocks;
}

std::vector<DocumentBlock> VerdictBlocks(const ReportContext& context) {
  std::vector<DocumentBlock> blocks;
  blocks.push_back(NoteParagraph(
      "“Answered: none” means that the mechanism answered and named no goal, "
      "target or objective; beside the question stands in which way. “No "
      "answer” means that it left every such question blank, or that its form "
      "does not show them: nobody knows. “Refers elsewhere” means that it only "
      "points to another question. The three are never added up."));
  DocumentTable table{
      .id = "verdicts",
      .caption = "What each mechanism answered",
      .columns = {{.title = "Mechanism", .width = 10},
                  {.title = "Verdict", .width = 6},
                  {.title = "Claims", .width = 3, .is_number = true},
                  {.title = "By question", .width = 10}}};
  for (const v1::MechanismCoverage& mechanism :
       context.content.coverage().mechanisms()) {
    std::vector<std::string> questions;
    for (const v1::QuestionCoverage& question : mechanism.questions())
      questions.push_back(absl::StrCat(question.question_id(), ": ",
                                       CoverageAnswerWords(question)));
    const CellTone tone =
        mechanism.verdict() == v1::COVERAGE_VERDICT_CLAIMED ? CellTone::kGood
        : mechanism.verdict() == v1::COVERAGE_VERDICT_ANSWERED_NONE
            ? CellTone::kPlain
            : CellTone::kWeak;
    table.rows.push_back(
        {.cells = {TextCell(mechanism.display_name()),
                   TextCell(CoverageVerdictWords(mechanism.verdict()), tone),
                   NumberCell(mechanism.claim_count()),
                   TextCell(absl::StrJoin(questions, "; "))}});
  }
  blocks.push_back(std::move(table));
  return blocks;
}

void AddCoverage(ReportContext& context, Document& document) {
  DocumentSection summary{.id = "summary",
                          .title = "At a glance",
                          .blocks = CoverageSummary(context)};
  if (context.content.coverage().nodes_size() > 0 && !IsOfOne(context))
    summary.blocks.push_back(CoverageChart(context));
  document.sections.push_back(std::move(summary));
  document.sections.push_back({.id = "claims",
                               .title = "Who claims what",
                               .blocks = ClaimTables(context)});
  document.sections.push_back(
      {.id = "gaps",
       .title = absl::StrCat("What ", NobodyWords(context)),
       .blocks = GapTables(context)});
  document.sections.push_back({.id = "answers",
                               .title = "What each mechanism answered",
                               .blocks = VerdictBlocks(context)});
  document.sections.push_back(context.evidence.ToSection());
}

}  // namespace compendium
