// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/docx_form.h"

#include "absl/strings/str_cat.h"
#include "lib/publish/docx_body.h"
#include "lib/publish/docx_parts.h"
#include "lib/publish/docx_round.h"
#include "lib/publish/export_frame.h"

namespace compendium {
namespace {

// Room for some lines by hand, when the form is printed.
constexpr int kAnswerHeightTwips = 1134;

void AddInstructions(const PrefilledForm& form, DocxBody& body) {
  body.AddParagraph({.style = "Heading2"}, form.title);
  if (!form.due_day.empty()) {
    body.AddParagraph({.style = "Instruction"},
                      absl::StrCat("Please return this form by ",
                                   DayWords(form.due_day), "."));
  }
  body.AddParagraph(
      {.style = "Instruction"},
      absl::StrCat(
          "Participants and focus areas are those of “", form.from_title,
          "”. Please correct them here: add, change or delete lines."));
  body.AddParagraph(
      {.style = "Instruction"},
      "Please write each answer into the cell beside its question and leave "
      "the questions as they are. Where there is nothing to report, please "
      "write “NTR”; an empty cell means that no answer was given.");
}

}  // namespace

PrefilledForm MakePrefilledForm(const PublishedRound& last,
                                const PublishedSection& section,
                                const registry::v1::Round& asking) {
  PrefilledForm form = {.title = asking.title(),
                        .due_day = asking.due_day(),
                        .from_title = last.title,
                        .written_time = last.written_time,
                        .section = section};
  form.section.notes.clear();
  form.section.questions.clear();
  for (const registry::v1::Question& question : asking.form().questions()) {
    form.section.questions.push_back({question.id(), question.title(), ""});
  }
  return form;
}

absl::StatusOr<std::string> WriteFormDocx(const PrefilledForm& form) {
  DocxBody body;
  const PublishedSection& section = form.section;
  AddHeading(section, 0, body);
  AddInstructions(form, body);
  AddProfile(section, 0, body);
  body.AddParagraph({.style = "Heading2"}, absl::StrCat(kAnswerWords, "s"));
  body.BeginTable(absl::StrCat("Questions to ", section.title),
                  QuestionColumns());
  for (const PublishedQuestion& question : section.questions) {
    body.BeginRow({.height_twips_min = kAnswerHeightTwips});
    body.BeginCell(0);
    body.AddParagraph(
        {.style = "Question", .bookmark = QuestionBookmark(question.id, 0)},
        LabelOf(question));
    body.EndCell();
    body.BeginCell(1);
    body.AddParagraph({.style = "Answer"}, "");
    body.EndCell();
    body.EndRow();
  }
  body.EndTable();
  return PackDocument(body, {.title = form.title,
                             .head = form.title,
                             .footer = section.title,
                             .written_time = form.written_time});
}

}  // namespace compendium
