// SPDX-License-Identifier: Apache-2.0
// What the six kinds of items have in common for whoever curates them.
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/rules/v1/rules.pb.h"

namespace compendium {

// What names an item within its questionnaire: its id; for a participant or a
// focus area its words, for a participant without words its code.
template <typename Item>
const std::string& CurationIdOf(const Item& item) {
  return item.id();
}
inline const std::string& CurationIdOf(const registry::v1::Participant& item) {
  return item.as_written().empty() ? item.country_code() : item.as_written();
}
inline const std::string& CurationIdOf(const registry::v1::FocusArea& item) {
  return item.as_written();
}

// The list of a questionnaire that holds items of this type, and its name.
template <typename Item>
google::protobuf::RepeatedPtrField<Item>& ListOf(
    registry::v1::Questionnaire& questionnaire);
template <typename Item>
constexpr absl::string_view ListNameOf();

template <>
inline google::protobuf::RepeatedPtrField<registry::v1::Meeting>&
ListOf<registry::v1::Meeting>(registry::v1::Questionnaire& questionnaire) {
  return *questionnaire.mutable_meetings();
}
template <>
constexpr absl::string_view ListNameOf<registry::v1::Meeting>() {
  return "meetings";
}

template <>
inline google::protobuf::RepeatedPtrField<registry::v1::Claim>&
ListOf<registry::v1::Claim>(registry::v1::Questionnaire& questionnaire) {
  return *questionnaire.mutable_claims();
}
template <>
constexpr absl::string_view ListNameOf<registry::v1::Claim>() {
  return "claims";
}

template <>
inline google::protobuf::RepeatedPtrField<registry::v1::Project>&
ListOf<registry::v1::Project>(registry::v1::Questionnaire& questionnaire) {
  return *questionnaire.mutable_projects();
}
template <>
constexpr absl::string_view ListNameOf<registry::v1::Project>() {
  return "projects";
}

template <>
inline google::protobuf::RepeatedPtrField<registry::v1::Publication>&
ListOf<registry::v1::Publication>(registry::v1::Questionnaire& questionnaire) {
  return *questionnaire.mutable_publications();
}
template <>
constexpr absl::string_view ListNameOf<registry::v1::Publication>() {
  return "publications";
}

template <>
inline google::protobuf::RepeatedPtrField<registry::v1::Participant>&
ListOf<registry::v1::Participant>(registry::v1::Questionnaire& questionnaire) {
  return *questionnaire.mutable_participants();
}
template <>
constexpr absl::string_view ListNameOf<registry::v1::Participant>() {
  return "participants";
}

template <>
inline google::protobuf::RepeatedPtrField<registry::v1::FocusArea>&
ListOf<registry::v1::FocusArea>(registry::v1::Questionnaire& questionnaire) {
  return *questionnaire.mutable_focus_areas();
}
template <>
constexpr absl::string_view ListNameOf<registry::v1::FocusArea>() {
  return "focus_areas";
}

// Most items of that list, as its proto says.
template <typename Item>
int ItemsMaxOf() {
  return registry::v1::Questionnaire::descriptor()
      ->FindFieldByName(std::string(ListNameOf<Item>()))
      ->options()
      .GetExtension(rules::v1::field)
      .items_max();
}

// The index of the item with this id, or -1.
template <typename Item>
int IndexOf(const google::protobuf::RepeatedPtrField<Item>& items,
            absl::string_view id) {
  for (int i = 0; i < items.size(); ++i)
    if (CurationIdOf(items[i]) == id) return i;
  return -1;
}

// The same for the rejection of an item.
inline int IndexOfRejection(const registry::v1::Questionnaire& questionnaire,
                            absl::string_view id) {
  for (int i = 0; i < questionnaire.rejections_size(); ++i)
    if (questionnaire.rejections(i).item_id() == id) return i;
  return -1;
}

// Whether items of this type say where in the text they stand.
template <typename Item>
constexpr bool kHasEvidence = true;
template <>
inline constexpr bool kHasEvidence<registry::v1::Participant> = false;
template <>
inline constexpr bool kHasEvidence<registry::v1::FocusArea> = false;

}  // namespace compendium
