// SPDX-License-Identifier: Apache-2.0
#include "cli/text/completion_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/text/text_table.h"
#include "lib/words/completion_words.h"
#include "lib/words/counted.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

using ::compendium::reporting::v1::Completion;
using ::compendium::reporting::v1::CompletionCell;
using ::compendium::reporting::v1::CompletionCounts;
using ::compendium::reporting::v1::MechanismCompletion;
using ::compendium::reporting::v1::QuestionCompletion;

// Columns between two of a table.
constexpr size_t kGap = 2;

// The mark of the question in the mechanism's row; empty when it has no cell.
std::string MarkIn(const MechanismCompletion& mechanism,
                   const std::string& question_id) {
  for (const CompletionCell& cell : mechanism.cells())
    if (cell.question_id() == question_id)
      return std::string(CompletionMark(cell.state()));
  return "";
}

// Mechanisms by the questions from `begin` up to `end`.
std::string Matrix(const Completion& completion, const ShortNames& names,
                   int begin, int end, size_t width) {
  std::vector<TextColumn> columns = {{.title = "Mechanism"}};
  for (int i = begin; i < end; ++i)
    columns.push_back({.title = completion.questions(i).question_id(),
                       .least_width = 3,
                       .unbroken = true});
  TextTable table(std::move(columns));
  for (const MechanismCompletion& mechanism : completion.mechanisms()) {
    std::vector<std::string> row = {names.Of(mechanism.mechanism())};
    for (int i = begin; i < end; ++i)
      row.push_back(MarkIn(mechanism, completion.questions(i).question_id()));
    table.AddRow(row);
  }
  return table.ToString(width);
}

// All questions, in as many tables as they need side by side.
std::string Matrices(const Completion& completion, const ShortNames& names,
                     size_t width) {
  size_t name_width = 9;  // of the title
  for (const MechanismCompletion& mechanism : completion.mechanisms())
    name_width =
        std::max(name_width, DisplayWidth(names.Of(mechanism.mechanism())));
  std::string text;
  for (int begin = 0; begin < completion.questions_size();) {
    int end = begin;
    size_t used = name_width;
    do {
      used += kGap + std::max<size_t>(
                         3, completion.questions(end).question_id().size());
      ++end;
    } while (end < completion.questions_size() && used + kGap + 3 <= width);
    absl::StrAppend(&text, Matrix(completion, names, begin, end, width), "\n");
    begin = end;
  }
  return text;
}

std::string QuestionTable(const Completion& completion, size_t width) {
  const std::vector<CompletionStateWords> states =
      CompletionStatesIn(completion.counts());
  std::vector<TextColumn> columns = {{.title = "Question"},
                                     {.title = "Asks for"}};
  for (const CompletionStateWords& words : states)
    columns.push_back({.title = std::string(words.mark),
                       .least_width = 3,
                       .align_right = true,
                       .unbroken = true});
  TextTable table(std::move(columns));
  const auto add = [&](const std::string& id, const std::string& title,
                       const CompletionCounts& counts) {
    std::vector<std::string> row = {id, title};
    for (const CompletionStateWords& words : states)
      row.push_back(absl::StrCat((counts.*words.count)()));
    table.AddRow(row);
  };
  for (const QuestionCompletion& question : completion.questions())
    add(question.question_id(),
        question.in_form() ? question.title() : "(not in the form)",
        question.counts());
  add("all", "", completion.counts());
  return table.ToString(width);
}

template <class Mechanisms>
std::string NamesOf(const Mechanisms& mechanisms, const ShortNames& names) {
  return absl::StrJoin(mechanisms, ", ",
                       [&](std::string* out, const std::string& mechanism) {
                         absl::StrAppend(out, names.Of(mechanism));
                       });
}

// Who has not answered: no questionnaire, then question by question.
std::string SilentTable(const Completion& completion, const ShortNames& names,
                        size_t width) {
  TextTable table({{.title = "Question"}, {.title = "Blank or not shown"}});
  bool any = false;
  for (const QuestionCompletion& question : completion.questions()) {
    if (question.silent_mechanisms().empty()) continue;
    any = true;
    table.AddRow(
        {question.question_id(), NamesOf(question.silent_mechanisms(), names)});
  }
  std::string text = any ? table.ToString(width) + "\n" : "";
  if (!completion.absent_mechanisms().empty())
    absl::StrAppend(
        &text,
        Paragraph(
            absl::StrCat("No questionnaire: ",
                         NamesOf(completion.absent_mechanisms(), names), "."),
            width),
        "\n");
  return text;
}

std::string EvidenceTable(const Completion& completion, const ShortNames& names,
                          size_t width) {
  TextTable table({{.title = "Mechanism"},
                   {.title = "Question"},
                   {.title = "Mark"},
                   {.title = "Words"}});
  bool any = false;
  for (const MechanismCompletion& mechanism : completion.mechanisms()) {
    for (const CompletionCell& cell : mechanism.cells()) {
      if (cell.text().empty()) continue;
      any = true;
      table.AddRow({names.Of(mechanism.mechanism()), cell.question_id(),
                    std::string(CompletionMark(cell.state())),
                    absl::StrCat("\"", cell.text(), "\"")});
    }
  }
  return any ? table.ToString(width) + "\n" : "";
}

std::string Legend(const Completion& completion) {
  return absl::StrJoin(CompletionStatesIn(completion.counts()), "; ",
                       [](std::string* out, const CompletionStateWords& words) {
                         absl::StrAppend(out, words.mark, " ", words.meaning);
                       });
}

}  // namespace

std::string CompletionText(const Completion& completion,
                           const ShortNames& names,
                           const CompletionTextOptions& options) {
  const size_t width = options.width;
  std::string footer =
      absl::StrCat(completion.questionnaire_count(), " of ",
                   Counted(completion.mechanisms_size(), "mechanism"),
                   completion.mechanisms_size() == 1 ? " has" : " have",
                   " a questionnaire in ", completion.round());
  if (!completion.due_day().empty())
    absl::StrAppend(&footer, ", due on ", completion.due_day());
  const std::string legend = Legend(completion);
  return absl::StrCat(
      Matrices(completion, names, width), QuestionTable(completion, width),
      "\n", SilentTable(completion, names, width),
      options.evidence ? EvidenceTable(completion, names, width) : "",
      Paragraph(footer + ".", width),
      legend.empty() ? "" : Paragraph(legend + ".", width));
}

}  // namespace compendium
