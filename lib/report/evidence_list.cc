// SPDX-License-Identifier: Apache-2.0
#include "lib/report/evidence_list.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/report/document_text.h"
#include "lib/words/enum_word.h"

namespace compendium {
namespace {

constexpr char kNoWords[] = "(no words are recorded)";

std::string RowId(int number) { return absl::StrCat("evidence-", number); }

}  // namespace

int EvidenceList::Add(Row row) {
  if (row.quote.empty()) row.quote = kNoWords;
  const auto found = numbers_.find(row);
  if (found != numbers_.end()) return found->second;
  rows_.push_back(row);
  const int number = static_cast<int>(rows_.size());
  numbers_.emplace(std::move(row), number);
  return number;
}

int EvidenceList::Add(absl::string_view questionnaire,
                      const registry::v1::Evidence& evidence,
                      registry::v1::Origin origin) {
  const bool has_span = evidence.end_byte() > evidence.begin_byte();
  return Add({.quote = evidence.quote(),
              .question = evidence.question_id(),
              .questionnaire = std::string(questionnaire),
              .origin = EnumWord(origin),
              .place = has_span ? absl::StrCat("bytes ", evidence.begin_byte(),
                                               "–", evidence.end_byte())
                                : ""});
}

int EvidenceList::AddParticipant(absl::string_view questionnaire, int index,
                                 absl::string_view as_written,
                                 registry::v1::Origin origin) {
  return Add({.quote = std::string(as_written),
              .question = "participants",
              .questionnaire = std::string(questionnaire),
              .origin = EnumWord(origin),
              .place = absl::StrCat("entry ", index + 1)});
}

int EvidenceList::AddAnswerState(absl::string_view questionnaire,
                                 absl::string_view question_id,
                                 absl::string_view state,
                                 absl::string_view text,
                                 registry::v1::Origin origin) {
  return Add({.quote = text.empty() ? absl::StrCat("(", state, ")")
                                    : std::string(text),
              .question = std::string(question_id),
              .questionnaire = std::string(questionnaire),
              .origin = EnumWord(origin),
              .place = "the answer"});
}

DocumentText EvidenceList::Link(std::string words, int number) {
  return {std::move(words), absl::StrCat("#", RowId(number))};
}

std::vector<DocumentText> EvidenceList::Links(std::vector<int> numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::vector<DocumentText> parts;
  for (const int number : numbers) {
    if (!parts.empty()) parts.push_back({", "});
    parts.push_back(Link(absl::StrCat(number), number));
  }
  return parts;
}

DocumentCell EvidenceList::Cell(std::vector<int> numbers) {
  return {.parts = Links(std::move(numbers))};
}

DocumentSection EvidenceList::ToSection() const {
  DocumentSection section{
      .id = "evidence", .title = "Evidence", .starts_page = true};
  if (rows_.empty()) {
    section.blocks.push_back(
        PlainParagraph("No figure of this report rests on a sentence."));
    return section;
  }
  section.blocks.push_back(PlainParagraph(
      "Each number above leads to a row here: the words of the source, the "
      "question under which they stand, and the record that holds them."));
  section.blocks.push_back(NoteParagraph(
      "Place counts bytes of the answer's text, from the first one up to the "
      "one before the second number, or entries of a list. Origin says who put "
      "it into the record: submitted by the secretariat, extracted from the "
      "answer by a program, or curated by a person."));
  DocumentTable table{
      .id = "evidence-table",
      .caption = "Evidence",
      .columns = {{.title = "No.", .width = 3, .is_number = true},
                  {.title = "Words of the source", .width = 18},
                  {.title = "Question", .width = 4},
                  {.title = "Questionnaire", .width = 10},
                  {.title = "Place", .width = 4},
                  {.title = "Origin", .width = 4}},
      .is_wide = true};
  for (size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    const int number = static_cast<int>(i) + 1;
    table.rows.push_back({.id = RowId(number),
                          .cells = {NumberCell(number),
                                    {.parts = LinkedText(row.quote)},
                                    TextCell(row.question),
                                    TextCell(row.questionnaire),
                                    TextCell(row.place),
                                    TextCell(row.origin)}});
  }
  section.blocks.push_back(std::move(table));
  return section;
}

}  // namespace compendium
