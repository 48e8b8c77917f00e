// SPDX-License-Identifier: Apache-2.0
#include "cli/import/import_plan.h"

#include <algorithm>
#include <utility>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <google/protobuf/util/message_differencer.h>

#include "absl/strings/str_cat.h"
#include "cli/import/output_only.h"
#include "lib/extract/extract_items.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

using ::google::protobuf::FieldDescriptor;
using ::google::protobuf::Message;
using ::google::protobuf::util::MessageDifferencer;

template <class T>
const T* Find(const RecordMap& existing, const std::string& name,
              const T& (v1::Record::*member)() const) {
  const auto found = existing.find(name);
  return found == existing.end() ? nullptr : &(found->second.*member)();
}

// Days follow from `edtf`, and the registry has the last word on them.
void ClearDerivedDays(v1::Meeting& meeting) {
  if (!meeting.has_date()) return;
  meeting.mutable_date()->clear_earliest_day();
  meeting.mutable_date()->clear_latest_day();
}

void ClearDerivedDays(v1::Questionnaire& questionnaire) {
  for (v1::Meeting& meeting : *questionnaire.mutable_meetings())
    ClearDerivedDays(meeting);
}

// Adds to `mask` the fields in which the messages, of one type, differ.
void AddDifferences(const Message& before, const Message& after,
                    google::protobuf::FieldMask& mask) {
  const google::protobuf::Descriptor* type = before.GetDescriptor();
  MessageDifferencer differencer;
  for (int i = 0; i < type->field_count(); ++i) {
    const FieldDescriptor* field = type->field(i);
    if (IsOutputOnly(*field)) continue;
    if (!differencer.CompareWithFields(before, after, {field}, {field}))
      mask.add_paths(field->name());
  }
}

template <class T>
bool SameList(const google::protobuf::RepeatedPtrField<T>& a,
              const google::protobuf::RepeatedPtrField<T>& b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const T& x, const T& y) { return MessageDifferencer::Equals(x, y); });
}

// Puts the document into the list, unless it is there.
void MergeDocument(const v1::RoundDocument& fresh, v1::Round& round) {
  v1::RoundDocument* same_name = nullptr;
  for (v1::RoundDocument& document : *round.mutable_documents()) {
    if (document.source().sha256() == fresh.source().sha256() &&
        document.source().file_name() != fresh.source().file_name())
      return;
    if (document.source().file_name() == fresh.source().file_name())
      same_name = &document;
  }
  *(same_name != nullptr ? same_name : round.add_documents()) = fresh;
}

void PlanRound(const v1::Round& fresh, const v1::Round& existing,
               PlannedWrite& plan) {
  v1::Round& round = *plan.record.mutable_round();
  round = existing;
  if (round.title().empty()) round.set_title(fresh.title());
  if (round.due_day().empty()) round.set_due_day(fresh.due_day());
  if (round.form().questions().empty()) *round.mutable_form() = fresh.form();
  for (const v1::RoundDocument& document : fresh.documents())
    MergeDocument(document, round);
  AddDifferences(existing, round, plan.update_mask);
}

void PlanMechanism(const v1::Mechanism& fresh, const v1::Mechanism& existing,
                   const v1::Questionnaire* stored, PlannedWrite& plan) {
  v1::Mechanism& mechanism = *plan.record.mutable_mechanism();
  mechanism = existing;
  if (stored == nullptr) return;
  if (SameList(existing.participants(), stored->participants()))
    *mechanism.mutable_participants() = fresh.participants();
  if (SameList(existing.focus_areas(), stored->focus_areas()))
    *mechanism.mutable_focus_areas() = fresh.focus_areas();
  AddDifferences(existing, mechanism, plan.update_mask);
}

bool IsSame(const v1::Claim& a, const v1::Claim& b) {
  return MessageDifferencer::Equals(a, b);
}

bool IsSame(v1::Meeting a, v1::Meeting b) {
  ClearDerivedDays(a);
  ClearDerivedDays(b);
  return MessageDifferencer::Equals(a, b);
}

