// SPDX-License-Identifier: Apache-2.0
#include "cli/import/profile_lists.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include <google/protobuf/util/message_differencer.h>

namespace compendium {
namespace v1 = registry::v1;
namespace {

using ::google::protobuf::util::MessageDifferencer;

template <class T>
bool SameList(const google::protobuf::RepeatedPtrField<T>& a,
              const google::protobuf::RepeatedPtrField<T>& b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const T& x, const T& y) { return MessageDifferencer::Equals(x, y); });
}

std::string RoundOf(const v1::Questionnaire& questionnaire) {
  return questionnaire.name().substr(questionnaire.name().rfind('/') + 1);
}

bool HasLaterRound(const RecordVersions& versions,
                   const std::string& round_id) {
  std::set<std::string> seen;
  for (const v1::Record& record : versions) {
    if (!record.has_questionnaire()) continue;
    const v1::Questionnaire& questionnaire = record.questionnaire();
    // The newest version of each comes first and says whether it is deleted.
    if (seen.insert(questionnaire.name()).second &&
        !questionnaire.has_delete_time() && RoundOf(questionnaire) > round_id)
      return true;
  }
  return false;
}

// What the questionnaires said when something was written at `revision`; null
// when there is none.
const v1::Questionnaire* SaidAt(const RecordVersions& versions,
                                int64_t revision) {
  const v1::Questionnaire* before = nullptr;
  const v1::Questionnaire* after = nullptr;
  const auto age = [](const v1::Questionnaire& questionnaire) {
    return std::pair(RoundOf(questionnaire), questionnaire.revision());
  };
  for (const v1::Record& record : versions) {
    if (!record.has_questionnaire()) continue;
    const v1::Questionnaire& said = record.questionnaire();
    if (said.revision() < revision) {
      if (before == nullptr || age(said) > age(*before)) before = &said;
    } else if (after == nullptr || said.revision() < after->revision()) {
      after = &said;
    }
  }
  return before != nullptr ? before : after;
}

// The revision at which the list that `list_of` picks became what it is in
// `mechanism`.
template <class ListOf>
int64_t WrittenAt(const v1::Mechanism& mechanism,
                  const RecordVersions& versions, ListOf list_of) {
  int64_t revision = mechanism.revision();
  for (const v1::Record& record : versions) {
    if (!record.has_mechanism()) continue;
    if (!SameList(list_of(record.mechanism()), list_of(mechanism))) break;
    revision = record.mechanism().revision();
  }
  return revision;
}

template <class ListOf>
bool Follows(const v1::Mechanism& mechanism, const RecordVersions& versions,
             ListOf list_of) {
  const v1::Questionnaire* said =
      SaidAt(versions, WrittenAt(mechanism, versions, list_of));
  return said != nullptr && SameList(list_of(*said), list_of(mechanism));
}

constexpr auto kParticipants = [](const auto& record) -> const auto& {
  return record.participants();
};
constexpr auto kFocusAreas = [](const auto& record) -> const auto& {
  return record.focus_areas();
};

}  // namespace

bool HaveSameLists(const v1::Mechanism& a, const v1::Mechanism& b) {
  return SameList(a.participants(), b.participants()) &&
         SameList(a.focus_areas(), b.focus_areas());
}

bool HaveSameLists(const v1::Mechanism& a, const v1::Questionnaire& b) {
  return SameList(a.participants(), b.participants()) &&
         SameList(a.focus_areas(), b.focus_areas());
}

void FollowLists(const v1::Mechanism& fresh, const std::string& round_id,
                 const RecordVersions& versions, v1::Mechanism& mechanism) {
  if (HasLaterRound(versions, round_id)) return;
  // Both are decided before either is written.
  const bool participants = Follows(mechanism, versions, kParticipants);
  const bool focus_areas = Follows(mechanism, versions, kFocusAreas);
  if (participants) *mechanism.mutable_participants() = fresh.participants();
  if (focus_areas) *mechanism.mutable_focus_areas() = fresh.focus_areas();
}

}  // namespace compendium
