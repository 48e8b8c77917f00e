// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/coverage_csv.h"

#include "absl/container/flat_hash_map.h"
#include "lib/csv/csv_writer.h"
#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

using NameByMechanism = absl::flat_hash_map<std::string, std::string>;

void AddRows(const v1::NodeCoverage& node, const v1::Coverage& coverage,
             NameByMechanism& name_by_mechanism, int64_t computed_at_revision,
             CsvWriter& table) {
  for (const v1::CoverageCell& cell : node.cells()) {
    for (const v1::CoverageClaim& claim : cell.claims()) {
      table.Text(RecordId(coverage.round()))
          .Text(coverage.framework())
          .Text(coverage.framework_version())
          .Text(node.code())
          .Text(node.title())
          .Text(EnumWord(node.level()))
          .Text(node.parent_code())
          .Text(RecordId(cell.mechanism()))
          .Text(name_by_mechanism[cell.mechanism()])
          .Text(claim.question_id())
          .Text(EnumWord(claim.strength()))
          .Text(EnumWord(claim.origin()))
          .Text(claim.evidence().quote())
          .Number(computed_at_revision);
    }
  }
}

}  // namespace

std::string CoverageCsv(const v1::Coverage& coverage,
                        int64_t computed_at_revision, CsvText text) {
  CsvWriter table(
      {"round", "framework", "framework_version", "code", "title", "level",
       "parent_code", "mechanism", "mechanism_name", "question", "strength",
       "origin", "quote", "computed_at_revision"},
      text);
  NameByMechanism name_by_mechanism;
  for (const v1::MechanismCoverage& mechanism : coverage.mechanisms())
    name_by_mechanism[mechanism.mechanism()] = mechanism.display_name();
  for (const v1::NodeCoverage& node : coverage.nodes())
    AddRows(node, coverage, name_by_mechanism, computed_at_revision, table);
  return table.ToString();
}

}  // namespace compendium
