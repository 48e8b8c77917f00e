// SPDX-License-Identifier: Apache-2.0
#include "cli/text/record_text.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/time.h"
#include "cli/text/text_table.h"
#include "lib/words/counted.h"
#include "lib/words/display_width.h"
#include "lib/words/enum_word.h"
#include "lib/words/event_words.h"
#include "lib/words/time_words.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

// Puts together the lines of one record.
class RecordWriter {
 public:
  explicit RecordWriter(size_t width) : width_(std::max<size_t>(width, 40)) {}

  // "name  text", wrapped beside the name; nothing for an empty text.
  void Field(absl::string_view name, absl::string_view text) {
    constexpr size_t kNameWidth = 14;
    if (text.empty()) return;
    std::string begin = absl::StrCat(name, " ");
    if (begin.size() < kNameWidth) begin.resize(kNameWidth, ' ');
    for (const std::string& line :
         WrapText(Printable(text), width_ - kNameWidth)) {
      absl::StrAppend(&text_, begin, line, "\n");
      begin.assign(kNameWidth, ' ');
    }
  }

  // Text on lines of its own, indented.
  void Paragraph(absl::string_view text) {
    for (const std::string& line : WrapText(Printable(text), width_ - 4))
      absl::StrAppend(&text_, line.empty() ? "" : "    ", line, "\n");
  }

  // A heading after an empty line.
  void Heading(absl::string_view text) {
    absl::StrAppend(&text_, "\n", Printable(text), "\n");
  }

  void Table(const TextTable& table) {
    absl::StrAppend(&text_, table.ToString(width_));
  }

  // The fields that every record has.
  template <class Resource>
  void Head(const Resource& record) {
    Field("name", record.name());
    if (record.has_delete_time())
      Field("deleted", TimeWords(record.delete_time()));
    Field("revision", absl::StrCat(record.revision(), ", written ",
                                   TimeWords(record.update_time())));
    Field("created", TimeWords(record.create_time()));
  }

  std::string Take() { return std::move(text_); }

 private:
  const size_t width_;
  std::string text_;
};

template <class T>
std::string JoinWords(const google::protobuf::RepeatedPtrField<T>& items) {
  return absl::StrJoin(items, "; ", [](std::string* out, const T& item) {
    absl::StrAppend(out, item.as_written());
  });
}

void WriteMembers(
    const google::protobuf::RepeatedPtrField<v1::Participant>& participants,
    const google::protobuf::RepeatedPtrField<v1::FocusArea>& focus_areas,
    RecordWriter& writer) {
  if (!participants.empty())
    writer.Field(absl::StrCat("members (", participants.size(), ")"),
                 JoinWords(participants));
  writer.Field("focus", JoinWords(focus_areas));
}

std::string MechanismText(const v1::Mechanism& mechanism, size_t width) {
  RecordWriter writer(width);
  writer.Head(mechanism);
  writer.Field("title", mechanism.display_name());
  writer.Field("acronym", mechanism.acronym());
  writer.Field("aliases", absl::StrJoin(mechanism.aliases(), "; "));
  writer.Field("level", EnumWord(mechanism.level()));
  WriteMembers(mechanism.participants(), mechanism.focus_areas(), writer);
  writer.Field("secretariat", mechanism.secretariat());
  writer.Field("website", mechanism.website_uri());
  return writer.Take();
}

std::string RoundText(const v1::Round& round, size_t width) {
  RecordWriter writer(width);
  writer.Head(round);
  writer.Field("title", round.title());
  writer.Field("due", round.due_day());
  for (const v1::RoundDocument& document : round.documents())
    writer.Field(
        "document",
        absl::StrCat(document.source().file_name(), ", ",
                     document.source().size_bytes(), " bytes, ",
                     Counted(document.remainders_size(), "remainder")));
  TextTable questions({{.title = "Id"}, {.title = "Question"}});
  for (const v1::Question& question : round.form().questions())
    questions.AddRow({question.id(), question.title()});
  writer.Heading("Form");
  writer.Table(questions);
  return writer.Take();
}

void WriteClaims(const v1::Questionnaire& questionnaire, RecordWriter& writer) {
  if (questionnaire.claims().empty()) return;
  TextTable table({{.title = "Claim"},
                   {.title = "Question"},
                   {.title = "Strength"},
                   {.title = "Origin"},
                   {.title = "Quote"}});
  for (const v1::Claim& claim : questionnaire.claims())
    table.AddRow({absl::StrCat(claim.framework(), " ", claim.code()),
                  claim.evidence().question_id(), EnumWord(claim.strength()),
                  EnumWord(claim.origin()), claim.evidence().quote()});
  writer.Heading("Claims");
  writer.Table(table);
}

void WriteMeetings(const v1::Questionnaire& questionnaire,
                   RecordWriter& writer) {
  if (questionnaire.meetings().empty()) return;
  TextTable table({{.title = "Date", .least_width = 14},
                   {.title = "Place"},
                   {.title = "Meeting", .least_width = 20},
                   {.title = "Level"},
                   {.title = "Status"},
                   {.title = "Asked"}});
  for (const v1::Meeting& meeting : questionnaire.meetings())
    table.AddRow({MeetingDateWords(meeting.date()),
                  PlaceWords(meeting.city(), meeting.country_code()),
                  meeting.title(), LevelWords(meeting.level()),
                  EnumWord(meeting.status()),
                  meeting.evidence().question_id()});
  writer.Heading("Meetings");
  writer.Table(table);
}

std::string QuestionnaireText(const v1::Questionnaire& questionnaire,
                              size_t width) {
  RecordWriter writer(width);
  writer.Head(questionnaire);
  writer.Field("title", questionnaire.title());
  writer.Field("document", questionnaire.source().file_name());
  WriteMembers(questionnaire.participants(), questionnaire.focus_areas(),
               writer);
  for (const v1::Answer& answer : questionnaire.answers()) {
    writer.Heading(absl::StrCat(answer.question_id(), " (",
                                EnumWord(answer.state()), ")"));
    if (!answer.text().empty()) writer.Paragraph(answer.text());
  }
  WriteMeetings(questionnaire, writer);
  WriteClaims(questionnaire, writer);
  if (questionnaire.remainders_size() > 0)
    writer.Heading(
        absl::StrCat("Not understood: ",
                     Counted(questionnaire.remainders_size(), "remainder")));
  return writer.Take();
}

}  // namespace

std::string RecordText(const v1::Record& record, size_t width) {
  if (record.has_mechanism()) return MechanismText(record.mechanism(), width);
  if (record.has_round()) return RoundText(record.round(), width);
  return QuestionnaireText(record.questionnaire(), width);
}

}  // namespace compendium
