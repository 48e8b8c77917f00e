// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/listed_item_csv.h"

#include "lib/csv/csv_writer.h"
#include "lib/report/csv/date_cells.h"
#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// What items of both kinds begin with.
template <class Item>
void AddBegin(const std::string& questionnaire, const Item& item,
              CsvWriter& table) {
  table.Text(RecordId(questionnaire))
      .Text(MechanismId(questionnaire))
      .Text(item.id())
      .Text(item.title());
}

// And what they end with.
template <class Item>
void AddEnd(const Item& item, int64_t computed_at_revision, CsvWriter& table) {
  table.Text(item.evidence().question_id())
      .Text(item.evidence().quote())
      .Text(EnumWord(item.origin()))
      .Number(computed_at_revision);
}

}  // namespace

std::string ProjectsCsv(const v1::Projects& projects,
                        int64_t computed_at_revision, CsvText text) {
  CsvWriter table(
      {"round", "mechanism", "id", "title", "period_as_written", "period",
       "earliest_day", "latest_day", "objective", "coverage", "funding",
       "website_uri", "question", "quote", "origin", "computed_at_revision"},
      text);
  for (const v1::ListedProject& listed : projects.projects()) {
    const registry::v1::Project& project = listed.project();
    AddBegin(listed.questionnaire(), project, table);
    AddDateCells(project.period(), table);
    table.Text(project.objective())
        .Text(project.coverage())
        .Text(project.funding())
        .Text(project.website_uri());
    AddEnd(project, computed_at_revision, table);
  }
  return table.ToString();
}

std::string PublicationsCsv(const v1::Publications& publications,
                            int64_t computed_at_revision, CsvText text) {
  CsvWriter table({"round", "mechanism", "id", "title", "date_as_written",
                   "date", "earliest_day", "latest_day", "status", "link_uri",
                   "question", "quote", "origin", "computed_at_revision"},
                  text);
  for (const v1::ListedPublication& listed : publications.publications()) {
    const registry::v1::Publication& publication = listed.publication();
    AddBegin(listed.questionnaire(), publication, table);
    AddDateCells(publication.date(), table);
    table.Text(EnumWord(publication.status())).Text(publication.link_uri());
    AddEnd(publication, computed_at_revision, table);
  }
  return table.ToString();
}

}  // namespace compendium
