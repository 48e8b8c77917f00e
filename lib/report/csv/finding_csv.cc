// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/finding_csv.h"

#include "absl/strings/match.h"
#include "lib/csv/csv_writer.h"
#include "lib/report/csv/list_cell.h"
#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"

namespace compendium {

using ::compendium::registry::v1::Finding;
using ::compendium::registry::v1::FindingEvidence;

std::string FindingsCsv(const reporting::v1::Findings& findings,
                        int64_t computed_at_revision, CsvText text) {
  CsvWriter table(
      {"round", "mechanism", "id", "check", "severity", "message", "resolution",
       "mechanisms", "questions", "quotes", "verdict", "decided_by",
       "decision_reason", "rules_version", "computed_at_revision"},
      text);
  for (const Finding& finding : findings.findings()) {
    const bool of_round = absl::StartsWith(finding.subject(), "rounds/");
    const auto list = [&](auto say) {
      return ListCell(finding.evidence(), say);
    };
    table.Text(RecordId(findings.round()))
        .Text(of_round ? "" : MechanismId(finding.subject()))
        .Text(finding.id())
        .Text(finding.check())
        .Text(EnumWord(finding.severity()))
        .Text(finding.message())
        .Text(finding.resolution())
        .Text(list([](const FindingEvidence& evidence) {
          return MechanismId(evidence.questionnaire());
        }))
        .Text(list([](const FindingEvidence& evidence) {
          return evidence.evidence().question_id();
        }))
        .Text(list([](const FindingEvidence& evidence) {
          return evidence.evidence().quote();
        }))
        .Text(EnumWord(finding.decision().verdict()))
        .Text(finding.decision().author())
        .Text(finding.decision().reason())
        .Text(findings.rules_version())
        .Number(computed_at_revision);
  }
  return table.ToString();
}

}  // namespace compendium
