// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/report_list_csv.h"

#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"
#include "lib/words/time_words.h"

namespace compendium {

std::string ReportListCsv(
    const google::protobuf::RepeatedPtrField<reporting::v1::Report>& reports,
    CsvText text) {
  CsvWriter table({"report", "kind", "round", "mechanism", "framework",
                   "country_code", "from_day", "to_day", "revision", "rule_set",
                   "format", "file_name", "media_type", "size_bytes", "sha256",
                   "create_time", "author", "schedule", "due_time"},
                  text);
  for (const reporting::v1::Report& report : reports) {
    const auto& spec = report.spec();
    const auto& parameters = spec.parameters();
    for (const reporting::v1::ReportFile& file : report.files()) {
      table.Text(RecordId(report.name()))
          .Text(EnumWord(spec.kind()))
          .Text(RecordId(parameters.round()))
          .Text(RecordId(parameters.mechanism()))
          .Text(parameters.framework())
          .Text(parameters.country_code())
          .Text(parameters.from_day())
          .Text(parameters.to_day())
          .Number(spec.revision())
          .Text(spec.rule_set())
          .Text(EnumWord(file.format()))
          .Text(file.file_name())
          .Text(file.media_type())
          .Number(file.size_bytes())
          .Text(file.sha256())
          .Text(TimeWords(report.create_time()))
          .Text(report.author())
          .Text(RecordId(report.schedule()))
          .Text(TimeWords(report.due_time()));
    }
  }
  return table.ToString();
}

}  // namespace compendium
