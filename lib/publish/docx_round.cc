// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/docx_round.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/document/exported_text.h"
#include "lib/publish/answer_lines.h"
#include "lib/publish/docx_parts.h"
#include "lib/publish/docx_section.h"
#include "lib/publish/export_frame.h"

namespace compendium {
namespace {

// Word takes no longer name of a bookmark.
constexpr size_t kBookmarkBytesMax = 40;

// Answers that take no more than some ten lines stay on one page.
constexpr size_t kTogetherBytesMax = 600;

absl::string_view AnchorOf(registry::v1::ParticipantRole role) {
  switch (role) {
    case registry::v1::PARTICIPANT_ROLE_OBSERVER:
      return kObserversAnchor;
    case registry::v1::PARTICIPANT_ROLE_PARTNER:
      return kPartnersAnchor;
    default:
      return kParticipantsAnchor;
  }
}

void AddTitlePage(const PublishedRound& round, DocxBody& body) {
  body.AddParagraph({.style = "Title"}, round.title);
  body.AddParagraph({.style = "Subtitle"}, SubtitleOf(round));
  body.AddParagraph({.style = "TitleNote",
                     .ends_section = DocxSection{.first_page_is_bare = true}},
                    AsOfWords(round));
}

void AddContents(const PublishedRound& round, DocxBody& body) {
  body.AddParagraph({.style = "ContentsHeading"}, std::string(kContentsWords));
  std::vector<DocxBody::Entry> entries;
  for (size_t i = 0; i < round.sections.size(); ++i) {
    entries.push_back(
        {MechanismBookmark(round.sections[i], i), round.sections[i].title});
  }
  body.AddContents(entries);
}

void AddAnswer(absl::string_view text, DocxBody& body) {
  const std::vector<AnswerLine> lines = SplitAnswer(text);
  for (const AnswerLine& line : lines) {
    body.AddParagraph({.style = line.is_item ? "AnswerItem" : "Answer"},
                      line.text);
  }
  // A cell wants a paragraph.
  if (lines.empty()) body.AddParagraph({.style = "Answer"}, "");
}

void AddQuestions(const PublishedSection& section, size_t index,
                  DocxBody& body) {
  body.AddParagraph({.style = "Heading2"}, absl::StrCat(kAnswerWords, "s"));
  body.BeginTable(absl::StrCat("Questions and answers of ", section.title),
                  QuestionColumns());
  for (const PublishedQuestion& question : section.questions) {
    body.BeginRow(
        {.keeps_together = question.text.size() <= kTogetherBytesMax});
    body.BeginCell(0);
    body.AddParagraph(
        {.style = "Question", .bookmark = QuestionBookmark(question.id, index)},
        LabelOf(question));
    body.EndCell();
    body.BeginCell(1);
    AddAnswer(question.text, body);
    body.EndCell();
    body.EndRow();
  }
  body.EndTable();
}

}  // namespace

std::string MechanismBookmark(const PublishedSection& section, size_t index) {
  std::string name = absl::StrCat(kMechanismAnchor, section.mechanism_id);
  return name.size() <= kBookmarkBytesMax ? name
                                          : absl::StrCat("section-", index);
}

std::string QuestionBookmark(const std::string& question_id, size_t index) {
  return absl::StrCat(kQuestionAnchor, question_id, "-", index);
}

std::vector<DocxBody::Column> QuestionColumns() {
  return {{std::string(kQuestionWords), kQuestionWidthTwips},
          {std::string(kAnswerWords), kTextWidthTwips - kQuestionWidthTwips}};
}

void AddHeading(const PublishedSection& section, size_t index, DocxBody& body) {
  body.AddParagraph(
      {.style = "Heading1", .bookmark = MechanismBookmark(section, index)},
      section.title);
}

void AddProfile(const PublishedSection& section, size_t index, DocxBody& body) {
  body.SetNotes(section.notes);
  int group_count = 0;
  for (const PublishedGroup& group : section.participants) {
    body.AddParagraph({.style = "Heading2",
                       .bookmark = absl::StrCat(AnchorOf(group.role), "-",
                                                index, "-", ++group_count)},
                      GroupWords(group.role));
    body.AddNames(group.names);
  }
  if (section.focus_areas.empty()) return;
  body.AddParagraph(
      {.style = "Heading2", .bookmark = absl::StrCat(kFocusAnchor, "-", index)},
      std::string(kFocusWords));
  for (const std::string& area : section.focus_areas) {
    body.AddParagraph({.style = "FocusArea"}, area);
  }
}

absl::StatusOr<std::string> WriteRoundDocx(const PublishedRound& round) {
  DocxBody body;
  AddTitlePage(round, body);
  AddContents(round, body);
  for (size_t i = 0; i < round.sections.size(); ++i) {
    AddHeading(round.sections[i], i, body);
    AddProfile(round.sections[i], i, body);
    if (!round.sections[i].questions.empty()) {
      AddQuestions(round.sections[i], i, body);
    }
    // Notes whose marks stand nowhere.
    const std::vector<std::string> notes = body.SetNotes({});
    if (notes.empty()) continue;
    body.AddParagraph({.style = "Heading2"}, std::string(kNotesWords));
    for (const std::string& note : notes) {
      body.AddParagraph({.style = "Note"}, note);
    }
  }
  return PackDocument(body, {.title = round.title,
                             .head = round.title,
                             .footer = AsOfWords(round),
                             .written_time = round.written_time});
}

}  // namespace compendium
