// SPDX-License-Identifier: Apache-2.0
#include "lib/report/listed_item_tables.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/report/document_text.h"
#include "lib/words/date_words.h"
#include "lib/words/enum_word.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// "Jun 2015–May 2019", or what the source wrote.
std::string When(const registry::v1::UncertainDate& date) {
  return date.edtf().empty() ? date.as_written() : DateWords(date.edtf());
}

std::string TitleWords(const std::string& title) {
  return title.empty() ? "(no title)" : title;
}

// The title, and below it the address, if there is one.
DocumentCell TitleCell(const std::string& title, const std::string& uri) {
  DocumentCell cell = TextCell(TitleWords(title));
  if (uri.empty()) return cell;
  cell.parts.push_back({"\n"});
  for (DocumentText& part : LinkedText(uri))
    cell.parts.push_back(std::move(part));
  return cell;
}

template <class Item>
int EvidenceOf(const std::string& questionnaire, const Item& item,
               ReportContext& context) {
  return context.evidence.Add(questionnaire, item.evidence(), item.origin());
}

}  // namespace

DocumentTable ProjectTable(ReportContext& context) {
  DocumentTable table{.id = "projects-table",
                      .caption = "Projects",
                      .columns = {{.title = "Project", .width = 5},
                                  {.title = "Period", .width = 2},
                                  {.title = "Objective", .width = 6},
                                  {.title = "Where", .width = 3},
                                  {.title = "Funding", .width = 3},
                                  {.title = "Evidence", .width = 2}},
                      .is_wide = true};
  for (const v1::ListedProject& listed :
       context.content.projects().projects()) {
    const registry::v1::Project& project = listed.project();
    table.rows.push_back(
        {.cells = {TitleCell(project.title(), project.website_uri()),
                   TextCell(When(project.period())),
                   {.parts = LinkedText(project.objective())},
                   {.parts = LinkedText(project.coverage())},
                   {.parts = LinkedText(project.funding())},
                   EvidenceList::Cell({EvidenceOf(listed.questionnaire(),
                                                  project, context)})}});
  }
  return table;
}

DocumentTable PublicationTable(ReportContext& context) {
  DocumentTable table{.id = "publications-table",
                      .caption = "Publications",
                      .columns = {{.title = "Publication", .width = 7},
                                  {.title = "Date", .width = 2},
                                  {.title = "Status", .width = 2},
                                  {.title = "Evidence", .width = 2}}};
  for (const v1::ListedPublication& listed :
       context.content.publications().publications()) {
    const registry::v1::Publication& publication = listed.publication();
    table.rows.push_back(
        {.cells = {TitleCell(publication.title(), publication.link_uri()),
                   TextCell(When(publication.date())),
                   TextCell(EnumWord(publication.status())),
                   EvidenceList::Cell({EvidenceOf(listed.questionnaire(),
                                                  publication, context)})}});
  }
  return table;
}

DocumentTable ListedItemCounts(ReportContext& context) {
  struct Counts {
    int projects = 0;
    int publications = 0;
    std::vector<int> evidence;
  };
  std::map<std::string, Counts> counts;  // by questionnaire
  for (const auto& listed : context.content.projects().projects()) {
    Counts& own = counts[listed.questionnaire()];
    ++own.projects;
    own.evidence.push_back(
        EvidenceOf(listed.questionnaire(), listed.project(), context));
  }
  for (const auto& listed : context.content.publications().publications()) {
    Counts& own = counts[listed.questionnaire()];
    ++own.publications;
    own.evidence.push_back(
        EvidenceOf(listed.questionnaire(), listed.publication(), context));
  }
  DocumentTable table{
      .id = "items-table",
      .caption = "Projects and publications",
      .columns = {{.title = "Mechanism", .width = 4},
                  {.title = "Projects", .width = 2, .is_number = true},
                  {.title = "Publications", .width = 2, .is_number = true},
                  {.title = "Evidence", .width = 4}}};
  for (auto& [questionnaire, own] : counts)
    table.rows.push_back(
        {.cells = {TextCell(context.names.Of(questionnaire)),
                   NumberCell(own.projects), NumberCell(own.publications),
                   EvidenceList::Cell(std::move(own.evidence))}});
  return table;
}

}  // namespace compendium
