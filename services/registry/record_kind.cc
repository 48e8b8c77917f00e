// SPDX-License-Identifier: Apache-2.0
#include "services/registry/record_kind.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/request/deterministic_bytes.h"
#include "lib/request/error_details.h"

namespace compendium::registry {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

bool IsOutputOnly(const FieldDescriptor& field) {
  const auto number = static_cast<uint32_t>(field.number());
  return number == kNameField ||
         (number >= kEtagField && number <= kDeleteTimeField);
}

RecordKind KindOfName(absl::string_view name) {
  if (absl::StartsWith(name, "rounds/")) return RecordKind::kRound;
  if (absl::StrContains(name, "/questionnaires/"))
    return RecordKind::kQuestionnaire;
  return RecordKind::kMechanism;
}

absl::string_view FieldOfKind(RecordKind kind) {
  switch (kind) {
    case RecordKind::kMechanism:
      return "mechanism";
    case RecordKind::kRound:
      return "round";
    case RecordKind::kQuestionnaire:
      break;
  }
  return "questionnaire";
}

std::unique_ptr<Message> NewRecord(RecordKind kind) {
  switch (kind) {
    case RecordKind::kMechanism:
      return std::make_unique<v1::Mechanism>();
    case RecordKind::kRound:
      return std::make_unique<v1::Round>();
    case RecordKind::kQuestionnaire:
      break;
  }
  return std::make_unique<v1::Questionnaire>();
}

absl::StatusOr<std::unique_ptr<Message>> ParseStored(RecordKind kind,
                                                     absl::string_view value) {
  std::unique_ptr<Message> record = NewRecord(kind);
  if (record->ParseFromArray(value.data(), static_cast<int>(value.size())))
    return record;
  return ErrorWithReason(absl::StatusCode::kDataLoss, "RECORD_DAMAGED",
                         absl::StrCat("got a stored value that is no ",
                                      FieldOfKind(kind), ", want one"));
}

std::string SerializeStored(absl::string_view name, Message& record) {
  const google::protobuf::Reflection& reflection = *record.GetReflection();
  const google::protobuf::Descriptor& type = *record.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    if (IsOutputOnly(*type.field(i)))
      reflection.ClearField(&record, type.field(i));
  }
  reflection.SetString(&record, type.FindFieldByNumber(kNameField),
                       std::string(name));
  return SerializeDeterministic(record);
}

}  // namespace compendium::registry
