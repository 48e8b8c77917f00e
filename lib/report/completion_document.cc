// SPDX-License-Identifier: Apache-2.0
#include "lib/report/completion_document.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/report/document_text.h"
#include "lib/words/completion_words.h"
#include "lib/words/counted.h"
#include "lib/words/date_words.h"
#include "lib/words/record_id.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// More questions than these do not fit beside a name on upright paper.
constexpr int kUprightQuestionsMax = 10;

CellTone ToneOf(v1::CompletionState state) {
  switch (state) {
    case v1::COMPLETION_STATE_ANSWERED:
      return CellTone::kGood;
    case v1::COMPLETION_STATE_BLANK:
    case v1::COMPLETION_STATE_NOT_SHOWN:
      return CellTone::kBad;
    case v1::COMPLETION_STATE_NO_QUESTIONNAIRE:
      return CellTone::kMuted;
    default:
      return CellTone::kPlain;
  }
}

// The mark, which leads to the cell's evidence; the mark alone where there is
// no record to lead to.
DocumentCell MarkCell(const v1::MechanismCompletion& mechanism,
                      const v1::CompletionCell& cell, ReportContext& context) {
  std::string mark(CompletionMark(cell.state()));
  if (!mechanism.has_questionnaire())
    return TextCell(std::move(mark), ToneOf(cell.state()));
  const int number = context.evidence.AddAnswerState(
      absl::StrCat(mechanism.mechanism(), "/questionnaires/",
                   RecordId(context.content.completion().round())),
      cell.question_id(), CompletionMeaning(cell.state()), cell.text(),
      cell.state_origin());
  return {.parts = {EvidenceList::Link(std::move(mark), number)},
          .tone = ToneOf(cell.state())};
}

// The cell of the question; an empty one when nobody asked.
DocumentCell CellOf(const v1::MechanismCompletion& mechanism,
                    const std::string& question_id, ReportContext& context) {
  for (const v1::CompletionCell& cell : mechanism.cells())
    if (cell.question_id() == question_id)
      return MarkCell(mechanism, cell, context);
  return {};
}

// "yes: answered; –: left blank."
std::string Legend(const v1::Completion& completion) {
  return absl::StrCat(
      absl::StrJoin(CompletionStatesIn(completion.counts()), "; ",
                    [](std::string* out, const CompletionStateWords& words) {
                      absl::StrAppend(out, words.mark, ": ", words.meaning);
                    }),
      ". Each mark leads to its evidence.");
}

DocumentSection SilentSection(const ReportContext& context) {
  const v1::Completion& completion = context.content.completion();
  DocumentSection section{.id = "silent", .title = "Who has not answered"};
  section.blocks.push_back(NoteParagraph(
      "Listed is who left a question blank or whose form does not show it. "
      "“Not applicable”, “nothing to report” and a sentence that says there is "
      "nothing are answers and not listed; nor is who only refers to another "
      "question."));
  section.blocks.push_back(PlainParagraph(
      completion.absent_mechanisms().empty()
          ? "Every mechanism has a questionnaire."
          : absl::StrCat("Without a questionnaire: ",
                         context.ShortNamesOf(completion.absent_mechanisms()),
                         ".")));
  DocumentTable table{.id = "silent-table",
                      .caption = "Blank or not shown",
                      .columns = {{.title = "Question", .width = 2},
                                  {.title = "Asks for", .width = 4},
                                  {.title = "Mechanisms", .width = 6}}};
  for (const v1::QuestionCompletion& question : completion.questions()) {
    if (question.silent_mechanisms().empty()) continue;
    table.rows.push_back(
        {.cells = {
             TextCell(question.question_id()), TextCell(question.title()),
             TextCell(context.ShortNamesOf(question.silent_mechanisms()))}});
  }
  if (!table.rows.empty()) section.blocks.push_back(std::move(table));
  return section;
}

}  // namespace

