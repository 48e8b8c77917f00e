// SPDX-License-Identifier: Apache-2.0
#include "cli/import/import_plan.h"

#include <algorithm>
#include <utility>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <google/protobuf/util/message_differencer.h>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "cli/import/answer_merge.h"
#include "cli/import/output_only.h"
#include "cli/import/said_elsewhere.h"
#include "lib/curation/keep_curated.h"
#include "lib/extract/item_id.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

using ::google::protobuf::FieldDescriptor;
using ::google::protobuf::Message;
using ::google::protobuf::util::MessageDifferencer;

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
                   const std::string& round_id, const RecordVersions& versions,
                   PlannedWrite& plan) {
  v1::Mechanism& mechanism = *plan.record.mutable_mechanism();
  mechanism = existing;
  FollowLists(fresh, round_id, versions, mechanism);
  AddDifferences(existing, mechanism, plan.update_mask);
}

// Clears what the text around an item's quote decides, not the item.
void ClearPlace(v1::Evidence& evidence) {
  evidence.clear_begin_byte();
  evidence.clear_end_byte();
}

// What a file that states items says of one: neither its place nor the number
// that equal items get after one another.
template <class Item>
Item Statement(Item item) {
  if (item.has_evidence()) ClearPlace(*item.mutable_evidence());
  item.clear_id();
  return item;
}

v1::Meeting Statement(v1::Meeting meeting) {
  ClearDerivedDays(meeting);
  return Statement<v1::Meeting>(std::move(meeting));
}

// Removes from `stored` what a file that states items has in its own list: all
// submitted items, which it replaces, and the curated ones that it has too.
template <class Item>
void RemoveRestated(const google::protobuf::RepeatedPtrField<Item>& fresh,
                    google::protobuf::RepeatedPtrField<Item>& stored) {
  const auto is_restated = [&](const Item& item) {
    if (item.origin() == v1::ORIGIN_SUBMITTED) return true;
    const Item wanted = Statement(item);
    return std::any_of(fresh.begin(), fresh.end(), [&](const Item& other) {
      return MessageDifferencer::Equals(wanted, Statement(other));
    });
  };
  stored.erase(std::remove_if(stored.begin(), stored.end(), is_restated),
               stored.end());
}

// Removes from `stored` all that a file that states items has the say on.
void ForgetStated(const v1::Questionnaire& fresh, v1::Questionnaire& stored) {
  // Before items go: what is left keeps the ids that it has beside them.
  FillItemIds(stored);
  RemoveRestated(fresh.claims(), *stored.mutable_claims());
  RemoveRestated(fresh.meetings(), *stored.mutable_meetings());
  RemoveRestated(fresh.projects(), *stored.mutable_projects());
  RemoveRestated(fresh.publications(), *stored.mutable_publications());
  for (v1::Answer& answer : *stored.mutable_answers())
    if (answer.state_origin() == v1::ORIGIN_SUBMITTED)
      answer.clear_state_origin();
}

void PlanQuestionnaire(const v1::Questionnaire& fresh,
                       const v1::Questionnaire& existing,
                       const ImportSource& source, PlannedWrite& plan) {
  v1::Questionnaire& questionnaire = *plan.record.mutable_questionnaire();
  questionnaire = fresh;
  if (source.only_answers)
    KeepWhatTableLacks(existing, source.round_year, questionnaire);
  v1::Questionnaire stored = existing;
  if (source.states_items) ForgetStated(fresh, stored);
  KeepCurated(stored, questionnaire);
  questionnaire.set_etag(existing.etag());
  if (questionnaire.source().sha256() == existing.source().sha256())
    questionnaire.mutable_source()->set_file_name(
        existing.source().file_name());
  v1::Questionnaire before = existing;
  v1::Questionnaire after = questionnaire;
  // A record from before items had ids gets them with its next change.
  FillItemIds(before);
  ClearDerivedDays(before);
  ClearDerivedDays(after);
  AddDifferences(before, after, plan.update_mask);
}

// The profile at `index` as the file gives it. Where its questionnaire says the
// same as the recorded one, it has that one's lists, with all that is known of
// them. Where its lists are those of its questionnaire, what people decided
// about these holds for both: else a correction in the questionnaire would part
// the two for good.
v1::Mechanism FreshProfile(const ImportSource& source, size_t index,
                           const RecordMap& existing) {
  v1::Mechanism profile = source.records[index].mechanism();
  if (index + 1 >= source.records.size()) return profile;
  v1::Questionnaire said = source.records[index + 1].questionnaire();
  const auto found = existing.find(said.name());
  if (!absl::StartsWith(said.name(), absl::StrCat(profile.name(), "/")) ||
      found == existing.end())
    return profile;
  const v1::Questionnaire& recorded = found->second.questionnaire();
  if (IsSaidElsewhere(source, said, existing)) {
    said = recorded;
  } else if (HaveSameLists(profile, said)) {
    KeepCurated(recorded, said);
  } else {
    return profile;
  }
  *profile.mutable_participants() = said.participants();
  *profile.mutable_focus_areas() = said.focus_areas();
  return profile;
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

bool NeedsVersions(const ImportSource& source, size_t index,
                   const RecordMap& existing) {
  const v1::Record& fresh = source.records[index];
  if (!fresh.has_mechanism() || source.only_answers) return false;
  const auto found = existing.find(RecordName(fresh));
  return found != existing.end() &&
         !found->second.mechanism().has_delete_time() &&
         !HaveSameLists(FreshProfile(source, index, existing),
                        found->second.mechanism());
}

PlannedWrite PlanWrite(const ImportSource& source, size_t index,
                       const RecordMap& existing,
                       const RecordVersions& versions) {
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
    if (!IsEcho(source, fresh.round(), found->second.round(), existing))
      PlanRound(fresh.round(), found->second.round(), plan);
  } else if (fresh.has_mechanism() && source.only_answers) {
    plan.record = found->second;  // the table says nothing of its profile
  } else if (fresh.has_mechanism()) {
    PlanMechanism(FreshProfile(source, index, existing),
                  found->second.mechanism(), source.round_id, versions, plan);
  } else if (!IsSaidElsewhere(source, fresh.questionnaire(), existing)) {
    PlanQuestionnaire(fresh.questionnaire(), found->second.questionnaire(),
                      source, plan);
  }
  plan.action = plan.update_mask.paths().empty() ? WriteAction::kLeave
                                                 : WriteAction::kUpdate;
  return plan;
}

}  // namespace compendium
