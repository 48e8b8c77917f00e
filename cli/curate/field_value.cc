// SPDX-License-Identifier: Apache-2.0
#include "cli/curate/field_value.h"

#include <cstdint>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "compendium/registry/v1/uncertain_date.pb.h"
#include "lib/words/enum_word.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

using ::google::protobuf::Descriptor;
using ::google::protobuf::EnumDescriptor;
using ::google::protobuf::FieldDescriptor;
using ::google::protobuf::Message;

bool IsDate(const FieldDescriptor& field) {
  return field.message_type() == v1::UncertainDate::descriptor();
}

// What identifies the item, and what says where it came from, has options of
// its own or is not for people to say.
bool IsSettable(const FieldDescriptor& field) {
  if (field.name() == "id" || field.name() == "origin") return false;
  return field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE || IsDate(field);
}

absl::Status Problem(absl::string_view got, absl::string_view want) {
  return absl::InvalidArgumentError(
      absl::StrCat("--set: got ", got, ", want ", want));
}

absl::Status SetNumber(const FieldDescriptor& field, absl::string_view value,
                       Message& item) {
  int32_t number = 0;
  if (!absl::SimpleAtoi(value, &number))
    return Problem(absl::StrCat(field.name(), "=", value), "a whole number");
  item.GetReflection()->SetInt32(&item, &field, number);
  return absl::OkStatus();
}

absl::Status SetBool(const FieldDescriptor& field, absl::string_view value,
                     Message& item) {
  const bool yes = value == "yes" || value == "true";
  if (!yes && value != "no" && value != "false")
    return Problem(absl::StrCat(field.name(), "=", value), "yes or no");
  item.GetReflection()->SetBool(&item, &field, yes);
  return absl::OkStatus();
}

absl::Status SetEnum(const FieldDescriptor& field, absl::string_view value,
                     Message& item) {
  const int number = EnumNumber(*field.enum_type(), value);
  if (number < 0)
    return Problem(absl::StrCat(field.name(), "=", value),
                   absl::StrCat("one of ", EnumWords(*field.enum_type())));
  item.GetReflection()->SetEnumValue(&item, &field, number);
  return absl::OkStatus();
}

void SetList(const FieldDescriptor& field, absl::string_view value,
             Message& item) {
  item.GetReflection()->ClearField(&item, &field);
  for (absl::string_view part : absl::StrSplit(value, ','))
    item.GetReflection()->AddString(
        &item, &field, std::string(absl::StripAsciiWhitespace(part)));
}

// A year that a person gives is no longer inferred.
void SetDate(const FieldDescriptor& field, absl::string_view value,
             Message& item) {
  auto& date = static_cast<v1::UncertainDate&>(
      *item.GetReflection()->MutableMessage(&item, &field));
  date.set_edtf(std::string(value));
  date.set_year_inferred(false);
  date.clear_earliest_day();
  date.clear_latest_day();
}

}  // namespace

std::string FieldNames(const Descriptor& item) {
  std::vector<std::string> names;
  for (int i = 0; i < item.field_count(); ++i)
    if (IsSettable(*item.field(i))) names.push_back(item.field(i)->name());
  return absl::StrJoin(names, ", ");
}

int EnumNumber(const EnumDescriptor& type, absl::string_view words) {
  const std::string wanted = absl::StrReplaceAll(absl::AsciiStrToLower(words),
                                                 {{"_", " "}, {"-", " "}});
  for (int i = 0; i < type.value_count(); ++i) {
    const int number = type.value(i)->number();
    if (number == 0) continue;
    const std::string full = absl::StrReplaceAll(
        absl::AsciiStrToLower(type.value(i)->name()), {{"_", " "}});
    if (EnumWord(type, number) == wanted || full == wanted) return number;
  }
  return -1;
}

std::string EnumWords(const EnumDescriptor& type) {
  std::vector<std::string> words;
  for (int i = 0; i < type.value_count(); ++i)
    if (type.value(i)->number() != 0)
      words.push_back(EnumWord(type, type.value(i)->number()));
  return absl::StrJoin(words, ", ");
}

absl::Status SetField(absl::string_view assignment, Message& item) {
  const Descriptor& type = *item.GetDescriptor();
  const size_t equals = assignment.find('=');
  const std::string name(assignment.substr(0, equals));
  const FieldDescriptor* const field = type.FindFieldByName(name);
  if (equals == absl::string_view::npos || field == nullptr ||
      !IsSettable(*field))
    return Problem(assignment.empty() ? "nothing" : name,
                   absl::StrCat("FIELD=VALUE with one of ", FieldNames(type)));
  const absl::string_view value = assignment.substr(equals + 1);
  if (value.empty()) {
    item.GetReflection()->ClearField(&item, field);
    return absl::OkStatus();
  }
  switch (field->cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return SetNumber(*field, value, item);
    case FieldDescriptor::CPPTYPE_BOOL:
      return SetBool(*field, value, item);
    case FieldDescriptor::CPPTYPE_ENUM:
      return SetEnum(*field, value, item);
    case FieldDescriptor::CPPTYPE_MESSAGE:
      SetDate(*field, value, item);
      return absl::OkStatus();
    default:
      break;
  }
  if (field->is_repeated())
    SetList(*field, value, item);
  else
    item.GetReflection()->SetString(&item, field, std::string(value));
  return absl::OkStatus();
}

}  // namespace compendium