std::vector<DocumentBlock> CompletionSummary(const ReportContext& context) {
  const v1::Completion& completion = context.content.completion();
  const v1::CompletionCounts& counts = completion.counts();
  int cell_count = 0;
  std::vector<std::string> parts;
  for (const CompletionStateWords& words : CompletionStatesIn(counts)) {
    cell_count += (counts.*words.count)();
    parts.push_back(absl::StrCat((counts.*words.count)(), " ", words.meaning));
  }
  std::vector<DocumentBlock> blocks;
  blocks.push_back(PlainParagraph(absl::StrCat(
      completion.questionnaire_count(), " of ",
      Counted(completion.mechanisms_size(), "mechanism"),
      " have a questionnaire",
      completion.due_day().empty()
          ? ""
          : absl::StrCat(", due on ", DateWords(completion.due_day())),
      ". ", Counted(cell_count, "cell"), ": ", absl::StrJoin(parts, ", "),
      ".")));
  blocks.push_back(NoteParagraph(
      "A cell is one question to one mechanism and is in exactly one state. No "
      "state stands for another: whether “not applicable” is as good as an "
      "answer is for the reader to say."));
  return blocks;
}

std::vector<DocumentBlock> CompletionMatrix(ReportContext& context) {
  const v1::Completion& completion = context.content.completion();
  DocumentTable table{
      .id = "matrix",
      .caption = "Mechanisms by questions",
      .columns = {{.title = "Mechanism", .width = 3}},
      .is_wide = completion.questions_size() > kUprightQuestionsMax};
  for (const v1::QuestionCompletion& question : completion.questions())
    table.columns.push_back({.title = question.question_id()});
  for (const v1::MechanismCompletion& mechanism : completion.mechanisms()) {
    DocumentRow row{
        .cells = {TextCell(context.names.Of(mechanism.mechanism()))}};
    for (const v1::QuestionCompletion& question : completion.questions())
      row.cells.push_back(CellOf(mechanism, question.question_id(), context));
    table.rows.push_back(std::move(row));
  }
  std::vector<DocumentBlock> blocks;
  blocks.push_back(NoteParagraph(Legend(completion)));
  blocks.push_back(std::move(table));
  return blocks;
}

DocumentTable QuestionTable(const ReportContext& context) {
  const v1::Completion& completion = context.content.completion();
  const std::vector<CompletionStateWords> states =
      CompletionStatesIn(completion.counts());
  DocumentTable table{.id = "questions-table",
                      .caption = "Answers by question",
                      .columns = {{.title = "Question", .width = 2},
                                  {.title = "Asks for", .width = 5}}};
  for (const CompletionStateWords& words : states)
    table.columns.push_back(
        {.title = std::string(words.mark), .is_number = true});
  const auto add = [&](const std::string& id, const std::string& title,
                       const v1::CompletionCounts& counts) {
    DocumentRow row{.cells = {TextCell(id), TextCell(title)}};
    for (const CompletionStateWords& words : states)
      row.cells.push_back(NumberCell((counts.*words.count)()));
    table.rows.push_back(std::move(row));
  };
  for (const v1::QuestionCompletion& question : completion.questions())
    add(question.question_id(),
        question.in_form() ? question.title() : "(not in the form)",
        question.counts());
  add("all", "", completion.counts());
  return table;
}

void AddCompletion(ReportContext& context, Document& document) {
  document.sections.push_back({.id = "summary",
                               .title = "At a glance",
                               .blocks = CompletionSummary(context)});
  document.sections.push_back({.id = "cells",
                               .title = "Who answered what",
                               .blocks = CompletionMatrix(context)});
  document.sections.push_back({.id = "questions",
                               .title = "Answers by question",
                               .blocks = {QuestionTable(context)}});
  document.sections.push_back(SilentSection(context));
  document.sections.push_back(context.evidence.ToSection());
}

}  // namespace compendium
