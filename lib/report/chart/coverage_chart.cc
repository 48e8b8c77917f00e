// SPDX-License-Identifier: Apache-2.0
#include "lib/report/chart/coverage_chart.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/domain/framework.h"
#include "lib/report/chart/matrix_chart.h"
#include "lib/words/counted.h"
#include "lib/words/coverage_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// Claims of one mechanism below one column.
struct Claims {
  int own_count = 0;    // to the node of the column itself
  int below_count = 0;  // to nodes below it
};

// Code of the column, then mechanism.
using ClaimsByCell = std::map<std::pair<std::string, std::string>, Claims>;

// The framework of the coverage if this release has that version, else null.
const Framework* FrameworkOf(const v1::Coverage& coverage) {
  const Framework* framework = FindFramework(coverage.framework());
  return framework != nullptr &&
                 framework->version() == coverage.framework_version()
             ? framework
             : nullptr;
}

// The node above, where the framework has it, else the node itself.
std::string ColumnOf(const std::string& code, const std::string& parent_code,
                     const Framework* framework) {
  const bool has_parent = framework != nullptr && !parent_code.empty() &&
                          framework->Find(parent_code) != nullptr;
  return has_parent ? parent_code : code;
}

std::vector<std::string> ColumnsOf(const v1::Coverage& coverage,
                                   const Framework* framework) {
  std::vector<std::string> columns;
  if (framework != nullptr) {
    for (const FrameworkNode& node : framework->nodes())
      if (ColumnOf(node.code, node.parent, framework) == node.code)
        columns.push_back(node.code);
  } else {
    for (const v1::NodeCoverage& node : coverage.nodes())
      columns.push_back(node.code());
  }
  return columns;
}

ClaimsByCell CountClaims(const v1::Coverage& coverage,
                         const Framework* framework) {
  ClaimsByCell claims;
  for (const v1::NodeCoverage& node : coverage.nodes()) {
    const std::string column =
        ColumnOf(node.code(), node.parent_code(), framework);
    for (const v1::CoverageCell& cell : node.cells()) {
      Claims& counted = claims[{column, cell.mechanism()}];
      (column == node.code() ? counted.own_count : counted.below_count) +=
          cell.claims_size();
    }
  }
  return claims;
}

// Whether the columns have nodes below them, so that the two must be told
// apart.
bool HasTwoLevels(const Framework* framework,
                  const std::vector<std::string>& columns) {
  return framework != nullptr && framework->nodes().size() > columns.size();
}

MatrixCell CellOf(const Claims& claims, bool has_two_levels) {
  MatrixCell cell{.lines = {}, .count = claims.own_count + claims.below_count};
  if (claims.own_count > 0)
    cell.lines.push_back(
        absl::StrCat(has_two_levels ? "G" : "", claims.own_count));
  if (claims.below_count > 0)
    cell.lines.push_back(absl::StrCat("T", claims.below_count));
  return cell;
}

}  // namespace

DocumentChart CoverageChart(const ReportContext& context) {
  const v1::Coverage& coverage = context.content.coverage();
  const Framework* framework = FrameworkOf(coverage);
  Matrix matrix{.id = "coverage-chart",
                .title = "Claims by mechanism and goal",
                .columns = ColumnsOf(coverage, framework)};
  const ClaimsByCell claims = CountClaims(coverage, framework);
  const bool has_two_levels = HasTwoLevels(framework, matrix.columns);
  for (const v1::MechanismCoverage& mechanism : coverage.mechanisms()) {
    MatrixRow row{.name = context.names.Of(mechanism.mechanism())};
    for (const std::string& column : matrix.columns) {
      const auto found = claims.find({column, mechanism.mechanism()});
      row.cells.push_back(found == claims.end()
                              ? MatrixCell()
                              : CellOf(found->second, has_two_levels));
    }
    if (mechanism.claim_count() == 0)
      row.note = CoverageVerdictWords(mechanism.verdict());
    matrix.rows.push_back(std::move(row));
  }
  if (!has_two_levels) matrix.title = "Claims by mechanism and code";
  matrix.description = absl::StrCat(
      Counted(coverage.mechanisms_size(), "mechanism"), " by ",
      matrix.columns.size(), " codes of ", coverage.framework(), ". ",
      has_two_levels ? "In a cell, G counts the claims to the goal itself and "
                       "T those to its targets; the two are not added up. "
                     : "A cell counts the claims. ",
      "An empty cell: no claim. The words behind a row say what a mechanism "
      "without claims answered. The table of claims has the same figures.");
  return DrawMatrix(matrix);
}

}  // namespace compendium
