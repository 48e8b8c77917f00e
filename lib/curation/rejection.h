// SPDX-License-Identifier: Apache-2.0
// How items are taken out of a questionnaire and kept as rejected.
#pragma once

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/curation/curated_item.h"

namespace compendium {

// Puts the item into the rejection.
inline void Hold(const registry::v1::Meeting& item,
                 registry::v1::Rejection& rejection) {
  *rejection.mutable_meeting() = item;
}
inline void Hold(const registry::v1::Claim& item,
                 registry::v1::Rejection& rejection) {
  *rejection.mutable_claim() = item;
}
inline void Hold(const registry::v1::Project& item,
                 registry::v1::Rejection& rejection) {
  *rejection.mutable_project() = item;
}
inline void Hold(const registry::v1::Publication& item,
                 registry::v1::Rejection& rejection) {
  *rejection.mutable_publication() = item;
}
inline void Hold(const registry::v1::Participant& item,
                 registry::v1::Rejection& rejection) {
  *rejection.mutable_participant() = item;
}
inline void Hold(const registry::v1::FocusArea& item,
                 registry::v1::Rejection& rejection) {
  *rejection.mutable_focus_area() = item;
}

// Takes the first item with an id out, at `index`, and keeps it as rejected.
// Words may stand in a list more than once: all of them go.
template <typename Item>
void TakeOut(int index, std::string reason, const std::string& author,
             registry::v1::Questionnaire& questionnaire) {
  google::protobuf::RepeatedPtrField<Item>& items = ListOf<Item>(questionnaire);
  const std::string id = CurationIdOf(items[index]);
  registry::v1::Rejection& rejection = *questionnaire.add_rejections();
  rejection.set_item_id(id);
  rejection.set_reason(std::move(reason));
  rejection.set_author(author);
  Hold(items[index], rejection);
  for (int i = index; i >= 0; i = IndexOf(items, id))
    items.DeleteSubrange(i, 1);
}

// Forgets that an item was rejected, if it was.
void RemoveRejection(absl::string_view item_id,
                     registry::v1::Questionnaire& questionnaire);

// INVALID_ARGUMENT: `path` names none of the questionnaire's `items`.
absl::Status NoSuchItem(const std::string& path, absl::string_view item_id,
                        absl::string_view items,
                        const registry::v1::Questionnaire& questionnaire);

}  // namespace compendium