// Removes from `stored` what the file itself states as entered by people: all
// submitted items, which it replaces, and curated ones that it has too. A file
// from which all items were extracted states none.
template <class Item>
void RemoveRestated(const google::protobuf::RepeatedPtrField<Item>& fresh,
                    google::protobuf::RepeatedPtrField<Item>& stored) {
  const bool states_items = std::any_of(
      fresh.begin(), fresh.end(),
      [](const Item& item) { return item.origin() != v1::ORIGIN_EXTRACTED; });
  if (!states_items) return;
  const auto is_restated = [&](const Item& item) {
    if (item.origin() == v1::ORIGIN_SUBMITTED) return true;
    return std::any_of(fresh.begin(), fresh.end(),
                       [&](const Item& other) { return IsSame(item, other); });
  };
  stored.erase(std::remove_if(stored.begin(), stored.end(), is_restated),
               stored.end());
}

void PlanQuestionnaire(const v1::Questionnaire& fresh,
                       const v1::Questionnaire& existing, PlannedWrite& plan) {
  v1::Questionnaire& questionnaire = *plan.record.mutable_questionnaire();
  questionnaire = fresh;
  v1::Questionnaire stored = existing;
  RemoveRestated(fresh.claims(), *stored.mutable_claims());
  RemoveRestated(fresh.meetings(), *stored.mutable_meetings());
  KeepCurated(stored, questionnaire);
  questionnaire.set_etag(existing.etag());
  if (questionnaire.source().sha256() == existing.source().sha256())
    questionnaire.mutable_source()->set_file_name(
        existing.source().file_name());
  v1::Questionnaire before = existing;
  v1::Questionnaire after = questionnaire;
  ClearDerivedDays(before);
  ClearDerivedDays(after);
  AddDifferences(before, after, plan.update_mask);
}

bool IsDeleted(const RecordMap& existing, const std::string& name) {
  const auto found = existing.find(name);
  if (found == existing.end()) return false;
  const v1::Record& record = found->second;
  return record.mechanism().has_delete_time() ||
         record.round().has_delete_time() ||
         record.questionnaire().has_delete_time();
}

// Whether the record, or one that it needs, is deleted.
bool IsBlocked(const ImportSource& source, const std::string& name,
               const RecordMap& existing) {
  const std::string mechanism = name.substr(0, name.find("/questionnaires/"));
  return IsDeleted(existing, name) || IsDeleted(existing, mechanism) ||
         (mechanism != name &&
          IsDeleted(existing, absl::StrCat("rounds/", source.round_id)));
}

}  // namespace

PlannedWrite PlanWrite(const ImportSource& source, size_t index,
                       const RecordMap& existing) {
  const v1::Record& fresh = source.records[index];
  PlannedWrite plan;
  plan.name = RecordName(fresh);
  plan.record = fresh;
  if (IsBlocked(source, plan.name, existing)) {
    plan.action = WriteAction::kSkip;
    return plan;
  }
  const auto found = existing.find(plan.name);
  if (found == existing.end()) {
    plan.action = WriteAction::kCreate;
    return plan;
  }
  if (fresh.has_round()) {
    PlanRound(fresh.round(), found->second.round(), plan);
  } else if (fresh.has_mechanism()) {
    PlanMechanism(
        fresh.mechanism(), found->second.mechanism(),
        Find(existing,
             absl::StrCat(plan.name, "/questionnaires/", source.round_id),
             &v1::Record::questionnaire),
        plan);
  } else {
    PlanQuestionnaire(fresh.questionnaire(), found->second.questionnaire(),
                      plan);
  }
  plan.action = plan.update_mask.paths().empty() ? WriteAction::kLeave
                                                 : WriteAction::kUpdate;
  return plan;
}

std::vector<PlannedWrite> PlanImport(const ImportSource& source,
                                     const RecordMap& existing) {
  std::vector<PlannedWrite> writes;
  for (size_t i = 0; i < source.records.size(); ++i)
    writes.push_back(PlanWrite(source, i, existing));
  return writes;
}

}  // namespace compendium
