// SPDX-License-Identifier: Apache-2.0
#include "cli/curate/step_words.h"

#include <google/protobuf/message.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "cli/curate/field_value.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::RepeatedPtrField;

// The item of a PutItem that has this kind, by the name of its field.
Message& MutableItem(const FieldDescriptor& kind, v1::PutItem& put) {
  return *put.GetReflection()->MutableMessage(&put, &kind);
}

absl::Status SetEvidence(const ItemChange& change, Message& item) {
  if (change.quote.empty() && change.question_id.empty())
    return absl::OkStatus();
  const FieldDescriptor* const field =
      item.GetDescriptor()->FindFieldByName("evidence");
  if (field == nullptr)
    return absl::InvalidArgumentError(
        "--quote: got one for what stands in no answer, want none");
  if (change.quote.empty() || change.question_id.empty())
    return absl::InvalidArgumentError(
        "--quote and --question: got one of them, want both or neither");
  v1::Evidence evidence;
  evidence.set_question_id(change.question_id);
  evidence.set_quote(change.quote);
  item.GetReflection()->MutableMessage(&item, field)->CopyFrom(evidence);
  return absl::OkStatus();
}

absl::Status Change(const ItemChange& change, Message& item) {
  for (const std::string& assignment : change.assignments)
    RETURN_IF_ERROR(SetField(assignment, item));
  return SetEvidence(change, item);
}

// Puts a copy of the item with this id into the step, if the list has it.
template <class Item>
Message* Find(const RepeatedPtrField<Item>& items, const std::string& id,
              Item* (v1::PutItem::*mutable_item)(), v1::PutItem& put) {
  for (const Item& item : items) {
    if (item.id() != id) continue;
    Item* const copy = (put.*mutable_item)();
    *copy = item;
    return copy;
  }
  return nullptr;
}
template <class Item>
Message* FindNamed(const RepeatedPtrField<Item>& items, const std::string& id,
                   Item* (v1::PutItem::*mutable_item)(), v1::PutItem& put) {
  for (const Item& item : items) {
    if (item.as_written() != id) continue;
    Item* const copy = (put.*mutable_item)();
    *copy = item;
    return copy;
  }
  return nullptr;
}

Message* FindItem(const v1::Questionnaire& record, const std::string& id,
                  v1::PutItem& put) {
  Message* item =
      Find(record.meetings(), id, &v1::PutItem::mutable_meeting, put);
  if (item == nullptr)
    item = Find(record.claims(), id, &v1::PutItem::mutable_claim, put);
  if (item == nullptr)
    item = Find(record.projects(), id, &v1::PutItem::mutable_project, put);
  if (item == nullptr)
    item =
        Find(record.publications(), id, &v1::PutItem::mutable_publication, put);
  if (item == nullptr)
    item = FindNamed(record.participants(), id,
                     &v1::PutItem::mutable_participant, put);
  if (item == nullptr)
    item = FindNamed(record.focus_areas(), id, &v1::PutItem::mutable_focus_area,
                     put);
  return item;
}

}  // namespace

absl::StatusOr<v1::CurationStep> CorrectStep(
    const v1::Questionnaire& questionnaire, const std::string& id,
    const ItemChange& change) {
  v1::CurationStep step;
  v1::PutItem& put = *step.mutable_put();
  put.set_item_id(id);
  Message* const item = FindItem(questionnaire, id, put);
  if (item == nullptr)
    return absl::NotFoundError(absl::StrCat(
        "ITEM: got ", id, ", want the id of an item of ", questionnaire.name(),
        " as `compendium show` prints it, or a participant's or focus area's "
        "words"));
  RETURN_IF_ERROR(Change(change, *item));
  return step;
}

absl::StatusOr<v1::CurationStep> AddStep(absl::string_view kind,
                                         const ItemChange& change) {
  v1::CurationStep step;
  const FieldDescriptor* const field =
      v1::PutItem::descriptor()->FindFieldByName(std::string(kind));
  if (field == nullptr || field->message_type() == nullptr)
    return absl::InvalidArgumentError(
        absl::StrCat("KIND: got ", kind, ", want a kind of item"));
  Message& item = MutableItem(*field, *step.mutable_put());
  RETURN_IF_ERROR(Change(change, item));
  return step;
}

absl::StatusOr<v1::CurationStep> StateStep(const std::string& question_id,
                                           absl::string_view state) {
  const int number = EnumNumber(*v1::AnswerState_descriptor(), state);
  if (number < 0)
    return absl::InvalidArgumentError(
        absl::StrCat("STATE: got ", state, ", want one of ",
                     EnumWords(*v1::AnswerState_descriptor())));
  v1::CurationStep step;
  step.mutable_set_answer_state()->set_question_id(question_id);
  step.mutable_set_answer_state()->set_state(
      static_cast<v1::AnswerState>(number));
  return step;
}

absl::StatusOr<v1::MentionReference> ParseMention(absl::string_view text,
                                                  absl::string_view round_id) {
  const size_t colon = text.rfind(':');
  const absl::string_view who = text.substr(0, colon);
  const std::string name =
      absl::StrContains(who, "/")
          ? std::string(who)
          : absl::StrCat("mechanisms/", who, "/questionnaires/", round_id);
  if (colon == absl::string_view::npos || colon + 1 == text.size() ||
      !QuestionnaireName::Parse(name).ok())
    return absl::InvalidArgumentError(
        absl::StrCat("MENTION: got ", text,
                     ", want MECHANISM:ITEM, such as midsa:m-2a-0123456789"));
  v1::MentionReference mention;
  mention.set_questionnaire(name);
  mention.set_item_id(std::string(text.substr(colon + 1)));
  return mention;
}

std::string FullQuestionnaireName(absl::string_view text) {
  const std::vector<absl::string_view> parts = absl::StrSplit(text, '/');
  if (parts.size() != 2 || parts[0] == "rounds" || parts[0] == "mechanisms")
    return std::string(text);
  return absl::StrCat("mechanisms/", parts[0], "/questionnaires/", parts[1]);
}

}  // namespace compendium
