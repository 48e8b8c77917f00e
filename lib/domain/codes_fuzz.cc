// SPDX-License-Identifier: Apache-2.0
// Feeds any bytes to the parsers of codes and names: what one accepts must be
// what it writes, but for the capital letter of an SDG target.
#include <cstddef>
#include <cstdint>

#include "absl/strings/match.h"
#include "lib/base/status_macros.h"
#include "lib/domain/answer_state.h"
#include "lib/domain/country.h"
#include "lib/domain/framework.h"
#include "lib/domain/resource_name.h"
#include "lib/domain/revision.h"
#include "lib/domain/sdg_target.h"

namespace {

template <typename Value>
void CheckValue(absl::string_view text) {
  const auto value = Value::Parse(text);
  if (!value.ok()) return;
  CHECK(absl::EqualsIgnoreCase(value->ToString(), text));
  const auto again = Value::Parse(value->ToString());
  CHECK(again.ok() && *again == *value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(bytes), size);
  CheckValue<compendium::CountryCode>(text);
  CheckValue<compendium::MechanismName>(text);
  CheckValue<compendium::QuestionnaireName>(text);
  CheckValue<compendium::ResourceName>(text);
  CheckValue<compendium::Revision>(text);
  CheckValue<compendium::RoundName>(text);
  CheckValue<compendium::SdgCode>(text);
  const auto state = compendium::ParseAnswerState(text);
  if (state.ok()) CHECK(compendium::ToString(*state) == text);
  for (const auto& framework : compendium::AllFrameworks()) {
    const auto code = framework.NormaliseCode(text);
    if (code.ok()) CHECK(framework.Find(*code) != nullptr);
  }
  return 0;
}
