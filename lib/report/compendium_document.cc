// SPDX-License-Identifier: Apache-2.0
#include "lib/report/compendium_document.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/base/status_macros.h"
#include "lib/report/document_text.h"
#include "lib/words/counted.h"
#include "lib/words/record_id.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// Words beside the answers; an empty cell would look like one that was lost.
constexpr char kNoAnswer[] = "(no answer)";

std::string SectionId(const PublishedSection& section) {
  return IdOf("mechanism", section.mechanism_id);
}

// Where the answers were read: "mechanisms/midsa/questionnaires/2016, as
// revision 12 wrote it."
std::string RecordWords(const v1::ReportContent& content,
                        const PublishedSection& section) {
  for (const auto& record : content.questionnaire_records())
    if (MechanismId(record.name()) == section.mechanism_id)
      return absl::StrCat(record.name(), ", as revision ", record.revision(),
                          " wrote it.");
  return "";
}

DocumentSection MechanismSection(const v1::ReportContent& content,
                                 const PublishedSection& section) {
  DocumentSection made{
      .id = SectionId(section), .title = section.title, .starts_page = true};
  made.blocks.push_back(NoteParagraph(RecordWords(content, section)));
  for (const PublishedGroup& group : section.participants)
    made.blocks.push_back(PlainParagraph(absl::StrCat(
        GroupWords(group.role), ": ", absl::StrJoin(group.names, "; "), ".")));
  AppendBlocks(ListBlocks("Focus areas:", section.focus_areas), made.blocks);
  if (!section.questions.empty())
    made.blocks.push_back(
        AnswerTable(absl::StrCat(SectionId(section), "-answers"), section));
  for (const std::string& note : section.notes)
    made.blocks.push_back(DocumentParagraph{.parts = LinkedText(note),
                                            .style = ParagraphStyle::kNote});
  return made;
}

// What the document holds, with a link to each section.
DocumentSection ContentsSection(const PublishedRound& round) {
  DocumentSection section{.id = "summary", .title = "What this holds"};
  section.blocks.push_back(PlainParagraph(absl::StrCat(
      "The questionnaires of ",
      Counted(static_cast<int64_t>(round.sections.size()), "mechanism"),
      ", each with its participants, focus areas and answers.")));
  section.blocks.push_back(NoteParagraph(absl::StrCat(
      "Answers stand as they were given, word for word. “", kNoAnswer,
      "” means that the answer is empty or that the questionnaire does not "
      "show the question; what a mechanism answered with “N/A” or with a "
      "sentence that says there is nothing is printed as such.")));
  DocumentList list;
  for (const PublishedSection& mechanism : round.sections)
    list.items.push_back(
        {{mechanism.title, absl::StrCat("#", SectionId(mechanism))}});
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
  return section;
}

}  // namespace

DocumentTable AnswerTable(std::string id, const PublishedSection& section) {
  DocumentTable table{.id = std::move(id),
                      .caption = absl::StrCat("Answers of ", section.title),
                      .columns = {{.title = "Question", .width = 3},
                                  {.title = "Answer", .width = 9}}};
  for (const PublishedQuestion& question : section.questions) {
    DocumentCell answer =
        question.text.empty()
            ? TextCell(kNoAnswer, CellTone::kMuted)
            : DocumentCell{.parts = LinkedText(question.text)};
    table.rows.push_back(
        {.cells = {TextCell(LabelOf(question)), std::move(answer)}});
  }
  return table;
}

std::vector<DocumentBlock> ListBlocks(const std::string& words,
                                      const std::vector<std::string>& items) {
  std::vector<DocumentBlock> blocks;
  if (items.empty()) return blocks;
  DocumentList list;
  for (const std::string& item : items) list.items.push_back({{item}});
  blocks.push_back(PlainParagraph(words));
  blocks.push_back(std::move(list));
  return blocks;
}

absl::StatusOr<PublishedRound> PublishedRoundOf(
    const v1::ReportContent& content) {
  const std::vector<registry::v1::Mechanism> mechanisms(
      content.mechanism_records().begin(), content.mechanism_records().end());
  const std::vector<registry::v1::Questionnaire> questionnaires(
      content.questionnaire_records().begin(),
      content.questionnaire_records().end());
  return MakePublishedRound(content.round(), mechanisms, questionnaires);
}

absl::Status AddCompendium(const ReportContext& context, Document& document) {
  const v1::ReportContent& content = context.content;
  ASSIGN_OR_RETURN(const PublishedRound round, PublishedRoundOf(content));
  document.sections.push_back(ContentsSection(round));
  for (const PublishedSection& section : round.sections)
    document.sections.push_back(MechanismSection(content, section));
  return absl::OkStatus();
}

}  // namespace compendium
