// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/gaps_csv.h"

#include "lib/csv/csv_writer.h"
#include "lib/words/coverage_gaps.h"
#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"

namespace compendium {

std::string GapsCsv(const reporting::v1::Coverage& coverage,
                    absl::string_view mechanism, int64_t computed_at_revision) {
  CsvWriter table({"round", "framework", "framework_version", "mechanism",
                   "level", "code", "title", "parent_code",
                   "computed_at_revision"});
  for (const CoverageGap& gap : FindGaps(coverage)) {
    table.Text(RecordId(coverage.round()))
        .Text(coverage.framework())
        .Text(coverage.framework_version())
        .Text(RecordId(mechanism))
        .Text(EnumWord(gap.level))
        .Text(gap.code)
        .Text(gap.title)
        .Text(gap.parent_code)
        .Number(computed_at_revision);
  }
  return table.ToString();
}

}  // namespace compendium
