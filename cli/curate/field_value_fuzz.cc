// SPDX-License-Identifier: Apache-2.0
// Any assignment is taken or refused with words, whatever the item.
#include <cstddef>
#include <cstdint>

#include "cli/curate/field_value.h"
#include "cli/curate/step_words.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/base/status_macros.h"

namespace {

template <class Item>
void Set(absl::string_view assignment) {
  Item item;
  const absl::Status status = compendium::SetField(assignment, item);
  CHECK(status.ok() || !status.message().empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  namespace v1 = compendium::registry::v1;
  const absl::string_view text(reinterpret_cast<const char*>(bytes), size);
  Set<v1::Meeting>(text);
  Set<v1::Claim>(text);
  Set<v1::Project>(text);
  Set<v1::Publication>(text);
  Set<v1::Participant>(text);
  Set<v1::FocusArea>(text);
  const auto mention = compendium::ParseMention(text, "2016");
  CHECK(!mention.ok() || !mention->item_id().empty());
  return 0;
}
