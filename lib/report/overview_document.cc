// SPDX-License-Identifier: Apache-2.0
#include "lib/report/overview_document.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/report/calendar_document.h"
#include "lib/report/chart/calendar_chart.h"
#include "lib/report/chart/coverage_chart.h"
#include "lib/report/chart/participation_chart.h"
#include "lib/report/clash_document.h"
#include "lib/report/completion_document.h"
#include "lib/report/coverage_document.h"
#include "lib/report/document_text.h"
#include "lib/report/listed_item_tables.h"
#include "lib/report/participation_document.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// The figures that are asked for first; each leads to the section behind it.
DocumentTable KeyFigures(const ReportContext& context) {
  const v1::ReportContent& content = context.content;
  DocumentTable table{
      .id = "figures",
      .caption = "Key figures",
      .columns = {{.title = "Figure", .width = 6},
                  {.title = "Count", .width = 2, .is_number = true},
                  {.title = "More", .width = 3}}};
  const auto add = [&table](const std::string& figure, int64_t count,
                            const std::string& section, absl::string_view id) {
    table.rows.push_back({.cells = {TextCell(figure), NumberCell(count),
                                    LinkCell(section, absl::StrCat("#", id))}});
  };
  const v1::Completion& completion = content.completion();
  add("Mechanisms", completion.mechanisms_size(), "Who answered", "completion");
  add("Mechanisms with a questionnaire", completion.questionnaire_count(),
      "Who answered", "completion");
  add("Answers", completion.counts().answered_count(), "Who answered",
      "completion");
  add("Claims", content.coverage().claim_count(), "Who supports what",
      "coverage");
  for (const LevelCount& level : CountLevels(context)) {
    add(absl::StrCat(level.title, " that somebody claims, of ",
                     level.all_count),
        level.claimed_count, "Who supports what", "coverage");
    add(absl::StrCat(level.title, " that nobody claims"),
        level.all_count - level.claimed_count, "Who supports what", "coverage");
  }
  add("Events", content.calendar().events_size(), "Meetings", "calendar");
  add("Certain clashes", content.clashes().certain_count(), "Clashes",
      "clashes");
  add("Possible clashes", content.clashes().possible_count(), "Clashes",
      "clashes");
  add("Participants", content.participation().counts().participant_count(),
      "Participants", "participation");
  add("Projects", content.projects().projects_size(),
      "Projects and publications", "items");
  add("Publications", content.publications().publications_size(),
      "Projects and publications", "items");
  return table;
}

bool IsHighLevel(const v1::CalendarEvent& event) {
  return event.level() == registry::v1::MEETING_LEVEL_MINISTERIAL ||
         event.level() == registry::v1::MEETING_LEVEL_SENIOR_OFFICIALS ||
         event.level() == registry::v1::MEETING_LEVEL_SUMMIT_CONFERENCE;
}

std::vector<DocumentBlock> CoverageBlocks(ReportContext& context) {
  std::vector<DocumentBlock> blocks = CoverageSummary(context);
  if (context.content.coverage().nodes_size() > 0)
    blocks.push_back(CoverageChart(context));
  AppendBlocks(ClaimTables(context), blocks);
  AppendBlocks(GapSummary(context), blocks);
  return blocks;
}

std::vector<DocumentBlock> MeetingBlocks(ReportContext& context) {
  std::vector<DocumentBlock> blocks = CalendarSummary(context);
  if (auto chart = CalendarChart(context); chart.has_value())
    blocks.push_back(*std::move(chart));
  DocumentTable table = EventTable(
      "events-table", "Meetings of ministers and senior officials, conferences",
      IsHighLevel, context);
  if (!table.rows.empty()) blocks.push_back(std::move(table));
  return blocks;
}

std::vector<DocumentBlock> ClashBlocks(ReportContext& context) {
  std::vector<DocumentBlock> blocks = ClashSummary(context);
  DocumentTable table = ClashTable(v1::CLASH_CERTAINTY_CERTAIN, context);
  if (!table.rows.empty()) blocks.push_back(std::move(table));
  return blocks;
}

std::vector<DocumentBlock> ParticipantBlocks(const ReportContext& context) {
  std::vector<DocumentBlock> blocks = ParticipationSummary(context);
  if (context.content.participation().participants().empty()) return blocks;
  blocks.push_back(ParticipationChart(context));
  blocks.push_back(MechanismTable(context));
  return blocks;
}

}  // namespace

void AddOverview(ReportContext& context, Document& document) {
  AddSection("summary", "At a glance",
             {KeyFigures(context),
              NoteParagraph("Each figure is counted by the rules that its "
                            "section states. Reports of one subject have the "
                            "details.")},
             document);
  std::vector<DocumentBlock> completion = CompletionSummary(context);
  AppendBlocks(CompletionMatrix(context), completion);
  AddSection("completion", "Who answered", std::move(completion), document);
  AddSection("coverage", "Who supports what", CoverageBlocks(context),
             document);
  AddSection("calendar", "Meetings", MeetingBlocks(context), document);
  AddSection("clashes", "Clashes", ClashBlocks(context), document);
  AddSection("participation", "Participants", ParticipantBlocks(context),
             document);
  DocumentTable items = ListedItemCounts(context);
  std::vector<DocumentBlock> item_blocks;
  if (items.rows.empty()) {
    item_blocks.push_back(
        PlainParagraph("No projects and no publications are told of."));
  } else {
    item_blocks.push_back(std::move(items));
  }
  AddSection("items", "Projects and publications", std::move(item_blocks),
             document);
  document.sections.push_back(context.evidence.ToSection());
}

}  // namespace compendium
