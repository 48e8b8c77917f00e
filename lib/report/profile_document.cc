// SPDX-License-Identifier: Apache-2.0
#include "lib/report/profile_document.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/publish/published_round.h"
#include "lib/report/calendar_document.h"
#include "lib/report/clash_document.h"
#include "lib/report/compendium_document.h"
#include "lib/report/completion_document.h"
#include "lib/report/coverage_document.h"
#include "lib/report/document_text.h"
#include "lib/report/listed_item_tables.h"
#include "lib/report/participation_document.h"
#include "lib/words/enum_word.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// The table, or a sentence that says that there is none of it.
std::vector<DocumentBlock> TableOr(DocumentTable table,
                                   const std::string& sentence) {
  std::vector<DocumentBlock> blocks;
  if (table.rows.empty()) {
    blocks.push_back(PlainParagraph(sentence));
  } else {
    blocks.push_back(std::move(table));
  }
  return blocks;
}

// A line "label: text"; nothing for an empty text.
void AddLine(const std::string& label, const std::string& text,
             DocumentList& list) {
  if (text.empty()) return;
  std::vector<DocumentText> line = {{absl::StrCat(label, ": ")}};
  for (DocumentText& part : LinkedText(text)) line.push_back(std::move(part));
  list.items.push_back(std::move(line));
}

// Who the mechanism is, as its record says today.
std::vector<DocumentBlock> ProfileBlocks(const v1::ReportContent& content) {
  std::vector<DocumentBlock> blocks;
  DocumentList list;
  for (const registry::v1::Mechanism& mechanism : content.mechanism_records()) {
    AddLine("Short form", mechanism.acronym(), list);
    AddLine("Level", EnumWord(mechanism.level()), list);
    AddLine("Secretariat", mechanism.secretariat(), list);
    AddLine("Website", mechanism.website_uri(), list);
  }
  AddLine("Claims", absl::StrCat(content.coverage().claim_count()), list);
  AddLine("Meetings", absl::StrCat(content.calendar().events_size()), list);
  AddLine("Participants",
          absl::StrCat(content.participation().counts().participant_count()),
          list);
  AddLine("Projects", absl::StrCat(content.projects().projects_size()), list);
  AddLine("Publications",
          absl::StrCat(content.publications().publications_size()), list);
  if (content.questionnaire_records().empty())
    blocks.push_back(PlainParagraph(
        "The mechanism has no questionnaire in this round: what follows is "
        "not known, which does not mean that there is nothing."));
  blocks.push_back(std::move(list));
  return blocks;
}

// Those of the questionnaire.
std::vector<DocumentBlock> FocusBlocks(const v1::ReportContent& content) {
  std::vector<std::string> areas;
  for (const auto& questionnaire : content.questionnaire_records())
    for (const auto& area : questionnaire.focus_areas())
      areas.push_back(area.as_written());
  if (areas.empty()) return {PlainParagraph("No focus areas are listed.")};
  return ListBlocks("In the words of the source:", areas);
}

std::vector<DocumentBlock> ClashBlocks(ReportContext& context) {
  std::vector<DocumentBlock> blocks = ClashSummary(context);
  for (const auto certainty :
       {v1::CLASH_CERTAINTY_CERTAIN, v1::CLASH_CERTAINTY_POSSIBLE}) {
    DocumentTable table = ClashTable(certainty, context);
    if (!table.rows.empty()) blocks.push_back(std::move(table));
  }
  return blocks;
}

// Question by question, with the answers word for word.
absl::StatusOr<std::vector<DocumentBlock>> AnswerBlocks(
    const v1::ReportContent& content) {
  ASSIGN_OR_RETURN(const PublishedRound round, PublishedRoundOf(content));
  std::vector<DocumentBlock> blocks;
  for (const PublishedSection& section : round.sections) {
    blocks.push_back(AnswerTable("answers-table", section));
    for (const std::string& note : section.notes)
      blocks.push_back(DocumentParagraph{.parts = LinkedText(note),
                                         .style = ParagraphStyle::kNote});
  }
  return blocks;
}

}  // namespace

absl::Status AddProfile(ReportContext& context, Document& document) {
  const v1::ReportContent& content = context.content;
  ASSIGN_OR_RETURN(std::vector<DocumentBlock> answers, AnswerBlocks(content));
  AddSection("summary", "At a glance", ProfileBlocks(content), document);
  AddSection("participants", "Participants",
             TableOr(ParticipantTable(context), "No participants are listed."),
             document);
  AddSection("focus", "Focus areas", FocusBlocks(content), document);

  std::vector<DocumentBlock> claims = CoverageSummary(context);
  AppendBlocks(ClaimTables(context), claims);
  AppendBlocks(VerdictBlocks(context), claims);
  AddSection("claims", "What it supports", std::move(claims), document);

  AddSection(
      "meetings", "Meetings",
      TableOr(EventTable(
                  "events-table", "Meetings",
                  [](const v1::CalendarEvent&) { return true; }, context),
              "No meetings are told of."),
      document);
  AddSection("clashes", "Clashes", ClashBlocks(context), document);
  AddSection("projects", "Projects",
             TableOr(ProjectTable(context), "No projects are told of."),
             document);
  AddSection("publications", "Publications",
             TableOr(PublicationTable(context), "No publications are told of."),
             document);
  AddSection("completion", "What was answered", CompletionMatrix(context),
             document);
  if (!answers.empty())
    AddSection("answers", "Answers, word for word", std::move(answers),
               document);
  document.sections.push_back(context.evidence.ToSection());
  return absl::OkStatus();
}

}  // namespace compendium
